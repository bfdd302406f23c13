package org.crossaisle.io.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * Opens in-memory DuckDB databases, and names files in SQL.
 *
 * <p>A path is never part of a JDBC URL, where everything after a semicolon would be an option. It is written in SQL as
 * a quoted literal.
 */
public final class DuckDb {
    private DuckDb() {}

    /** Opens a new, empty database in memory. Results are streamed, and no extension is downloaded. */
    public static Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET autoinstall_known_extensions = false");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The name of a file or directory, in a form that DuckDB reads correctly. It must not be used after closing. */
    public static final class Name implements AutoCloseable {
        private static final String LINK = "link";
        private static final String SPECIAL = "\\*?[]{}";

        private final Path path; // absolute
        private final Optional<Path> temporary; // the directory of the link

        private Name(Path path, Optional<Path> temporary) {
            this.path = path;
            this.temporary = temporary;
        }

        /**
         * The path itself, or, if it contains a backslash, which DuckDB takes for a slash, or a character of patterns,
         * a symbolic link to it in the temporary directory.
         */
        public static Name of(Path path) throws IOException {
            Path absolute = path.toAbsolutePath();
            if (absolute.toString().chars().noneMatch(character -> SPECIAL.indexOf(character) >= 0)) {
                return new Name(absolute, Optional.empty());
            }
            Path directory = Files.createTempDirectory("crossaisle-");
            return new Name(Files.createSymbolicLink(directory.resolve(LINK), absolute), Optional.of(directory));
        }

        /** The name as an SQL literal. */
        public String literal() {
            return literal(path);
        }

        /** A file in this directory, as an SQL literal. */
        public String literal(String file) {
            return literal(path.resolve(file));
        }

        /**
         * The rows of this Parquet file, as an SQL table expression. A directory named {@code key=value} adds no
         * column.
         */
        public String parquet() {
            return parquet(false);
        }

        /** @param numbered true to add the column {@code file_row_number}, from 0 */
        String parquet(boolean numbered) {
            return "read_parquet(" + literal() + ", hive_partitioning = false"
                    + (numbered ? ", file_row_number = true)" : ")");
        }

        private static String literal(Path path) {
            return "'" + path.toString().replace("'", "''") + "'";
        }

        @Override
        public void close() throws IOException {
            if (temporary.isPresent()) {
                Files.delete(path);
                Files.delete(temporary.get());
            }
        }
    }
}
