package org.crossaisle.server.http;

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

    private final Refusals refusals;
    private final BodyIntake intake;

    HttpEdge(Refusals refusals, BodyIntake intake) {
        this.refusals = refusals;
        this.intake = intake;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        router.route().last().handler(context -> refusals.answer(context.response(), Problem.unknownPath()));
    }

    /** Answers failures before a resource is reached. The default handler would log the path, and with it a user id. */
    private void failed(RoutingContext context) {
        if (context.response().headWritten()) {
            context.request().connection().close(); // a partial answer cannot be taken back
            return;
        }
        ProblemKind kind = ProblemKind.ofStatus(context.statusCode());
        refusals.answer(
                context.response(),
                kind == ProblemKind.INTERNAL
                        ? ProblemMapping.logged(kind, context.failure())
                        : Problem.of(kind, "the request cannot be read"));
    }

    private void enter(RoutingContext context) {
        String path = context.normalizedPath().replaceAll("/+", "/");
        HttpServerResponse response = context.response();
        SecurityHeaders.put(response, path);
        if (path.startsWith("/v1/")) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        } else if (!path.startsWith("/docs")) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache"); // the page must match the API of its release
        }
        intake.receive(context);
    }
}
