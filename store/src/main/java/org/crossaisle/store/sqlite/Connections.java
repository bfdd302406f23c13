package org.crossaisle.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Opens connections to the database of the store, for durable writing or for concurrent reading. */
final class Connections {
    /** How long to wait for another program that locks the database, such as a backup. */
    private static final int BUSY_MILLIS = 10_000;

    /** The size to which the write-ahead log is truncated after it has grown. */
    private static final int LOG_BYTES = 64 << 20;

    /** Characters that are not escaped in a URI; all others are percent-encoded. */
    private static final String PLAIN = "/.-_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Connections() {}

    /** A connection whose commits are on disk when they return. */
    static Connection writer(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setJournalSizeLimit(LOG_BYTES);
        return open(file, config.toProperties());
    }

    static Connection reader(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setReadOnly(true);
        return open(file, config.toProperties());
    }

    private static Connection open(Path file, Properties properties) throws SQLException {
        Connection connection = JDBC.createConnection(url(file), properties);
        if (connection == null) {
            throw new SQLException(file + " is not a path for " + JDBC.PREFIX);
        }
        return connection;
    }

    /** The URL of the file, written as a URI so that nothing in its path is read as a driver option. */
    private static String url(Path file) {
        StringBuilder url = new StringBuilder(JDBC.PREFIX).append("file:");
        for (byte each : file.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xff);
            if (PLAIN.indexOf(character) >= 0) {
                url.append(character);
            } else {
                url.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return url.toString();
    }
}
