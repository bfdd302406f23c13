package org.crossaisle.server.http;

import io.vertx.core.http.HttpServerResponse;

/**
 * The headers by which a browser keeps other sites out of the page and the API. Every answer has them, a refusal too.
 */
final class SecurityHeaders {
    /** No other site may show the page in a frame, where it could lead a click to a button of ours. */
    private static final String POLICY = "default-src 'self'; frame-ancestors 'none'";

    /** Swagger UI has inline scripts and styles, and pictures in its style sheet. */
    private static final String POLICY_OF_DOCS =
            POLICY + "; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    private SecurityHeaders() {}

    /** Puts them into an answer for a path. */
    static void put(HttpServerResponse response, String path) {
        response.putHeader("Content-Security-Policy", path.startsWith("/docs") ? POLICY_OF_DOCS : POLICY)
                .putHeader("X-Frame-Options", "DENY") // for browsers that do not know frame-ancestors
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
    }
}
