package org.crossaisle.server.problem;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/** Which methods a path takes, as the routes of the API themselves say. */
final class AllowedMethods {
    private static final List<String> ORDER = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    /**
     * Answers OPTIONS.
     *
     * @throws ProblemException PATH_UNKNOWN when there is nothing at the path
     */
    @ServerRequestFilter(preMatching = true)
    public Optional<RestResponse<Void>> options(ContainerRequestContext request) {
        if (!request.getMethod().equals("OPTIONS")) {
            return Optional.empty();
        }
        Set<String> methods = ofCurrentRequest();
        if (methods.isEmpty()) {
            throw new ProblemException(ProblemKind.PATH_UNKNOWN, Problem.UNKNOWN_PATH);
        }
        return Optional.of(RestResponse.ResponseBuilder.<Void>ok()
                .header("Allow", String.join(", ", methods))
                .build());
    }

    /** The methods of the requested path, OPTIONS last; empty when there is nothing at the path. */
    static Set<String> ofCurrentRequest() {
        return of(CurrentRequestManager.get().getPathWithoutPrefix());
    }

    private static Set<String> of(String path) {
        var classes = new RequestMapper<>(
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers());
        Set<String> found = new LinkedHashSet<>();
        for (var match = classes.map(path); match != null; match = classes.continueMatching(path, match)) {
            found.addAll(methods(match));
        }
        if (isFile(path)) {
            found.add("GET");
        }
        return ordered(found);
    }

    /** True for the page and what belongs to it, which no route of the API serves. */
    private static boolean isFile(String path) {
        return path.equals("/")
                || Thread.currentThread().getContextClassLoader().getResource("META-INF/resources" + path) != null;
    }

    private static List<String> methods(RequestMapper.RequestMatch<RestInitialHandler.InitialMatch> match) {
        String rest = match.remaining.isEmpty() ? "/" : match.remaining;
        return List.of(match.value.handlers).stream()
                .filter(ClassRoutingHandler.class::isInstance)
                .flatMap(routing -> ((ClassRoutingHandler) routing).getMappers().entrySet().stream())
                .filter(mapper -> mapper.getKey() != null && mapper.getValue().map(rest) != null)
                .map(mapper -> mapper.getKey())
                .toList();
    }

    private static Set<String> ordered(Set<String> found) {
        Set<String> methods = new LinkedHashSet<>();
        for (String method : ORDER) {
            if (found.contains(method) || (method.equals("HEAD") && found.contains("GET"))) {
                methods.add(method);
            }
        }
        methods.addAll(found);
        methods.remove("OPTIONS");
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }
}
