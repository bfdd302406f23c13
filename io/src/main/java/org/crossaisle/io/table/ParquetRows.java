package org.crossaisle.io.table;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crossaisle.RecsException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Parquet file with DuckDB. Times are converted to milliseconds since 1970, lists to their values joined by
 * {@code |}, everything else to text. The line of a row is its number, from 1.
 */
final class ParquetRows implements RowReader {
    private final String name;
    private final FileBytes file;
    private final DuckDb.Name path;
    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final List<String> columns = new ArrayList<>();
    private final long count;
    private long line;

    ParquetRows(Path path, FileBytes file) {
        this.name = path.getFileName().toString();
        this.file = file;
        DuckDb.Name named = null;
        Connection opened = null;
        try {
            named = DuckDb.Name.of(path);
            String table = named.parquet();
            opened = DuckDb.open();
            statement = opened.createStatement();
            List<String> texts = new ArrayList<>();
            try (ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + table)) {
                while (described.next()) {
                    columns.add(described.getString("column_name"));
                    texts.add(asText(described.getString("column_name"), described.getString("column_type")));
                }
            }
            try (ResultSet counted = statement.executeQuery("SELECT count(*) FROM " + table)) {
                counted.next();
                count = counted.getLong(1);
            }
            rows = statement.executeQuery("SELECT " + String.join(", ", texts) + " FROM " + table);
            connection = opened;
            this.path = named;
        } catch (SQLException | IOException e) {
            closeQuietly(opened);
            closeQuietly(named);
            throw unreadable(e);
        }
    }

    private static String asText(String column, String type) {
        String quoted = '"' + column.replace("\"", "\"\"") + '"';
        String upper = type.toUpperCase(Locale.ROOT);
        if (upper.startsWith("TIMESTAMP")) {
            return "epoch_ms(" + quoted + ")::VARCHAR";
        }
        return upper.endsWith("[]") ? "array_to_string(" + quoted + "::VARCHAR[], '|')" : quoted + "::VARCHAR";
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
        return new RecsException(
                RecsException.Code.INPUT_UNREADABLE,
                name + " cannot be read as Parquet"
                        + (line == 0 ? "" : " after row " + line) + ": "
                        + message.lines().findFirst().orElse(""),
                e);
    }

    @Override
    public boolean next() {
        try {
            if (rows.next()) {
                line++;
                return true;
            }
            return false;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public String text(int column) {
        try {
            String text = rows.getString(column + 1);
            return text == null ? "" : text.strip();
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
        return columns;
    }

    @Override
    public long line() {
        return line;
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
        try (FileBytes bytes = file;
                DuckDb.Name named = path;
                Connection open = connection;
                Statement queried = statement) {
            rows.close();
        } catch (IOException | SQLException e) {
            throw unreadable(e);
        }
    }
}
