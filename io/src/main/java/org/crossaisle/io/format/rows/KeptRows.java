package org.crossaisle.io.format.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.crossaisle.io.format.plan.TablePlan;
import org.crossaisle.io.table.RowReader;

/** The rows that a plan reads; the others are counted by the value that leaves them out. */
final class KeptRows extends DerivedRows {
    private static final int MOST_VALUES = 8;

    private final SortedMap<String, List<String>> where;
    private final SortedMap<String, List<String>> except;
    private final RowFields fields;
    private final Map<String, Long> leftOut = new LinkedHashMap<>();
    private long others;

    KeptRows(RowReader source, SortedMap<String, List<String>> where, SortedMap<String, List<String>> except) {
        super(source);
        this.where = where;
        this.except = except;
        fields = new RowFields(source);
    }

    @Override
    public boolean next() {
        while (source.next()) {
            if (source.fault().isPresent() || keeps()) {
                return true;
            }
        }
        return false;
    }

    private boolean keeps() {
        for (Map.Entry<String, List<String>> rule : where.entrySet()) {
            if (!contains(rule.getValue(), fields.text(rule.getKey()))) {
                return leaveOut(rule.getKey());
            }
        }
        for (Map.Entry<String, List<String>> rule : except.entrySet()) {
            if (contains(rule.getValue(), fields.text(rule.getKey()))) {
                return leaveOut(rule.getKey());
            }
        }
        return true;
    }

    private static boolean contains(List<String> values, String value) {
        return values.contains(value) || !value.isEmpty() && values.contains(TablePlan.ANY);
    }

    private boolean leaveOut(String column) {
        String value = fields.text(column);
        String reason = column + (value.isEmpty() ? " empty" : " " + value);
        if (leftOut.size() < MOST_VALUES || leftOut.containsKey(reason)) {
            leftOut.merge(reason, 1L, Long::sum);
        } else {
            others++;
        }
        return false;
    }

    @Override
    List<String> remarks() {
        if (leftOut.isEmpty()) {
            return List.of();
        }
        long count =
                others + leftOut.values().stream().mapToLong(Long::longValue).sum();
        List<String> reasons = new ArrayList<>();
        leftOut.forEach((reason, rows) -> reasons.add(String.format("%s (%,d)", reason, rows)));
        if (others > 0) {
            reasons.add(String.format("others (%,d)", others));
        }
        return List.of(String.format("%,d further rows are not of this table: %s", count, String.join(", ", reasons)));
    }
}
