package org.crossaisle.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.crossaisle.cli.Call;
import org.crossaisle.cli.ChildProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server ends with the process that started it, however that one ends, and lets go of its port. */
class OrphanServerTest {
    private static final Path BUILT = Path.of("../server/target/quarkus-app/quarkus-run.jar");

    @TempDir
    Path directory;

    @BeforeEach
    void findServer() {
        assumeTrue(Files.isRegularFile(BUILT), "the server is not packaged; mvn verify packages it first");
        System.setProperty(ServerProcess.JAR, BUILT.toAbsolutePath().normalize().toString());
        String simulated = directory.resolve("simulated").toString();
        Call.of("simulate", "--users", "100", "--items", "200", "--events", "2000", "--plain", "--out", simulated)
                .endsWith(0);
        Call.of("import", "--events", simulated + "/events.csv", "--items", simulated + "/items.csv", "--shop", shop())
                .endsWith(0);
        Call.of("train", "--shop", shop(), "--recipe", "itemknn", "--model", model())
                .endsWith(0);
    }

    @AfterEach
    void forgetServer() {
        System.clearProperty(ServerProcess.JAR);
    }

    private String shop() {
        return directory.resolve("shop").toString();
    }

    private String model() {
        return directory.resolve("model").toString();
    }

    @Test
    void killedCommandLine_takesItsServerAlong() throws Exception {
        assertThat(endAndAwaitServer("-KILL")).isEqualTo(128 + 9);
    }

    @Test
    void terminatedCommandLine_stopsItsServer() throws Exception {
        assertThat(endAndAwaitServer("-TERM")).isEqualTo(128 + 15);
    }

    /** Returns the exit status of the command line. */
    private int endAndAwaitServer(String signal) throws Exception {
        int port = freePort();
        Path output = directory.resolve("output.txt");
        Process commandLine = ChildProgram.start(output, "serve", "--model", model(), "--port", String.valueOf(port));
        while (commandLine.isAlive() && !Files.readString(output).contains("serving ")) {
            commandLine.waitFor(50, TimeUnit.MILLISECONDS);
        }
        List<ProcessHandle> servers = commandLine.descendants().toList();
        assertThat(servers).as(Files.readString(output)).hasSize(1);
        ProcessHandle server = servers.get(0);
        try {
            assertThat(new ProcessBuilder("sh", "-c", "kill " + signal + " " + commandLine.pid())
                            .start()
                            .waitFor())
                    .isZero();
            server.onExit().get(30, TimeUnit.SECONDS);
            assertThat(commandLine.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.destroyForcibly();
            commandLine.destroyForcibly();
        }
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(free.isBound()).isTrue();
        }
        return commandLine.exitValue();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
