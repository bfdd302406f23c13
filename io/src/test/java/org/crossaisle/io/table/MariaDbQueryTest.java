package org.crossaisle.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Runs where MariaDB is installed, and must run where CROSSAISLE_MARIADB is "required". */
class MariaDbQueryTest extends QueryRowsContract {
    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
    private static final Path INSTALL = Path.of("/usr/bin/mariadb-install-db");
    private static final String READER = "reader";

    @TempDir(cleanup = CleanupMode.ALWAYS)
    private static Path directory;

    private static Process server;
    private static int port;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        boolean found = Files.isExecutable(SERVER) && Files.isExecutable(INSTALL);
        if ("required".equals(System.getenv("CROSSAISLE_MARIADB"))) {
            assertThat(found).as("MariaDB is installed").isTrue();
        }
        assumeTrue(found, "MariaDB is not installed");
        Path data = directory.resolve("data");
        String user = "--user=" + System.getProperty("user.name");
        run(INSTALL.toString(), "--no-defaults", "--datadir=" + data, "--auth-root-authentication-method=normal", user);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = process(
                SERVER.toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--socket=" + directory.resolve("s"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                user);
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            try (Connection root =
                            DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/mysql", "root", "");
                    Statement statement = root.createStatement()) {
                statement.execute("CREATE DATABASE shop CHARACTER SET utf8mb4");
                String reader = READER + "@localhost";
                statement.execute("CREATE USER " + reader + " IDENTIFIED BY '" + PASSWORD + "'");
                statement.execute("GRANT ALL ON shop.* TO " + reader);
                return;
            } catch (SQLException e) {
                if (!server.isAlive() || Instant.now().isAfter(end)) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private static Process process(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(process(command).waitFor()).as(List.of(command).toString()).isZero();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.destroy();
            server.waitFor();
        }
    }

    @Override
    String url() {
        return "jdbc:mysql://127.0.0.1:" + port + "/shop";
    }

    @Override
    String user() {
        return READER;
    }

    @Override
    String password() {
        return PASSWORD;
    }
}
