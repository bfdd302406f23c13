package org.crossaisle.io.format.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossaisle.io.table.RowReader;

/** Rows that are made from the rows of another reader. Their name, lines and progress are those of the other. */
abstract class DerivedRows implements RowReader {
    final RowReader source;

    DerivedRows(RowReader source) {
        this.source = source;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public String format() {
        return source.format();
    }

    @Override
    public List<String> columns() {
        return source.columns();
    }

    @Override
    public boolean next() {
        return source.next();
    }

    @Override
    public long line() {
        return source.line();
    }

    @Override
    public Optional<String> fault() {
        return source.fault();
    }

    @Override
    public String text(int column) {
        return source.text(column);
    }

    @Override
    public List<String> values(int column) {
        return source.values(column);
    }

    @Override
    public List<String> objectLists() {
        return source.objectLists();
    }

    @Override
    public List<String> notes() {
        List<String> all = new ArrayList<>(source.notes());
        all.addAll(remarks());
        return all;
    }

    /** A text as the values of a field that is no list. */
    static List<String> single(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** What this step has to say about the table; complete at its end. */
    List<String> remarks() {
        return List.of();
    }

    @Override
    public String where(long line) {
        return source.where(line);
    }

    @Override
    public long bytesRead() {
        return source.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return source.bytesTotal();
    }

    @Override
    public String sha256() {
        return source.sha256();
    }

    @Override
    public void close() {
        source.close();
    }
}
