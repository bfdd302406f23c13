package org.crossaisle.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only requests that are for this server by name are answered. TrainedShop allows recommend.example and 192.0.2.7. */
@QuarkusTest
@QuarkusTestResource(TrainedShop.class)
class HostTest {
    private static RawHttp.Answer get(String target, String... headers) throws IOException {
        return RawHttp.ask("GET " + target + " HTTP/1.1\r\n" + RawHttp.lines(headers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "localhost.",
                "localhost:",
                "127.0.0.1",
                "127.0.0.1:1",
                "127.3.2.1:65535",
                "[::1]",
                "[::1]:8080",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]:80",
                "recommend.example",
                "Recommend.Example.:443",
                "192.0.2.7:9000"
            })
    void hostOfThisServer_isAnswered(String host) throws IOException {
        assertThat(get("/v1/shop", "Host: " + host).status()).as(host).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.com",
                "evil.com:8080",
                "localhost.evil.com",
                "127.0.0.1.evil.com",
                "evil-localhost",
                "notrecommend.example",
                "www.recommend.example",
                "recommend.example.evil.com",
                "192.168.1.5:8080",
                "0.0.0.0:8080",
                "128.0.0.1",
                "127.1",
                "2130706433",
                "0x7f000001",
                "0177.0.0.1",
                "[::2]:8080",
                "[::ffff:192.0.2.8]",
                "_"
            })
    void otherHost_isAProblem_onEveryPath(String host) throws IOException {
        for (String path : List.of("/v1/users/u0000007/history", "/", "/health", "/docs/", "/openapi", "/nope")) {
            get(path, "Host: " + host)
                    .isProblem(421, "host-unknown", "this server answers for localhost")
                    .isTheLast();
        }
    }

    @Test
    void eventForAnotherHost_isNotStored() throws IOException {
        String event = "{\"user\": \"rebound\", \"item\": \"i000001\", \"action\": \"purchase\"}";
        RawHttp.ask("POST /v1/events HTTP/1.1\r\n"
                        + RawHttp.lines(
                                "Host: evil.com", "Content-Type: application/json", "Content-Length: " + event.length())
                        + event)
                .isProblem(421, "host-unknown", "evil.com")
                .isTheLast();
        assertThat(RawHttp.get("/v1/users/rebound/history").json().getInt("size"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":8080",
                "localhost:http",
                "localhost:-1",
                "localhost:65536",
                "localhost:123456",
                "me@localhost",
                "localhost/evil.com",
                "http://localhost",
                "localhost, evil.com",
                "localhost evil.com",
                "evil.com#localhost",
                "[::1",
                "::1",
                "[localhost]",
                "[::1]x",
                "[:.]",
                "local%68ost",
                "."
            })
    void hostThatIsNone_isAProblem(String host) throws IOException {
        get("/v1/shop", "Host: " + host)
                .isProblem(400, "request-malformed", "must be NAME or NAME:PORT")
                .isTheLast();
    }

    @Test
    void noHost_orTwo_isAProblem() throws IOException {
        get("/v1/shop")
                .isProblem(400, "request-malformed", "there is no Host header")
                .isTheLast();
        RawHttp.ask("GET /v1/shop HTTP/1.0\r\n\r\n").isProblem(400, "request-malformed", "there is no Host header");
        get("/v1/shop", "Host: localhost", "Host: evil.com")
                .isProblem(400, "request-malformed", "there are 2 Host headers")
                .isTheLast();
    }

    @Test
    void hostInTheRequestLine_countsToo() throws IOException {
        get("http://evil.com/v1/shop", "Host: localhost").isProblem(421, "host-unknown", "evil.com");
        get("http://localhost/v1/shop", "Host: evil.com").isProblem(421, "host-unknown", "evil.com");
        assertThat(get("http://localhost:99/v1/shop", "Host: localhost").status())
                .isEqualTo(200);
        assertThat(get("HTTPS://[::1]/v1/shop", "Host: 127.0.0.1").status()).isEqualTo(200);
    }

    @Test
    void forwardedHosts_areNotLookedAt() throws IOException {
        for (String header :
                List.of("X-Forwarded-Host: %s", "Forwarded: host=%s", "X-Host: %s", "X-Original-Host: %s")) {
            get("/v1/shop", "Host: evil.com", header.formatted("localhost")).isProblem(421, "host-unknown", "evil.com");
            assertThat(get("/v1/shop", "Host: localhost", header.formatted("evil.com"))
                            .status())
                    .isEqualTo(200);
        }
    }
}
