package org.crossaisle.io.table;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossaisle.RecsException;
import org.crossaisle.io.table.input.SourceBytes;
import org.crossaisle.io.table.input.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Parquet file with DuckDB. Times are converted to milliseconds since 1970, everything else to text; the fields
 * of structures are columns. The line of a row is its number, from 1.
 */
final class ParquetRows implements RowReader {
    private static final String ROW_NUMBER = "file_row_number"; // DuckDB's name, from 0

    private final String name;
    private final SourceBytes file;
    private final DuckDb.Name path;
    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final ParquetColumns columns;
    private final String unnest;
    private final long withoutElements;
    private final long count;
    private long line;

    ParquetRows(String name, Path path, SourceBytes file, String unnest) {
        this.name = name;
        this.file = file;
        this.unnest = unnest;
        DuckDb.Name named = null;
        Connection opened = null;
        try {
            named = DuckDb.Name.of(path);
            opened = DuckDb.open();
            statement = opened.createStatement();
            count = number("count(*)", named.parquet(false));
            ParquetColumns stored = ParquetColumns.of(statement, named.parquet(false));
            if (unnest.isEmpty()) {
                columns = stored;
                withoutElements = 0;
                rows = select(List.of(), named.parquet(false));
            } else {
                stored.requireList(name, unnest);
                columns = ParquetColumns.of(statement, unnested(named.parquet(false), false));
                withoutElements = number(
                        "count(*) FILTER (coalesce(len(" + ParquetColumns.quoted(unnest) + "), 0) = 0)",
                        named.parquet(false));
                rows = select(List.of(ROW_NUMBER), unnested(named.parquet(true), true));
            }
            connection = opened;
            this.path = named;
        } catch (SQLException | IOException e) {
            closeQuietly(opened);
            closeQuietly(named);
            throw unreadable(e);
        } catch (RecsException e) {
            closeQuietly(opened);
            closeQuietly(named);
            throw e;
        }
    }

    private long number(String expression, String table) throws SQLException {
        try (ResultSet counted = statement.executeQuery("SELECT " + expression + " FROM " + table)) {
            counted.next();
            return counted.getLong(1);
        }
    }

    /** The table with a row for each element of a list. */
    private String unnested(String table, boolean numbered) {
        String list = ParquetColumns.quoted(unnest);
        String others = numbered ? list + ", " + ROW_NUMBER : list;
        return "(SELECT * EXCLUDE (" + others + "), unnest(" + list + ") AS " + list
                + (numbered ? ", " + ROW_NUMBER : "") + " FROM " + table + ")";
    }

    /** Queries the texts of all columns, and behind them others. */
    private ResultSet select(List<String> others, String table) throws SQLException {
        List<String> all = new ArrayList<>(columns.texts());
        all.addAll(others);
        return statement.executeQuery("SELECT " + (all.isEmpty() ? "NULL" : String.join(", ", all)) + " FROM " + table);
    }

    private static void closeQuietly(@Nullable AutoCloseable opened) {
        if (opened != null) {
            try {
                opened.close();
            } catch (Exception e) {
                // ignored: the exception that made us close it is thrown instead
            }
        }
    }

    private RecsException unreadable(Exception e) {
        String message = String.valueOf(e.getMessage());
        return Unreadable.because(
                name + " cannot be read as Parquet"
                        + (line == 0 ? "" : " after row " + line) + ": "
                        + message.lines().findFirst().orElse(""),
                e);
    }

    @Override
    public boolean next() {
        try {
            if (!rows.next()) {
                return false;
            }
            line = unnest.isEmpty() ? line + 1 : rows.getLong(columns.texts().size() + 1) + 1;
            return true;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public String text(int column) {
        if (columns.lists().get(column)) {
            return String.join("|", values(column));
        }
        try {
            String text = rows.getString(column + 1);
            return text == null ? "" : text.strip();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<String> values(int column) {
        if (!columns.lists().get(column)) {
            return RowReader.super.values(column);
        }
        try {
            Array array = rows.getArray(column + 1);
            List<String> values = new ArrayList<>();
            if (array != null) {
                for (Object value : (Object[]) array.getArray()) {
                    if (value != null) {
                        values.add(value.toString());
                    }
                }
            }
            return values;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String format() {
        return "Parquet";
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public List<String> objectLists() {
        return columns.objectLists();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!columns.objectLists().isEmpty()) {
            notes.add("lists of objects were left out: " + String.join("; ", columns.objectLists()));
        }
        if (!unnest.isEmpty()) {
            notes.add("each element of " + unnest + " is a row"
                    + (withoutElements == 0
                            ? ""
                            : String.format("; %,d rows have none and were left out", withoutElements)));
        }
        return notes;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String where(long line) {
        return name() + ":" + line;
    }

    @Override
    public Optional<String> fault() {
        return Optional.empty();
    }

    @Override
    public long bytesRead() {
        return count == 0 ? file.size() : Math.round((double) file.size() * line / count);
    }

    @Override
    public long bytesTotal() {
        return file.size();
    }

    @Override
    public String sha256() {
        try {
            return file.sha256();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        try (SourceBytes bytes = file;
                DuckDb.Name named = path;
                Connection open = connection;
                Statement queried = statement) {
            rows.close();
        } catch (IOException | SQLException e) {
            throw unreadable(e);
        }
    }
}
