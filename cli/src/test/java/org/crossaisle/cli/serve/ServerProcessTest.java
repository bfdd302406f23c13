package org.crossaisle.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.RecsException;
import org.crossaisle.cli.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
    private static final Path BUILT = Path.of("../server/target/quarkus-app/quarkus-run.jar");

    @TempDir
    Path directory;

    @BeforeEach
    void findServer() {
        System.setProperty(ServerProcess.JAR, BUILT.toAbsolutePath().normalize().toString());
    }

    @AfterEach
    void forgetServer() {
        System.clearProperty(ServerProcess.JAR);
    }

    private static void requireServer() {
        assumeTrue(Files.isRegularFile(BUILT), "the server is not packaged; mvn verify packages it first");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private ServerProcess.Settings settings(Path model, int port) {
        return new ServerProcess.Settings(
                model, Optional.empty(), Optional.empty(), "127.0.0.1", port, List.of(), Map.of());
    }

    private static void run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        assertThat(Main.commandLine().setOut(out).setErr(out).execute(arguments))
                .as(said.toString())
                .isZero();
    }

    @Test
    void server_answersUntilItIsStoppedAndThenItsPortIsFree() throws Exception {
        requireServer();
        String simulated = directory.resolve("simulated").toString();
        String shop = directory.resolve("shop").toString();
        Path model = directory.resolve("model");
        run("simulate", "--users", "100", "--items", "200", "--events", "2000", "--plain", "--out", simulated);
        run("import", "--events", simulated + "/events.csv", "--items", simulated + "/items.csv", "--shop", shop);
        run("train", "--shop", shop, "--recipe", "itemknn", "--model", model.toString());
        ServerProcess.Settings settings = new ServerProcess.Settings(
                model,
                Optional.empty(),
                Optional.empty(),
                "127.0.0.1",
                freePort(),
                List.of("shop.example", "shop.test"),
                Map.of());
        ServerProcess server = ServerProcess.start(settings);
        try {
            assertThat(server.awaitReady()).isTrue();
            assertThat(statusFor("shop.test", settings.port())).isEqualTo("HTTP/1.1 200 OK");
            assertThat(statusFor("evil.test", settings.port())).startsWith("HTTP/1.1 421 ");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(server.address().resolve("v1/users/u0000001/recommendations"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"basis\":\"model\"");
            assertThatThrownBy(() -> ServerProcess.check(settings))
                    .isInstanceOf(RecsException.class)
                    .hasMessageContaining("port " + settings.port() + " of 127.0.0.1 cannot be opened");
        } finally {
            server.stop();
        }
        ServerProcess.check(settings);
    }

    /** The status line for a request with this Host, which Java's own client does not let one choose. */
    private static String statusFor(String host, int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET /v1/shop HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    @Test
    void allowedHostThatIsNone_isMisuse() {
        for (String name : List.of("http://shop.example", "shop.example:80", "a,b", "", "shop/x", "*")) {
            assertThatThrownBy(() -> new ServerProcess.Settings(
                            directory, Optional.empty(), Optional.empty(), "::", 80, List.of(name), Map.of()))
                    .isInstanceOf(RecsException.class)
                    .hasMessageContaining("--allowed-host is \"" + name + "\", must be a host name or an address");
        }
        assertThat(new ServerProcess.Settings(
                                directory,
                                Optional.empty(),
                                Optional.empty(),
                                "::",
                                80,
                                List.of("fe80::1", "[::2]"),
                                Map.of())
                        .allowedHosts())
                .containsExactly("fe80::1", "[::2]");
    }

    /** docs/serving.md says that they are. */
    @Test
    void settingsOfTheServer_arePassedOn_andThoseOfThisProcessAreNot() {
        assertThat(ServerProcess.isForTheServerToo("-Dcrossaisle.queue=200")).isTrue();
        assertThat(ServerProcess.isForTheServerToo("-Xmx2g")).isTrue();
        assertThat(ServerProcess.isForTheServerToo("-Dcrossaisle.server=server.jar"))
                .isFalse();
        assertThat(ServerProcess.isForTheServerToo("-Dcrossaisle.terminal=true"))
                .isFalse();
        assertThat(ServerProcess.isForTheServerToo("-agentlib:jdwp=server=y")).isFalse();
    }

    @Test
    void serverThatCannotLoad_endsWithItsStatus() throws Exception {
        requireServer();
        ServerProcess server = ServerProcess.start(settings(directory.resolve("nothing"), freePort()));
        assertThat(server.awaitReady()).isFalse();
        assertThat(server.await()).isEqualTo(1);
    }

    @Test
    void serverThatIsNotBuilt_isSaidSo() throws IOException {
        System.setProperty(ServerProcess.JAR, directory.resolve("no.jar").toString());
        ServerProcess.Settings settings = settings(directory, freePort());
        assertThatThrownBy(() -> ServerProcess.start(settings))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("the server is not built");
    }

    @Test
    void missingModel_isNamedBeforeAnythingStarts() {
        StringWriter said = new StringWriter();
        int status = Main.commandLine()
                .setErr(new PrintWriter(said, true))
                .execute("serve", "--model", directory.resolve("nothing").toString());
        assertThat(status).isEqualTo(1);
        assertThat(said.toString()).startsWith("crossaisle: --model is ").contains("which is not a directory");
    }

    @Test
    void portOutsideItsRange_isMisuse() {
        assertThatThrownBy(() -> settings(directory, 70_000))
                .isInstanceOf(RecsException.class)
                .hasMessage("--port is 70000, must be in [1, 65535]");
    }

    @Test
    void loopback_isToldFromOtherAddresses() {
        assertThat(settings(directory, 8080).isLoopback()).isTrue();
        assertThat(new ServerProcess.Settings(
                                directory, Optional.empty(), Optional.empty(), "0.0.0.0", 8080, List.of(), Map.of())
                        .isLoopback())
                .isFalse();
        assertThat(new ServerProcess.Settings(
                                directory, Optional.empty(), Optional.empty(), "::1", 8080, List.of(), Map.of())
                        .address())
                .hasToString("http://[::1]:8080/");
    }
}
