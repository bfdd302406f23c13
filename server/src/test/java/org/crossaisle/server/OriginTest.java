package org.crossaisle.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites can do nothing here. TrainedShop allows recommend.example. */
@QuarkusTest
@QuarkusTestResource(TrainedShop.class)
class OriginTest {
    private static final String EVENT = "{\"user\": \"victim\", \"item\": \"i000001\", \"action\": \"purchase\"}";
    private static final String AUDIENCE = "{\"category\": \"Sports\", \"size\": 5, \"days\": 170, \"excludeDays\": 0}";
    private static final String JSON = "Content-Type: application/json";

    private static String own() {
        return "http://127.0.0.1:" + RestAssured.port;
    }

    private static RawHttp.Answer post(String path, String body, String... headers) throws IOException {
        String[] all = Stream.concat(Stream.of("Content-Length: " + body.length()), Stream.of(headers))
                .toArray(String[]::new);
        return RawHttp.ask(RawHttp.head("POST", path, all) + body);
    }

    private static int events() throws IOException {
        return RawHttp.get("/v1/users/victim/history").json().getInt("size");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.com",
                "https://evil.com:8080",
                "http://127.0.0.1",
                "http://127.0.0.1:1",
                "http://localhost:1",
                "http://[::1]:1",
                "http://127.0.0.1.evil.com:PORT",
                "http://me@127.0.0.1:PORT",
                "http://127.0.0.1:PORT/",
                "http://127.0.0.1:PORT, http://evil.com",
                "ftp://127.0.0.1:PORT",
                "127.0.0.1:PORT",
                "chrome-extension://abc",
                "file://",
                "null",
                ""
            })
    void foreignOrigin_isRefused_whateverTheMethod(String pattern) throws IOException {
        int before = events();
        String origin = "Origin: " + pattern.replace("PORT", String.valueOf(RestAssured.port));
        post("/v1/events", EVENT, JSON, origin)
                .isProblem(403, "origin-foreign", "only pages of this server")
                .isTheLast();
        post("/v1/audiences", AUDIENCE, JSON, origin).isProblem(403, "origin-foreign", "only pages of this server");
        RawHttp.get("/v1/shop", origin).isProblem(403, "origin-foreign", "only pages of this server");
        RawHttp.Answer preflight =
                RawHttp.ask(RawHttp.head("OPTIONS", "/v1/events", origin, "Access-Control-Request-Method: POST"));
        assertThat(preflight.isProblem(403, "origin-foreign", "").headers())
                .noneSatisfy((name, value) -> assertThat(name).startsWith("access-control-"));
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void twoOrigins_areRefused() throws IOException {
        RawHttp.get("/v1/shop", "Origin: " + own(), "Origin: " + own()).isProblem(403, "origin-foreign", "");
    }

    @Test
    void ownPages_andThoseOfAnAllowedHost_areAnswered() throws IOException {
        for (String origin : List.of(own(), "http://recommend.example", "https://Recommend.example:8443")) {
            assertThat(post("/v1/events", EVENT, JSON, "Origin: " + origin).status())
                    .isEqualTo(202);
            assertThat(RawHttp.get("/v1/shop", "Origin: " + origin, "Sec-Fetch-Site: same-origin")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(RawHttp.ask("GET /v1/shop HTTP/1.1\r\n"
                                + RawHttp.lines("Host: localhost:80", "Origin: http://localhost"))
                        .status())
                .isEqualTo(200);
        assertThat(RawHttp.ask("GET /v1/shop HTTP/1.1\r\n"
                                + RawHttp.lines("Host: localhost", "Origin: https://LOCALHOST:443"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "", "same-origin, cross-site", "Cross-Site", "anything"})
    void requestThatABrowserSendsForAnotherSite_isRefused(String site) throws IOException {
        String header = "Sec-Fetch-Site: " + site;
        post("/v1/events", EVENT, JSON, header)
                .isProblem(403, "origin-foreign", "Sec-Fetch-Site: \"" + site + "\"")
                .isTheLast();
        RawHttp.get("/v1/users/u0000007/history", header).isProblem(403, "origin-foreign", "another site");
        RawHttp.get("/", header, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe")
                .isProblem(403, "origin-foreign", "another site");
        RawHttp.get("/crossaisle.js", header, "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script")
                .isProblem(403, "origin-foreign", "another site");
        post("/v1/events", EVENT, JSON, header, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")
                .isProblem(403, "origin-foreign", "another site");
    }

    @Test
    void link_onAnotherSite_opensThePage() throws IOException {
        for (String site : List.of("cross-site", "same-site")) {
            assertThat(RawHttp.get(
                                    "/",
                                    "Sec-Fetch-Site: " + site,
                                    "Sec-Fetch-Mode: navigate",
                                    "Sec-Fetch-Dest: document",
                                    "Sec-Fetch-User: ?1")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void sameSite_isAnswered_forAnAllowedOriginOnly() throws IOException {
        assertThat(post("/v1/events", EVENT, JSON, "Origin: https://recommend.example", "Sec-Fetch-Site: same-site")
                        .status())
                .isEqualTo(202);
        post("/v1/events", EVENT, JSON, "Origin: https://other.example", "Sec-Fetch-Site: same-site")
                .isProblem(403, "origin-foreign", "other.example");
        post("/v1/events", EVENT, JSON, "Origin: https://recommend.example", "Sec-Fetch-Site: cross-site")
                .isProblem(403, "origin-foreign", "cross-site");
    }

    @Test
    void programsThatAreNoBrowsers_areAnswered() throws IOException {
        assertThat(post("/v1/events", EVENT, JSON).status()).isEqualTo(202);
        assertThat(post("/v1/events", EVENT, "Content-Type: Application/JSON; charset=utf-8", "Sec-Fetch-Site: none")
                        .status())
                .isEqualTo(202);
        assertThat(post("/v1/audiences", AUDIENCE, JSON).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type:",
                "Content-Type: */*",
                "Content-Type: application/*",
                "Content-Type: text/plain",
                "Content-Type: text/plain; a=application/json",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: multipart/form-data; boundary=a",
                "Content-Type: application/jsonx",
                "Content-Type: application",
                "Content-Type: garbage",
                "Content-Type: text/plain, application/json",
                "Content-Type: application/json, text/plain",
                "Content-Type: text/plain\r\nContent-Type: application/json",
                "Content-Type: application/json\r\nContent-Type: text/plain"
            })
    void bodyThatIsNotDeclaredToBeJson_isRefused_atEveryEndpointThatTakesOne(String header) throws IOException {
        int before = events();
        String[] headers = header.isEmpty() ? new String[0] : new String[] {header};
        post("/v1/events", EVENT, headers)
                .isProblem(415, "content-type-unsupported", "the Content-Type must be application/json");
        post("/v1/audiences", AUDIENCE, headers)
                .isProblem(415, "content-type-unsupported", "the Content-Type must be application/json");
        post("/v1/events", "", headers)
                .isProblem(415, "content-type-unsupported", "the Content-Type must be application/json");
        assertThat(events()).isEqualTo(before);
    }
}
