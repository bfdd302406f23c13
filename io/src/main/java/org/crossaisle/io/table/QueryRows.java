package org.crossaisle.io.table;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.crossaisle.RecsException;
import org.crossaisle.io.table.input.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of an SQL query from PostgreSQL, MySQL or MariaDB, streamed: the driver holds {@value #FETCHED} rows
 * at a time. The transaction is read-only, so that a query that writes is refused by the database.
 *
 * <p>User and password are read from the environment, and are never part of a message.
 */
final class QueryRows implements RowReader {
    static final String USER = "CROSSAISLE_DATABASE_USER";
    static final String PASSWORD = "CROSSAISLE_DATABASE_PASSWORD";

    private static final int FETCHED = 2_000;
    private static final int CONNECT_SECONDS = 20;
    private static final Pattern QUERY =
            Pattern.compile("(?is)\\s*(?:(?:--[^\\n]*\\n|/\\*.*?\\*/)\\s*)*(select|with)\\b.*");
    private static final String LIST_SEPARATOR = "|";

    private final DatabaseUrl url;
    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final List<String> columns = new ArrayList<>();
    private final int[] types;
    private final MessageDigest digest;
    private long line;

    /**
     * Runs the query.
     *
     * @param query one SELECT, which may begin with WITH
     * @param user empty for the user that the driver assumes
     * @throws RecsException SETTING_INVALID when it is not a query, INPUT_UNREADABLE when the database refuses it or
     *     cannot be reached
     */
    QueryRows(DatabaseUrl url, String query, String user, String password) {
        this.url = url;
        this.digest = sha256Digest();
        check(query);
        Connection opened = null;
        try {
            opened = connect(url, user, password);
            connection = opened;
            statement = connection.createStatement();
            statement.setFetchSize(FETCHED);
            rows = statement.executeQuery(query);
            ResultSetMetaData described = rows.getMetaData();
            types = new int[described.getColumnCount()];
            for (int column = 0; column < types.length; column++) {
                columns.add(described.getColumnLabel(column + 1));
                types[column] = described.getColumnType(column + 1);
            }
        } catch (SQLException e) {
            closeAfterFailure(opened);
            throw unreadable(e);
        }
    }

    private static void check(String query) {
        String trimmed = query.strip().replaceFirst(";\\s*$", "");
        if (trimmed.isEmpty()) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "a database is read with a query: --query events=\"SELECT ...\" or --query items=\"SELECT ...\"");
        }
        if (!QUERY.matcher(trimmed).matches()) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "the query must be a SELECT, which may begin with WITH; found \"" + trimmed.split("\\s", 2)[0]
                            + "\"");
        }
    }

    private static Connection connect(DatabaseUrl url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        if (url.isPostgresql()) {
            properties.setProperty("ApplicationName", "crossaisle import");
            properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        } else {
            properties.setProperty("connectTimeout", String.valueOf(1_000 * CONNECT_SECONDS));
        }
        Connection connection = DriverManager.getConnection(url.forDriver(), properties);
        try {
            connection.setReadOnly(true);
            connection.setAutoCommit(false); // PostgreSQL streams within a transaction only
            if (!url.isPostgresql()) {
                try (Statement start = connection.createStatement()) {
                    start.execute("SET SESSION TRANSACTION READ ONLY");
                }
            }
            return connection;
        } catch (SQLException e) {
            closeAfterFailure(connection);
            throw e;
        }
    }

    private static void closeAfterFailure(@Nullable Connection opened) {
        if (opened != null) {
            try {
                opened.close();
            } catch (SQLException e) {
                // ignored: the exception that made us close it is thrown instead
            }
        }
    }

    private RecsException unreadable(SQLException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return Unreadable.because(
                name()
                        + (line == 0 ? " cannot be queried: " : " cannot be read on after row " + line + ": ")
                        + message
                        + (isRefusal(e)
                                ? ". User and password are taken from " + USER + " and " + PASSWORD
                                        + " in the environment"
                                : ""),
                e);
    }

    /** True when the database did not accept the user: SQLSTATE class 28. */
    private static boolean isRefusal(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("28");
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String name() {
        return url.shown();
    }

    @Override
    public String format() {
        return url.isPostgresql() ? "PostgreSQL query" : "MySQL query";
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean next() {
        try {
            if (!rows.next()) {
                return false;
            }
            line++;
            for (int column = 0; column < types.length; column++) {
                digest.update(text(column).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return true;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String where(long row) {
        return name() + ", row " + row;
    }

    @Override
    public Optional<String> fault() {
        return Optional.empty();
    }

    @Override
    public String text(int column) {
        try {
            return switch (types[column]) {
                case Types.ARRAY -> String.join(LIST_SEPARATOR, values(column));
                case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> time(column);
                case Types.NUMERIC, Types.DECIMAL, Types.FLOAT, Types.DOUBLE, Types.REAL -> number(column);
                default -> plain(rows.getString(column + 1));
            };
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** A number without an exponent, so that an id such as 4012345000000 stays what it is. */
    private String number(int column) throws SQLException {
        String text = plain(rows.getString(column + 1));
        return text.indexOf('E') >= 0 || text.indexOf('e') >= 0 ? new BigDecimal(text).toPlainString() : text;
    }

    /** A time as ISO-8601: with its offset if the column has a time zone, else without one. */
    private String time(int column) throws SQLException {
        String type = rows.getMetaData().getColumnTypeName(column + 1);
        boolean zoned = type.equalsIgnoreCase("timestamptz") || types[column] == Types.TIMESTAMP_WITH_TIMEZONE;
        Class<? extends Temporal> form = zoned ? OffsetDateTime.class : LocalDateTime.class;
        Temporal time = rows.getObject(column + 1, form);
        return time == null ? "" : time.toString();
    }

    @Override
    public List<String> values(int column) {
        if (types[column] != Types.ARRAY) {
            return RowReader.super.values(column);
        }
        try {
            Array array = rows.getArray(column + 1);
            return array == null
                    ? List.of()
                    : Arrays.stream((Object[]) array.getArray())
                            .filter(element -> element != null)
                            .map(element -> element.toString().strip())
                            .toList();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<String> objectLists() {
        return List.of();
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public long bytesRead() {
        return line;
    }

    @Override
    public long bytesTotal() {
        return -1;
    }

    @Override
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        try (Connection open = connection;
                Statement queried = statement) {
            rows.close();
            open.rollback();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }
}
