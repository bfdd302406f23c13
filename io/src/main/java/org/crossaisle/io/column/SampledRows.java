package org.crossaisle.io.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.crossaisle.io.table.RowReader;

/**
 * Rows of which the first were read ahead, so that a column can be judged before its values are used. Reading then
 * begins with the first row as usual. For one thread.
 */
public final class SampledRows implements RowReader {
    /** How many rows are read ahead at most. */
    public static final int ROWS = 10_000;

    /** How many characters are read ahead at most. */
    public static final int CHARACTERS = 1 << 24;

    private final RowReader reader;
    private final Optional<Supplier<RowReader>> again;
    private final List<Row> sample = new ArrayList<>();
    private final boolean whole;
    private int at = -1; // position in the sample; its size when reading goes on behind it

    /** @param lists the lists of several values, up to the last column that has one; empty for other fields */
    private record Row(long line, Optional<String> fault, List<String> texts, List<List<String>> lists) {
        String text(int column) {
            return column < texts.size() ? texts.get(column) : "";
        }

        List<String> list(int column) {
            if (column < lists.size() && !lists.get(column).isEmpty()) {
                return lists.get(column);
            }
            return text(column).isEmpty() ? List.of() : List.of(text(column));
        }
    }

    /** Looks at the values of a column, one after another. */
    public interface Visitor {
        /** Looks at a value that is not empty. */
        void visit(String value, long line);

        /** True when the values so far are not enough. */
        boolean wantsMore();
    }

    /**
     * Reads the first rows ahead.
     *
     * @param again opens the same table once more; empty when it can be read only once
     */
    public SampledRows(RowReader reader, Optional<Supplier<RowReader>> again) {
        this(reader, again, ROWS);
    }

    SampledRows(RowReader reader, Optional<Supplier<RowReader>> again, int rows) {
        this.reader = reader;
        this.again = again;
        boolean more = true;
        for (long characters = 0; sample.size() < rows && characters < CHARACTERS; ) {
            more = reader.next();
            if (!more) {
                break;
            }
            Row row = row();
            for (String text : row.texts) {
                characters += text.length();
            }
            sample.add(row);
        }
        whole = !more;
    }

    private Row row() {
        if (reader.fault().isPresent()) {
            return new Row(reader.line(), reader.fault(), List.of(), List.of());
        }
        int columns = reader.columns().size();
        List<String> texts = new ArrayList<>(columns);
        List<List<String>> lists = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            texts.add(reader.text(column));
            List<String> values = reader.values(column);
            if (values.size() > 1) {
                while (lists.size() < column) {
                    lists.add(List.of());
                }
                lists.add(values);
            }
        }
        return new Row(reader.line(), reader.fault(), texts, lists);
    }

    /** The values of a column in the sample that are not empty. */
    public List<String> sample(int column) {
        List<String> values = new ArrayList<>();
        for (Row row : sample) {
            if (!row.text(column).isEmpty()) {
                values.add(row.text(column));
            }
        }
        return values;
    }

    /**
     * The fields of a column in the sample as lists; a field that is not a list has one value. Empty fields are left
     * out.
     */
    public List<List<String>> lists(int column) {
        List<List<String>> values = new ArrayList<>();
        for (Row row : sample) {
            if (!row.text(column).isEmpty()) {
                values.add(row.list(column));
            }
        }
        return values;
    }

    /** Visits the values of a column: those of the sample, and then further ones of the table as long as it wants. */
    public void visit(int column, Visitor visitor) {
        for (Row row : sample) {
            if (!row.text(column).isEmpty()) {
                visitor.visit(row.text(column), row.line);
            }
        }
        if (whole || again.isEmpty() || !visitor.wantsMore()) {
            return;
        }
        try (RowReader further = again.get().get()) {
            for (long row = 0; visitor.wantsMore() && further.next(); row++) {
                if (row >= sample.size() && further.fault().isEmpty()) {
                    String value = further.text(column);
                    if (!value.isEmpty()) {
                        visitor.visit(value, further.line());
                    }
                }
            }
        }
    }

    /** The number of rows that were read ahead. */
    public int sampled() {
        return sample.size();
    }

    @Override
    public boolean next() {
        if (at < sample.size()) {
            if (++at < sample.size()) {
                return true;
            }
        }
        return !whole && reader.next();
    }

    private boolean inSample() {
        return at < sample.size();
    }

    @Override
    public long line() {
        return inSample() ? sample.get(at).line : reader.line();
    }

    @Override
    public Optional<String> fault() {
        return inSample() ? sample.get(at).fault : reader.fault();
    }

    @Override
    public String text(int column) {
        if (!inSample()) {
            return reader.text(column);
        }
        return sample.get(at).text(column);
    }

    @Override
    public List<String> values(int column) {
        return inSample() ? sample.get(at).list(column) : reader.values(column);
    }

    @Override
    public String name() {
        return reader.name();
    }

    @Override
    public String where(long line) {
        return reader.where(line);
    }

    @Override
    public List<String> objectLists() {
        return reader.objectLists();
    }

    @Override
    public List<String> notes() {
        return reader.notes();
    }

    @Override
    public String format() {
        return reader.format();
    }

    @Override
    public List<String> columns() {
        return reader.columns();
    }

    @Override
    public long bytesRead() {
        return reader.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return reader.bytesTotal();
    }

    @Override
    public String sha256() {
        return reader.sha256();
    }

    @Override
    public void close() {
        reader.close();
    }
}
