package org.crossaisle.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Connections to the database of the store, set up for durable writing or for reading beside it. */
final class Connections {
    /** How long another program, a copying one perhaps, is waited for. */
    private static final int BUSY_MILLIS = 10_000;

    /** What the write-ahead log is cut back to after it had to grow. */
    private static final int LOG_BYTES = 64 << 20;

    /** What stands for itself in a URI; all else is written as its bytes. */
    private static final String PLAIN = "/.-_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Connections() {}

    /** A connection that has written to the disk whatever it commits when the commit returns. */
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
            throw new SQLException(file + " is no path for " + JDBC.PREFIX);
        }
        return connection;
    }

    /** The file as a URI, so that nothing in its path is read as an option of the driver. */
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
