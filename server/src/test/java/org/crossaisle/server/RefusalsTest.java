package org.crossaisle.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before any route is asked is a problem document that says what is wrong, like all others. */
@QuarkusTest
@QuarkusTestResource(TrainedShop.class)
class RefusalsTest {
    private static final String JSON = "Content-Type: application/json";

    /** One path below each route: of the API, of the page, and of what the framework brings. */
    private static final List<String> PATHS = List.of(
            "/v1/users/u1/history",
            "/v1/users/u1/recommendations",
            "/v1/users/u1/categories",
            "/v1/items/i1",
            "/v1/items/i1/similar",
            "/v1/categories/Sports/next",
            "/v1/shop",
            "/v1/events",
            "/v1/audiences",
            "/",
            "/crossaisle.js",
            "/health",
            "/openapi",
            "/docs/",
            "/nope");

    private static final Map<String, String> BAD = Map.of(
            "%zz", "is not followed by two hex digits; a % itself is written %25",
            "%", "is not followed by two hex digits",
            "%4", "is not followed by two hex digits",
            "%\u0664\u0664", "is not followed by two hex digits",
            "%ff", "are not UTF-8",
            "%C3%28", "are not UTF-8",
            "%ED%A0%80", "are not UTF-8",
            "\u5f20", "is not ASCII",
            "\u0001", "must be written %01");

    @Test
    void badCharacterInAnyPathOrQuery_isAProblem() throws IOException {
        int asked = 0;
        for (String path : PATHS) {
            for (Map.Entry<String, String> bad : BAD.entrySet()) {
                String inPath =
                        path.endsWith("/") ? path + "u" + bad.getKey() : path.replaceAll("[^/]+$", "u" + bad.getKey());
                RawHttp.get(inPath)
                        .isProblem(400, "request-malformed", bad.getValue())
                        .isProblem(400, "request-malformed", "in the path, the ");
                RawHttp.get(path + "?count=1&x=" + bad.getKey())
                        .isProblem(400, "request-malformed", bad.getValue())
                        .isProblem(400, "request-malformed", "in the query, the ");
                asked += 2;
            }
        }
        assertThat(asked).isEqualTo(2 * 15 * 9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "> %3E", "< %3C", "\" %22", "{ %7B", "} %7D", "| %7C", "\\ %5C", "^ %5E", "# %23",
            })
    void characterThatMustBeEncoded_isNamedWithItsCode(String character, String code) throws IOException {
        String detail = "the " + character + " at character 23 must be written " + code;
        RawHttp.get("/v1/categories/Kitchen" + character + "Coffee/next")
                .isProblem(400, "request-malformed", "in the path, " + detail)
                .isTheLast();
        RawHttp.get("/v1/users/u1/recommendations?categories=Some%3EKitchen" + character)
                .isProblem(400, "request-malformed", "in the query, " + detail.replace("character 23", "character 26"))
                .isTheLast();
    }

    @Test
    void charactersThatNeedNoCode_arePassedOn() throws IOException {
        String odd = "-._~!$&'()*+,=:@";
        assertThat(RawHttp.get("/v1/users/" + odd + "/history").status()).isEqualTo(200);
        assertThat(RawHttp.get("/v1/users/%E5%BC%A0%2F%25%3B/history?count=1").status())
                .isEqualTo(200);
        RawHttp.get("/v1/users/u1/history?" + odd.replace("&", "") + "/?[]")
                .isProblem(400, "setting-invalid", "no parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "v1/shop",
                "evil.com:443",
                "ftp://127.0.0.1/v1/shop",
                "http://me@127.0.0.1/v1/shop",
                "http://"
            })
    void targetThatIsNoPath_isAProblem(String target) throws IOException {
        RawHttp.get(target)
                .isProblem(400, "request-malformed", "the request line asks for ")
                .isTheLast();
    }

    @Test
    void targetWithTheHostBeforeThePath_isAnswered() throws IOException {
        assertThat(RawHttp.get("http://localhost/v1/users/u1/history?count=1")
                        .json()
                        .getInt("size"))
                .isNotNegative();
    }

    @Test
    void longRequestLine_isAProblem() throws IOException {
        RawHttp.get("/v1/users/" + "a".repeat(5_000) + "/history")
                .isProblem(414, "path-too-long", "4096")
                .isTheLast();
        RawHttp.get("/v1/shop?" + "a".repeat(5_000))
                .isProblem(414, "path-too-long", "4096")
                .isTheLast();
    }

