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
    /** The file's name without its directory; of several parts, what the user named. */
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

    /**
     * The line on which the current row begins, from 1; in Parquet the number of the row, from 1. In a table of several
     * parts the lines are counted on from part to part, so that the order of the lines is that of the rows.
     */
    long line();

    /** A line as messages name it, such as {@code events.csv:17}. */
    default String where(long line) {
        return name() + ":" + line;
    }

    /** Why the current row cannot be read, or empty. Never quotes the row, which may name a user. */
    Optional<String> fault();

    /**
     * A field of the current row without surrounding white space; empty when the row does not have it. The values of a
     * list are joined by {@code |}.
     */
    String text(int column);

    /**
     * The values of a field of the current row that is a list, such as an array in JSON; of any other field its one
     * text, or nothing if that is empty. An element that is a list itself is its values joined by {@code >}.
     */
    default List<String> values(int column) {
        String text = text(column);
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** Columns that are lists of objects and therefore not read: see {@link TableOptions#unnest()}. */
    default List<String> objectLists() {
        return List.of();
    }

    /** What was found out about the file, for the report; complete at the end of the table. */
    default List<String> notes() {
        return List.of();
    }

    /** How much has been read, in bytes as they are stored; of a member of a zip file, as they are unpacked. */
    long bytesRead();

    /** The size in the unit of {@link #bytesRead}; -1 when it is not known, as for standard input. */
    long bytesTotal();

    /**
     * The SHA-256 of the file in hex; of a member of a zip file, that of the unpacked member; of several parts, that of
     * their SHA-256s in hex, one a line. Must be called at the end of the table only.
     */
    String sha256();

    @Override
    void close();
}
