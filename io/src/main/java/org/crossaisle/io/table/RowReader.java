package org.crossaisle.io.table;

import java.util.List;
import java.util.Optional;

/**
 * A table read row by row, in the order of the file. Opened by {@link TableFile#open}.
 *
 * <p>A row that cannot be read has a {@link #fault()} and no fields; reading goes on with the next line. For one
 * thread.
 */
public interface RowReader extends AutoCloseable {
    /** The file's name without its directory. */
    String name();

    /** The detected format: "CSV", "JSON Lines, gzip". */
    String format();

    /** The names of the columns in the file. Reading JSON Lines may add columns; existing ones keep their position. */
    List<String> columns();

    /**
     * Advances to the next row.
     *
     * @return false at the end of the file
     * @throws org.crossaisle.RecsException INPUT_UNREADABLE when the file is truncated or cannot be read further
     */
    boolean next();

    /** The line on which the current row begins, from 1; in Parquet the number of the row, from 1. */
    long line();

    /** Why the current row cannot be read, or empty. Never quotes the row, which may name a user. */
    Optional<String> fault();

    /** A field of the current row without surrounding white space; empty when the row does not have it. */
    String text(int column);

    /** The values of a field that is a list; a field that is no list is one value, an empty field none. */
    default List<String> values(int column) {
        String text = text(column);
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** How much of the file has been read, in bytes on disk. */
    long bytesRead();

    /** The size of the file in bytes on disk. */
    long bytesTotal();

    /** The SHA-256 of the file in hex. Must be called at the end of the table only. */
    String sha256();

    @Override
    void close();
}