    @Test
    void largeHeaders_areAProblem() throws IOException {
        RawHttp.get("/v1/shop", "X: " + "a".repeat(30_000))
                .isProblem(431, "headers-too-large", "20480")
                .isTheLast();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v1/users/a b/history HTTP/1.1|the request line cannot be read",
                "GET /v1/shop|the request line cannot be read",
                "GET|the request line cannot be read",
                "nonsense|the request line cannot be read",
            })
    void requestLineThatIsNone_isAProblem(String line, String detail) throws IOException {
        RawHttp.ask(line + "\r\nHost: localhost\r\n\r\n")
                .isProblem(400, "request-malformed", detail)
                .isTheLast();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2.0", "HTTP/9.9", "XTTP/1.1"})
    void otherVersion_isAProblem(String version) throws IOException {
        RawHttp.ask("GET /v1/shop " + version + "\r\nHost: localhost\r\n\r\n")
                .isProblem(505, "version-unsupported", "HTTP/1.1")
                .isTheLast();
    }

    @Test
    void prefaceOfHttp2_isAProblem() throws IOException {
        RawHttp.ask("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
                .isProblem(505, "version-unsupported", "HTTP/1.1")
                .isTheLast();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X : a|without a space before the colon",
                "X|NAME: VALUE",
                "X: a\u0000b|control characters",
                "Content-Length: -1|the Content-Length is \"-1\"",
                "Content-Length: abc|the Content-Length is \"abc\"",
                "Content-Length: 99999999999999999999|must be a number of bytes",
                "Content-Length: 1,2|must be a number of bytes",
                "Transfer-Encoding: gzip|the Transfer-Encoding is \"gzip\", must be chunked",
                "Transfer-Encoding: chunked, chunked|must be chunked",
            })
    void badHeader_isAProblem(String header, String detail) throws IOException {
        RawHttp.ask(RawHttp.head("POST", "/v1/events", JSON, header))
                .isProblem(400, "request-malformed", detail)
                .isTheLast();
    }

    @Test
    void twoLengths_areAProblem() throws IOException {
        RawHttp.ask(RawHttp.head("POST", "/v1/events", JSON, "Content-Length: 2", "Content-Length: 3") + "{}")
                .isProblem(400, "request-malformed", "there are 2 Content-Length headers")
                .isTheLast();
        RawHttp.ask(RawHttp.head("POST", "/v1/events", JSON, "Content-Length: 2", "Transfer-Encoding: chunked")
                        + "0\r\n\r\n")
                .isProblem(400, "request-malformed", "both a Content-Length and a Transfer-Encoding")
                .isTheLast();
    }

    @Test
    void bodyThatIsNotInChunks_isAProblem() throws IOException {
        RawHttp.ask(RawHttp.head("POST", "/v1/events", JSON, "Transfer-Encoding: chunked") + "zz\r\n{}\r\n0\r\n\r\n")
                .isProblem(400, "body-malformed", "not in chunks")
                .isTheLast();
    }

    @Test
    void upgradeToHttp2_isRefusedWhereItIsMalformed_andElseNotTaken() throws IOException {
        String upgrade = "Upgrade: h2c";
        String connection = "Connection: Upgrade, HTTP2-Settings";
        String settings = "HTTP2-Settings: AAMAAABkAAQAAP__";
        for (List<String> bad : List.of(
                List.of(upgrade),
                List.of(upgrade, connection),
                List.of(upgrade, settings),
                List.of(upgrade, connection, "HTTP2-Settings: !!!"),
                List.of(upgrade, connection, settings, settings))) {
            RawHttp.get("/v1/shop", bad.toArray(String[]::new))
                    .isProblem(400, "request-malformed", "Upgrade: h2c must come with")
                    .isTheLast();
        }
        assertThat(RawHttp.get("/v1/shop", upgrade, connection, settings).status())
                .isEqualTo(200);
        assertThat(RawHttp.get("/v1/shop", "Connection: Upgrade", "Upgrade: websocket")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void badRequestBehindAGoodOne_isAnsweredInItsTurn() throws IOException {
        for (String bad : List.of("GET /v1/shop?% HTTP/1.1\r\nHost: localhost\r\n\r\n", "nonsense\r\n\r\n")) {
            try (RawHttp connection = new RawHttp()) {
                connection.send(RawHttp.head("GET", "/v1/shop") + bad);
                assertThat(connection.answer().json().getString("name")).isEqualTo("test shop");
                connection.answer().isProblem(400, "request-malformed", "the ").isTheLast();
            }
        }
    }

    @Test
    void refusalWithABodyStillToCome_isReadByAClientThatSendsItFirst() throws IOException {
        String body = " ".repeat(4 << 20);
        RawHttp.ask(RawHttp.head("POST", "/v1/events?%", JSON, "Content-Length: " + body.length()) + body)
                .isProblem(400, "request-malformed", "in the query, the %")
                .isTheLast();
    }

    @Test
    void rangeThatIsNotThere_isAnsweredWithTheWholeFile() throws IOException {
        assertThat(RawHttp.get("/crossaisle.js", "Range: bytes=99999999-").status())
                .isEqualTo(200);
    }

    @Test
    void refusals_tellNothingToTheLog() throws IOException {
        try (Logged logged = new Logged()) {
            RawHttp.get("/v1/users/secret-user%/history");
            RawHttp.ask("GET /v1/users/secret user/history HTTP/1.1\r\n\r\n");
            RawHttp.get("/v1/users/" + "secret-user".repeat(500) + "/history");
            assertThat(logged.lines()).noneMatch(line -> line.contains("secret"));
        }
    }
}
