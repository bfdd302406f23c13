package org.crossaisle.server.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.util.Set;
import java.util.UUID;
import org.crossaisle.RecsException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Turns every failure into a problem document. A server failure is logged under a name that is the instance of the
 * document. Neither may identify the user, so paths and parameters are not logged.
 */
public final class ProblemMapping {
    private static final Logger LOG = Logger.getLogger(ProblemMapping.class);
    private static final String RETRY_SECONDS = "1";

    @ServerExceptionMapper
    public RestResponse<Problem> of(ProblemException e) {
        return response(e.problem(), e.kind()).build();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> of(RecsException e) {
        return failure(
                e.code() == RecsException.Code.STORAGE_FAILED ? ProblemKind.STORAGE_FAILED : ProblemKind.INTERNAL, e);
    }

    /** Maps what the HTTP layer rejects: an unknown path, a wrong method, an unsupported content type. */
    @ServerExceptionMapper
    public RestResponse<Problem> of(WebApplicationException e, Request request) {
        ProblemKind kind = ProblemKind.ofStatus(e.getResponse().getStatus());
        if (kind == ProblemKind.INTERNAL) {
            return failure(kind, e);
        }
        if (kind == ProblemKind.METHOD_NOT_ALLOWED || kind == ProblemKind.PATH_UNKNOWN) {
            return unrouted(request.getMethod());
        }
        String detail = switch (kind) {
            case NOT_ACCEPTABLE -> "the Accept header must allow application/json";
            case CONTENT_TYPE_UNSUPPORTED -> "the Content-Type must be application/json";
            default -> "the request cannot be read";
        };
        return response(Problem.of(kind, detail), kind).build();
    }

    /** What no route takes: with another method, if there is one that takes it. */
    private static RestResponse<Problem> unrouted(String method) {
        Set<String> allowed = AllowedMethods.ofCurrentRequest();
        if (allowed.isEmpty() || allowed.contains(method)) {
            return response(Problem.unknownPath(), ProblemKind.PATH_UNKNOWN).build();
        }
        String allow = String.join(", ", allowed);
        ProblemKind kind = ProblemKind.METHOD_NOT_ALLOWED;
        return response(Problem.of(kind, "this path does not support the method; it supports " + allow), kind)
                .header(HttpHeaders.ALLOW, allow)
                .build();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> of(Throwable e) {
        return failure(ProblemKind.INTERNAL, e);
    }

    private static RestResponse<Problem> failure(ProblemKind kind, Throwable e) {
        return response(logged(kind, e), kind).build();
    }

    /** Logs a failure, and returns a problem that reveals only the name under which it was logged. */
    public static Problem logged(ProblemKind kind, @Nullable Throwable e) {
        String instance = "urn:uuid:" + UUID.randomUUID();
        LOG.errorf(e, "A request failed, %s", instance);
        String detail = "the request is not at fault; the server's log has the failure under the instance";
        return new Problem(kind.type(), kind.title(), kind.status(), detail, instance, null);
    }

    private static RestResponse.ResponseBuilder<Problem> response(Problem problem, ProblemKind kind) {
        RestResponse.ResponseBuilder<Problem> response = RestResponse.ResponseBuilder.<Problem>create(
                        kind.status(), kind.title())
                .entity(problem)
                .type(Problem.MEDIA_TYPE);
        return kind.status() == 503 ? response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS) : response;
    }
}
