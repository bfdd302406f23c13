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

    /** What the file turned out to be: "CSV", "JSON Lines, gzip". */
    String format();

    /**
     * The names of the columns as the file has them. JSON Lines may grow more while they are read; those already here
     * keep their place.
     */
    List<String> columns();

    /**
     * Goes to the next row.
     *
     * @return false at the end of the file
     * @throws org.crossaisle.RecsException INPUT_UNREADABLE when the file ends before it should, or cannot be read on
     */
    boolean next();

    /** The line on which the current row begins, from 1; in Parquet the number of the row, from 1. */
    long line();

    /** Why the current row cannot be read, empty when it can. Never quotes the row, which may name a user. */
    Optional<String> fault();

    /** A field of the current row without white space around it; empty when the row has none. */
    String text(int column);

    /** How much of the file is behind us, in bytes on the disk. */
    long bytesRead();

    /** The size of the file in bytes on the disk. */
    long bytesTotal();

    /** The SHA-256 of the file in hex. Only to be asked for at the end of the table. */
    String sha256();

    @Override
    void close();
}
