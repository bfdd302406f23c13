package org.crossaisle.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.crossaisle.server.problem.Problem;

/** A connection on which a request is sent byte by byte, since clients refuse to send what is to be sent here. */
final class RawHttp implements Closeable {
    /** A busy machine answers late. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Longer than the server waits for what a refused client still sends. */
    private static final Duration UNTIL_CLOSED = Duration.ofSeconds(5);

    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Socket socket;

    RawHttp() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setTcpNoDelay(true);
    }

    /** What the server answers to a request, on a connection of its own. */
    static Answer ask(String request) throws IOException {
        try (RawHttp connection = new RawHttp()) {
            return connection.send(request).answer();
        }
    }

    /** A request without a body, with the usual Host. */
    static Answer get(String target, String... headers) throws IOException {
        return ask(head("GET", target, headers));
    }

    /** The head of a request with the usual Host. */
    static String head(String method, String target, String... headers) {
        return method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + RestAssured.port + "\r\n" + lines(headers);
    }

    /** Headers and the blank line that ends them. */
    static String lines(String... headers) {
        return Arrays.stream(headers).map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n";
    }

    /**
     * An answer.
     *
     * @param headers by name in lower case
     * @param closed whether the server closed the connection after it, as far as it said that it would
     */
    record Answer(int status, Map<String, String> headers, String body, boolean closed) {
        JsonPath json() {
            return new JsonPath(body);
        }

        /** Checks that it is a problem document as all are, with the headers of a browser's safety. */
        Answer isProblem(int expected, String kind, String detail) {
            assertThat(status).as(toString()).isEqualTo(expected);
            assertThat(headers.get("content-type")).as(toString()).isEqualTo(Problem.MEDIA_TYPE);
            assertThat(headers.get("content-security-policy")).contains("default-src 'self'", "frame-ancestors 'none'");
            assertThat(headers)
                    .containsEntry("x-frame-options", "DENY")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("referrer-policy", "no-referrer");
            assertThat(json().getString("type")).isEqualTo("urn:crossaisle:problem:" + kind);
            assertThat(json().getInt("status")).isEqualTo(expected);
            assertThat(json().getString("detail")).contains(detail);
            return this;
        }

        /** Checks that the server said that it closes the connection, and did. */
        Answer isTheLast() {
            assertThat(headers.get("connection")).as(toString()).isEqualToIgnoringCase("close");
            assertThat(closed).as("the connection is closed after " + this).isTrue();
            return this;
        }
    }

    RawHttp send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    RawHttp send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** The next answer. */
    Answer answer() throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        String head = head();
        String[] lines = head.split("\r\n");
        Map<String, String> headers = Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(": ?", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0].toLowerCase(Locale.ROOT), pair -> pair[1], (a, b) -> a + "," + b));
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
        boolean closed = "close".equalsIgnoreCase(headers.get("connection")) && isClosed();
        return new Answer(Integer.parseInt(lines[0].substring(9, 12)), headers, body, closed);
    }

    private String head() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(END_OF_HEAD)) {
            int next = in.read();
            assertThat(next)
                    .as("the server closes the connection instead of an answer, after: " + head)
                    .isNotNegative();
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** True when the server closes it within a while, and sends nothing before. */
    private boolean isClosed() throws IOException {
        socket.setSoTimeout((int) UNTIL_CLOSED.toMillis());
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true; // reset, which is a close too
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
