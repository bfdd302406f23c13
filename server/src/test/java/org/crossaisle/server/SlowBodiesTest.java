package org.crossaisle.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies that do not come hold up nobody. A body has 3 s, and 250 of one client may be on their way. */
@QuarkusTest
@QuarkusTestResource(value = ImpatientShop.class, restrictToAnnotatedClass = true)
class SlowBodiesTest {
    private static final String JSON = "Content-Type: application/json";
    private static final String EVENT = "{\"user\": \"prompt\", \"item\": \"i000001\", \"action\": \"view\"}";

    private final List<RawHttp> connections = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (RawHttp connection : connections) {
            connection.close();
        }
    }

    /** Sends the head of a request and the first character of its body. */
    private RawHttp begin(String method, String path, String... headers) throws IOException {
        RawHttp connection = new RawHttp();
        connections.add(connection);
        return connection.send(RawHttp.head(method, path, headers) + "[");
    }

    private RawHttp begin() throws IOException {
        return begin("POST", "/v1/events", JSON, "Content-Length: 1000");
    }

    private static RawHttp.Answer post() throws IOException {
        return RawHttp.ask(RawHttp.head("POST", "/v1/events", JSON, "Content-Length: " + EVENT.length()) + EVENT);
    }

    /** There are 200 worker threads; 300 bodies would hold all of them. */
    @Test
    void unfinishedBodies_holdUpNoOtherRequest_andTheOldestGiveWay() throws IOException {
        for (int at = 0; at < 300; at++) {
            begin();
        }
        for (String path : List.of("/v1/items/i000001", "/v1/users/u6/history", "/health/ready", "/")) {
            assertThat(RawHttp.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(post().status()).isEqualTo(202);
        RawHttp.Answer oldest = connections.get(0).answer();
        oldest.isProblem(429, "bodies-too-many", "from this address").isTheLast();
        assertThat(oldest.headers()).containsEntry("retry-after", "1");
    }

    @Test
    void bodyThatTakesTooLong_isRefused_onEveryPath_howeverItTrickles() throws IOException {
        List<RawHttp> slow = List.of(
                begin(),
                begin("POST", "/v1/audiences", JSON, "Content-Length: 1000"),
                new RawHttp()
                        .send(RawHttp.head("POST", "/v1/events", JSON, "Transfer-Encoding: chunked") + "1\r\n[\r\n"),
                begin("GET", "/v1/shop", "Content-Length: 1000"),
                begin("POST", "/v1/events", "Content-Length: 1000"),
                begin("POST", "/", "Content-Length: 1000"),
                begin("PUT", "/nope", "Content-Length: 1000"));
        long start = System.nanoTime();
        try (RawHttp trickling = begin()) {
            for (int at = 0; at < 20 && System.nanoTime() - start < 2_500_000_000L; at++) {
                trickling.send(" ");
                Thread.sleep(100);
            }
            trickling.answer().isProblem(408, "body-too-slow", "within 3.0 s").isTheLast();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (RawHttp connection : slow) {
            connection.answer().isProblem(408, "body-too-slow", "within 3.0 s").isTheLast();
        }
    }

    @Test
    void bodyThatIsCutOff_isNotLogged() throws Exception {
        try (Logged logged = new Logged()) {
            for (int at = 0; at < 20; at++) {
                begin().close();
            }
            begin("POST", "/v1/audiences", JSON, "Content-Length: 1000").close();
            begin("POST", "/v1/events", JSON, "Transfer-Encoding: chunked").close();
            assertThat(post().status()).isEqualTo(202);
            Thread.sleep(500);
            assertThat(logged.lines()).noneMatch(line -> line.contains("failed") || line.contains("Exception"));
        }
    }

    @Test
    void bodyInPieces_isRead_andClientsThatAskFirstAreToldToGoOn() throws IOException {
        try (RawHttp connection = new RawHttp()) {
            connection.send(RawHttp.head(
                    "POST", "/v1/events", JSON, "Expect: 100-continue", "Content-Length: " + EVENT.length()));
            assertThat(connection.answer().status()).isEqualTo(100);
            connection.send(EVENT.substring(0, 7)).send(EVENT.substring(7));
            assertThat(connection.answer().status()).isEqualTo(202);
            connection.send(RawHttp.head("POST", "/v1/events", JSON, "Transfer-Encoding: chunked"));
            for (String piece : List.of(EVENT.substring(0, 7), EVENT.substring(7))) {
                connection.send(Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n");
            }
            assertThat(connection.send("0\r\n\r\n").answer().status()).isEqualTo(202);
            assertThat(connection
                            .send(RawHttp.head("GET", "/v1/shop", "Content-Length: 2") + "{}")
                            .answer()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void tooLargeABody_isRefused_whetherItSaysSoOrNot() throws IOException {
        RawHttp.ask(RawHttp.head("POST", "/v1/events", JSON, "Content-Length: " + ((8 << 20) + 1)))
                .isProblem(413, "body-too-large", "8388608 bytes")
                .isTheLast();
        String chunk = " ".repeat(1 << 20);
        String body = (Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n").repeat(9);
        RawHttp.ask(RawHttp.head("POST", "/v1/events", JSON, "Transfer-Encoding: chunked") + body)
                .isProblem(413, "body-too-large", "8388608 bytes")
                .isTheLast();
    }
}
