package org.crossaisle.cli.serve;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.crossaisle.RecsException;

/**
 * The HTTP server as a separate process, since Quarkus has its own class path. It ends when this process ends, also
 * when this one is killed.
 */
public final class ServerProcess {
    /** The system property that names the server's jar, set by the launcher script. */
    static final String JAR = "crossaisle.server";

    /** The argument with which the server ends at the end of its input, a pipe that this process holds open. */
    private static final String UNTIL_END_OF_INPUT = "until-end-of-input";

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");

    private final Process process;
    private final URI address;

    private ServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Settings of the server process.
     *
     * @param shop shop directory; empty for the shop the model was trained on
     * @param events the file of live events; empty: {@code live/events.sqlite} in the shop directory
     * @param allowedHosts names or addresses under which clients may reach the server besides the loopback and the host
     * @param dial the shop's default settings for lists, by the names of
     *     {@link org.crossaisle.io.settings.CrossingText}
     */
    public record Settings(
            Path model,
            Optional<Path> shop,
            Optional<Path> events,
            String host,
            int port,
            List<String> allowedHosts,
            Map<String, String> dial) {
        public Settings {
            allowedHosts = List.copyOf(allowedHosts);
            for (String name : allowedHosts) {
                if (!HOST.matcher(name).matches()) {
                    throw new RecsException(
                            RecsException.Code.SETTING_INVALID,
                            "--allowed-host is \"" + name
                                    + "\", must be a host name or an address, without scheme, port and path");
                }
            }
            if (port < 1 || port > 65_535) {
                throw new RecsException(
                        RecsException.Code.SETTING_INVALID, "--port is " + port + ", must be in [1, 65535]");
            }
        }

        URI address() {
            return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/");
        }

        boolean isLoopback() {
            return addressOf(host).isLoopbackAddress();
        }
    }

    /**
     * Checks early that the server can start: that it is built, and that its port is free.
     *
     * @throws RecsException when it cannot start; the message gives the reason
     */
    public static void check(Settings settings) {
        jar();
        try (ServerSocket socket = new ServerSocket(settings.port(), 1, addressOf(settings.host()))) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "port " + settings.port() + " of " + settings.host() + " cannot be opened (" + e.getMessage()
                            + "); choose another with --port",
                    e);
        }
    }

    /** Starts the server; it writes to the same output as this process. */
    static ServerProcess start(Settings settings) {
        check(settings);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(ServerProcess::isForTheServerToo)
                .forEach(command::add);
        command.add("-Dcrossaisle.model=" + settings.model().toAbsolutePath());
        settings.shop().ifPresent(shop -> command.add("-Dcrossaisle.shop=" + shop.toAbsolutePath()));
        settings.events().ifPresent(events -> command.add("-Dcrossaisle.events=" + events.toAbsolutePath()));
        if (!settings.allowedHosts().isEmpty()) {
            command.add("-Dcrossaisle.allowed-hosts=" + String.join(",", settings.allowedHosts()));
        }
        settings.dial().forEach((name, text) -> command.add("-Dcrossaisle.lists." + name + "=" + text));
        command.add("-Dquarkus.http.host=" + settings.host());
        command.add("-Dquarkus.http.port=" + settings.port());
        command.add("-Dquarkus.log.category.\"io.quarkus\".level=WARN"); // this program reports that it is up
        command.add("-jar");
        command.add(jar().toString());
        command.add(UNTIL_END_OF_INPUT);
        try {
            Process process = new ProcessBuilder(command)
                    .inheritIO()
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            ServerProcess server = new ServerProcess(process, settings.address());
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "server-stop"));
            return server;
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.UNSUPPORTED, "the server cannot be started: " + e.getMessage(), e);
        }
    }

    /**
     * Whether to pass on a JVM argument: heap, native access, libraries and settings, but not arguments for this
     * process only, such as a debugger.
     */
    static boolean isForTheServerToo(String argument) {
        boolean ours = argument.startsWith("-Dcrossaisle.");
        return (ours && !argument.startsWith("-D" + JAR + "=") && !argument.startsWith("-Dcrossaisle.terminal="))
                || argument.startsWith("-X")
                || argument.startsWith("-Dorg.bytedeco.")
                || argument.startsWith("-Dquarkus.")
                || argument.startsWith("--enable-native-access")
                || argument.startsWith("--sun-misc-unsafe-memory-access");
    }

    private static Path jar() {
        String jar = System.getProperty(JAR);
        if (jar == null || !Files.isRegularFile(Path.of(jar))) {
            throw new RecsException(
                    RecsException.Code.UNSUPPORTED,
                    "the server is not built: " + (jar == null ? "-D" + JAR + " is not set" : jar + " is not there")
                            + "; start the program as ./crossaisle, which builds it");
        }
        return Path.of(jar);
    }

    private static InetAddress addressOf(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID, "--host is " + host + ", must be a host or an address", e);
        }
    }

    /** Waits until the server answers: true, or false when it has ended instead. */
    boolean awaitReady() throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(reachable().resolve("health/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        while (process.isAlive()) {
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return true;
                }
            } catch (IOException e) {
                // the port is not open yet
            }
            Thread.sleep(POLL.toMillis());
        }
        return false;
    }

    /** The address for local requests: the loopback address if the server listens on all interfaces. */
    private URI reachable() {
        boolean everywhere = addressOf(address.getHost()).isAnyLocalAddress();
        return everywhere ? URI.create("http://127.0.0.1:" + address.getPort() + "/") : address;
    }

    URI address() {
        return address;
    }

    /** Waits until the server ends and returns its exit status. */
    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks the server to end, and waits until it has ended. */
    void stop() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
