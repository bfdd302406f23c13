package org.crossaisle.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.crossaisle.server.problem.ProblemException;
import org.crossaisle.server.problem.ProblemKind;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Every body must be declared to be JSON. A page of any site may send a body without a type, or with one of a form, and
 * the browser sends it without asking; for JSON it asks the server first.
 */
final class JsonTypeCheck {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        if (!WITH_BODY.contains(request.getMethod())) {
            return;
        }
        List<String> types = request.getHeaders().getOrDefault(HttpHeaders.CONTENT_TYPE, List.of());
        if (types.size() != 1 || !isJson(types.get(0))) {
            throw new ProblemException(
                    ProblemKind.CONTENT_TYPE_UNSUPPORTED,
                    "the Content-Type must be " + MediaType.APPLICATION_JSON + ", "
                            + (types.isEmpty()
                                    ? "and there is none"
                                    : "not " + QueryParameters.shown(String.join(", ", types))));
        }
    }

    private static boolean isJson(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().equalsIgnoreCase(MediaType.APPLICATION_JSON);
    }
}
