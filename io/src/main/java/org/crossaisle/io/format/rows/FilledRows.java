package org.crossaisle.io.format.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.io.format.plan.FillPlan;
import org.crossaisle.io.table.RowReader;

/** Rows whose empty fields take the value of the row before with the same key. Remembers one row. */
final class FilledRows extends DerivedRows {
    private final FillPlan plan;
    private final RowFields fields;
    private final Map<String, String> before = new HashMap<>();
    private List<String> key = List.of();

    FilledRows(RowReader source, FillPlan plan) {
        super(source);
        this.plan = plan;
        fields = new RowFields(source);
    }

    @Override
    public boolean next() {
        if (!source.next()) {
            return false;
        }
        if (source.fault().isEmpty()) {
            List<String> found = plan.by().stream().map(fields::text).toList();
            if (!found.equals(key)) {
                key = found;
                before.clear();
            }
            for (String column : plan.columns()) {
                String text = fields.text(column);
                if (!text.isEmpty()) {
                    before.put(column, text);
                }
            }
        }
        return true;
    }

    @Override
    public String text(int column) {
        String text = source.text(column);
        return text.isEmpty() ? before.getOrDefault(source.columns().get(column), "") : text;
    }

    @Override
    public List<String> values(int column) {
        List<String> values = source.values(column);
        return values.isEmpty() ? single(text(column)) : values;
    }
}
