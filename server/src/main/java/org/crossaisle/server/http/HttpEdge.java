package org.crossaisle.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.crossaisle.server.problem.Problem;
import org.crossaisle.server.problem.ProblemKind;
import org.crossaisle.server.problem.ProblemMapping;

/** Handles every request before any resource does: security headers, the maximum body size, and unknown paths. */
@Singleton
public final class HttpEdge {
    private static final int FIRST = 1_000;
    private static final String POLICY = "default-src 'self'";

    /**
     * The content security policy of Swagger UI, which has inline scripts and styles, and images in its style sheet.
     */
    private static final String POLICY_OF_DOCS =
            POLICY + "; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    private final ObjectMapper json;

    HttpEdge(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        router.route().last().handler(context -> answer(context, Problem.unknownPath()));
    }

    /** Answers failures before a resource is reached. The default handler would log the path, and with it a user id. */
    private void failed(RoutingContext context) {
        if (context.response().headWritten()) {
            context.request().connection().close(); // a partial answer cannot be taken back
            return;
        }
        ProblemKind kind = ProblemKind.ofStatus(context.statusCode());
        answer(
                context,
                kind == ProblemKind.INTERNAL
                        ? ProblemMapping.logged(kind, context.failure())
                        : Problem.of(kind, "the request cannot be read"));
    }

    private void enter(RoutingContext context) {
        String path = String.valueOf(context.request().path());
        HttpServerResponse response = context.response();
        response.putHeader("Content-Security-Policy", path.startsWith("/docs") ? POLICY_OF_DOCS : POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        if (path.startsWith("/v1/")) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        } else if (!path.startsWith("/docs")) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache"); // the page must match the API of its release
        }
        if (length(context) > BodyLimit.MOST_BYTES) {
            response.putHeader(HttpHeaders.CONNECTION, "close"); // the rest of the body is not read
            answer(context, BodyLimit.exceeded().problem());
        } else {
            context.next();
        }
    }

    private static long length(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void answer(RoutingContext context, Problem problem) {
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
