package org.crossaisle.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page of another site can do here, in a browser: nothing. */
@QuarkusTest
@QuarkusTestResource(TrainedShop.class)
class ForeignPageTest {
    /** Everything that a browser sends without asking the server first, and what it asks for. */
    private static final String PAGE = """
            <!doctype html><title>busy</title>
            <iframe src="SERVER"></iframe>
            <script>
            const event = user => JSON.stringify({user, item: 'i000001', action: 'purchase'});
            const post = (user, options) => fetch('SERVERv1/events', {method: 'POST', body: event(user), ...options});
            const json = {'Content-Type': 'application/json'};
            navigator.sendBeacon('SERVERv1/events', new Blob([event('victim-beacon')]));
            Promise.allSettled([
              post('victim-blob', {mode: 'no-cors', body: new Blob([event('victim-blob')])}),
              post('victim-text', {mode: 'no-cors'}),
              post('victim-cors', {}),
              post('victim-json', {headers: json}),
              post('victim-credentials', {headers: json, credentials: 'include'}),
              fetch('SERVERv1/users/u0000007/history').then(answer => answer.text()),
            ]).then(all => document.title = all.map(one => one.status).join(' '));
            </script>
            """;

    @TempDir
    static Path profile;

    @TestHTTPResource("/")
    String address;

    private HttpServer foreign() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = PAGE.replace("SERVER", address).getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void foreignPage_storesNothing_readsNothing_andShowsNoFrame() throws IOException {
        HttpServer server = foreign();
        try (Browser browser = Browser.start(profile)) {
            browser.open("http://127.0.0.1:" + server.getAddress().getPort() + "/", 800, 600);
            browser.await(
                    "all requests are answered", () -> !browser.texts("title").contains("busy"));
            // The first two are sent, but their answers cannot be read; for all others the browser asks first.
            assertThat(browser.texts("title"))
                    .containsExactly("fulfilled fulfilled rejected rejected rejected rejected");
            assertThat(browser.errors()).anyMatch(error -> error.contains("frame-ancestors"));
        } finally {
            server.stop(0);
        }
        for (String way : List.of("beacon", "blob", "text", "cors", "json", "credentials")) {
            assertThat(given().get("/v1/users/victim-{way}/history", way)
                            .jsonPath()
                            .getInt("size"))
                    .as(way)
                    .isZero();
        }
    }
}
