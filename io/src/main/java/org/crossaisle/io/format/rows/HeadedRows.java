package org.crossaisle.io.format.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.crossaisle.io.format.plan.ReadPlan;
import org.crossaisle.io.table.RowReader;

/**
 * Rows of a file without a header, with the names that the plan gives. If the separator is longer than one character,
 * the source has each line as one field, which is split here.
 */
final class HeadedRows extends DerivedRows {
    private final List<String> header;
    private final Optional<Pattern> separator;
    private List<String> parts = new ArrayList<>();
    private Optional<String> fault = Optional.empty();

    HeadedRows(RowReader source, ReadPlan plan) {
        super(source);
        header = plan.header();
        separator = plan.isSplit() ? Optional.of(Pattern.compile(Pattern.quote(plan.delimiter()))) : Optional.empty();
    }

    @Override
    public List<String> columns() {
        return header;
    }

    @Override
    public boolean next() {
        if (!source.next()) {
            return false;
        }
        fault = source.fault();
        if (fault.isEmpty() && separator.isPresent()) {
            parts = List.of(separator.get().split(source.text(0), -1));
            if (parts.size() != header.size()) {
                fault = Optional.of(parts.size() + " fields where the format has " + header.size());
            }
        } else if (fault.isEmpty() && source.columns().size() != header.size()) {
            fault = Optional.of(source.columns().size() + " fields where the format has " + header.size());
        }
        return true;
    }

    @Override
    public Optional<String> fault() {
        return fault;
    }

    @Override
    public String text(int column) {
        return separator.isPresent() ? parts.get(column).strip() : source.text(column);
    }

    @Override
    public List<String> values(int column) {
        return single(text(column));
    }
}
