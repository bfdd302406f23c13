package org.crossaisle.server.http;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.crossaisle.RecsException;
import org.crossaisle.server.ServerSettings;
import org.crossaisle.server.problem.Problem;
import org.crossaisle.server.problem.ProblemKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Requests must be for this server by name: for the loopback, for the address they came in on, for the host it listens
 * on, or for an allowed name.
 *
 * <p>Otherwise a page of any site could have its own name resolve to this server's address (DNS rebinding). To the
 * browser the API would then be of the same site as the page, which could read and write all of it.
 */
@Singleton
final class HostCheck implements RequestCheck {
    private final Optional<Authority> bound;
    private final List<Authority> allowed;

    HostCheck(@ConfigProperty(name = "quarkus.http.host") String bound, ServerSettings settings) {
        this.bound = host(bound);
        allowed = settings.allowedHosts().orElse(List.of()).stream()
                .map(HostCheck::named)
                .toList();
    }

    /** Creates it at startup, so that an invalid name keeps the server from starting. */
    void start(@Observes StartupEvent event) {}

    private static Authority named(String name) {
        return host(name)
                .orElseThrow(() -> new RecsException(
                        RecsException.Code.SETTING_INVALID,
                        "crossaisle.allowed-hosts: \"" + name
                                + "\" must be a host name or an address, without scheme, port and path"));
    }

    /** Reads a host without a port, an IPv6 address with or without brackets. */
    static Optional<Authority> host(String text) {
        String bracketed = text.contains(":") && !text.startsWith("[") ? "[" + text + "]" : text;
        return Authority.of(bracketed).filter(authority -> authority.port().isEmpty() && !bracketed.endsWith(":"));
    }

    /** True for a host that was allowed by name. */
    boolean isAllowedByName(Authority authority) {
        return allowed.stream().anyMatch(authority::hasHostOf);
    }

    /** Whom the request is for, as the browser sees it; empty where the check refuses it. */
    static Optional<Authority> of(HttpServerRequest request) {
        return Authority.ofAbsolute(String.valueOf(request.uri()))
                .or(() ->
                        Optional.ofNullable(request.getHeader(HttpHeaders.HOST)).flatMap(Authority::of));
    }

    @Override
    public Optional<Problem> fault(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        if (hosts.size() != 1) {
            return malformed(
                    "there " + (hosts.isEmpty() ? "is no Host header" : "are " + hosts.size() + " Host headers")
                            + ", must be one");
        }
        Optional<Authority> given = Authority.of(hosts.get(0));
        if (given.isEmpty()) {
            return malformed(
                    "the Host header is " + QueryParameters.shown(hosts.get(0)) + ", must be NAME or NAME:PORT");
        }
        return foreign(request, given.get())
                .or(() -> Authority.ofAbsolute(String.valueOf(request.uri()))
                        .flatMap(target -> foreign(request, target)));
    }

    private static Optional<Problem> malformed(String detail) {
        return Optional.of(Problem.of(ProblemKind.REQUEST_MALFORMED, detail));
    }

    private Optional<Problem> foreign(HttpServerRequest request, Authority authority) {
        boolean known = authority.isLoopback()
                || isAllowedByName(authority)
                || bound.filter(authority::hasHostOf).isPresent()
                || here(request).filter(authority::hasHostOf).isPresent();
        return known
                ? Optional.empty()
                : Optional.of(Problem.of(
                        ProblemKind.HOST_UNKNOWN,
                        "the request is for the host " + QueryParameters.shown(authority.host())
                                + "; this server answers for localhost, for the address it listens on, and for the names"
                                + " given to it with serve --allowed-host"));
    }

    /** The address that the request came in on. */
    private static Optional<Authority> here(HttpServerRequest request) {
        return Optional.ofNullable(request.localAddress())
                .map(SocketAddress::hostAddress)
                .flatMap(HostCheck::host);
    }
}
