package org.crossaisle.io.format.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.crossaisle.RecsException;
import org.crossaisle.io.format.plan.JoinPlan;
import org.crossaisle.io.table.RowReader;

/**
 * Rows with further columns, found by a key in another file. The other file is in memory, reduced to the columns that
 * are added. The added columns come first.
 */
final class LookupRows extends DerivedRows {
    private final JoinPlan plan;
    private final SideTable side;
    private final List<String> names;
    private final RowFields fields;
    private List<String> added = List.of();
    private long without;

    private LookupRows(RowReader source, JoinPlan plan, SideTable side) {
        super(source);
        this.plan = plan;
        this.side = side;
        names = List.copyOf(plan.columns().keySet());
        fields = new RowFields(source);
    }

    /**
     * Reads the other file and joins it.
     *
     * @param other the other file, which is read to its end and closed
     */
    static LookupRows of(RowReader source, JoinPlan plan, RowReader other) {
        List<String> theirs = List.copyOf(plan.columns().values());
        SideTable side = new SideTable(theirs.size());
        try (other) {
            require(other, plan);
            RowReader rows = new KeptRows(other, plan.where(), Collections.emptySortedMap());
            RowFields fields = new RowFields(rows);
            while (rows.next()) {
                if (rows.fault().isEmpty()) {
                    side.add(
                            fields.text(plan.theirKey()),
                            theirs.stream().map(fields::text).toList());
                }
            }
        }
        return new LookupRows(source, plan, side);
    }

    private static void require(RowReader other, JoinPlan plan) {
        List<String> needed = new ArrayList<>(plan.columns().values());
        needed.add(plan.theirKey());
        needed.removeAll(other.columns());
        if (!needed.isEmpty()) {
            throw new RecsException(
                    RecsException.Code.COLUMN_MISSING,
                    other.name() + " has no column " + String.join(", ", needed) + ". Found: "
                            + String.join(", ", other.columns()));
        }
    }

    @Override
    public List<String> columns() {
        List<String> all = new ArrayList<>(names);
        all.addAll(source.columns());
        return all;
    }

    @Override
    public boolean next() {
        if (!source.next()) {
            return false;
        }
        if (source.fault().isEmpty()) {
            String key = fields.text(plan.key());
            List<List<String>> found = side.find(key);
            if (found.isEmpty()) {
                without += key.isEmpty() ? 0 : 1;
                added = Collections.nCopies(names.size(), "");
            } else {
                added = plan.all() ? all(found) : found.get(0);
            }
        }
        return true;
    }

    private List<String> all(List<List<String>> found) {
        List<String> values = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            int place = column;
            values.add(found.stream()
                    .map(row -> row.get(place).replace('|', '/'))
                    .filter(value -> !value.isEmpty())
                    .collect(Collectors.joining("|")));
        }
        return values;
    }

    @Override
    public String text(int column) {
        return column < names.size() ? added.get(column) : source.text(column - names.size());
    }

    @Override
    public List<String> values(int column) {
        if (column >= names.size()) {
            return source.values(column - names.size());
        }
        String text = added.get(column);
        return plan.all() && !text.isEmpty() ? List.of(text.split("\\|")) : single(text);
    }

    @Override
    List<String> remarks() {
        return without == 0 || plan.all()
                ? List.of()
                : List.of(String.format(
                        "%,d rows have a %s that is not in %s",
                        without, plan.key(), plan.files().get(0)));
    }
}
