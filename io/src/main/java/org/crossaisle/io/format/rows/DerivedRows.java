package org.crossaisle.io.format.rows;

import java.util.List;
import java.util.Optional;
import org.crossaisle.io.table.RowReader;

/** Rows that are made from the rows of another reader. Its name, lines and progress are those of the other. */
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
