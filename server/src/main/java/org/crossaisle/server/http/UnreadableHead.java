package org.crossaisle.server.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.crossaisle.server.problem.Problem;
import org.crossaisle.server.problem.ProblemKind;

/** What is wrong with a request whose first line or headers could not be parsed. */
final class UnreadableHead {
    /** What Netty has for the path of a request whose first line it could not parse. */
    private static final String NO_PATH = "/bad-request";

    private UnreadableHead() {}

    static Problem problem(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        if (cause instanceof TooLongHttpLineException) {
            return Problem.of(ProblemKind.PATH_TOO_LONG, "the request line is too long: " + cause.getMessage());
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return Problem.of(ProblemKind.HEADERS_TOO_LARGE, "the headers are too large: " + cause.getMessage());
        }
        return Problem.of(
                ProblemKind.REQUEST_MALFORMED,
                NO_PATH.equals(request.uri())
                        ? "the request line cannot be read; it must be METHOD, PATH and HTTP/1.1 with one space between, and"
                                + " a space in the path is written %20"
                        : headers(request));
    }

    private static String headers(HttpServerRequest request) {
        List<String> lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH);
        if (!lengths.isEmpty() && request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return "there are both a Content-Length and a Transfer-Encoding header, must be one of them";
        }
        if (lengths.size() > 1) {
            return "there are " + lengths.size() + " Content-Length headers, must be one";
        }
        if (!lengths.isEmpty() && !lengths.get(0).matches("[0-9]{1,18}")) {
            return "the Content-Length is " + QueryParameters.shown(lengths.get(0)) + ", must be a number of bytes";
        }
        return "a header cannot be read; each must be NAME: VALUE on a line of its own, without a space before the colon"
                + " and without control characters";
    }
}
