package org.crossaisle.io.format.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.crossaisle.io.format.plan.TablePlan;
import org.crossaisle.io.table.RowReader;

/** Rows without the texts that stand for no value, such as {@code NULL} or {@code (not set)}. */
final class ClearedRows extends DerivedRows {
    private final SortedMap<String, List<String>> empty;
    private final List<List<String>> byColumn = new ArrayList<>();

    /** @param empty the texts by column; {@code *} for all columns */
    ClearedRows(RowReader source, SortedMap<String, List<String>> empty) {
        super(source);
        this.empty = empty;
    }

    @Override
    public String text(int column) {
        String text = source.text(column);
        return !text.isEmpty() && emptyTexts(column).contains(text) ? "" : text;
    }

    @Override
    public List<String> values(int column) {
        List<String> none = emptyTexts(column);
        return none.isEmpty()
                ? source.values(column)
                : source.values(column).stream()
                        .filter(value -> !none.contains(value))
                        .toList();
    }

    private List<String> emptyTexts(int column) {
        while (byColumn.size() <= column) {
            List<String> texts = new ArrayList<>(empty.getOrDefault(TablePlan.ANY, List.of()));
            texts.addAll(empty.getOrDefault(source.columns().get(byColumn.size()), List.of()));
            byColumn.add(texts);
        }
        return byColumn.get(column);
    }
}
