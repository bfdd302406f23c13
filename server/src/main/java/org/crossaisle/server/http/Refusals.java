package org.crossaisle.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.crossaisle.server.problem.Problem;

/** Answers with problem documents where no resource does. Threads may share it. */
@Singleton
final class Refusals {
    private static final String RETRY_SECONDS = "1";

    /**
     * So long what a client still sends is read and dropped. A connection closed at once may take the answer with it.
     */
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final ObjectMapper json;
    private final Vertx vertx;

    Refusals(ObjectMapper json, Vertx vertx) {
        this.json = json;
        this.vertx = vertx;
    }

    /** Answers with a problem; the connection stays open. */
    Future<Void> answer(HttpServerResponse response, Problem problem) {
        if (problem.status() == 503 || problem.status() == 429) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(text(problem));
    }

    /** Answers with a problem and closes the connection, as what follows on it is not to be relied on or not wanted. */
    void refuse(HttpServerRequest request, Problem problem) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        SecurityHeaders.put(response, "/");
        answer(response, problem).onComplete(sent -> close(request));
        if (request.connection() instanceof ConnectionBase own) {
            own.channel().flush(); // what broke the request may close the connection before Vert.x does it
        }
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // a record of texts and numbers has no other failures
        }
    }

    private void close(HttpServerRequest request) {
        if (request.isEnded()) {
            request.connection().close();
            return;
        }
        request.handler(dropped -> {}).endHandler(done -> request.connection().close());
        request.exceptionHandler(closed -> {});
        request.resume();
        vertx.setTimer(LINGER.toMillis(), late -> request.connection().close());
    }
}
