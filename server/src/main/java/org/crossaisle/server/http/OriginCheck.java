package org.crossaisle.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.crossaisle.server.problem.Problem;
import org.crossaisle.server.problem.ProblemKind;

/**
 * A request that a browser sends for a page must be for a page of this server. Programs other than browsers send
 * neither Origin nor Sec-Fetch-Site, and are let in.
 *
 * <p>The rules are those of a resource isolation policy (W3C, Fetch Metadata Request Headers): a link on another site
 * may open a page here, since a link neither reads the answer nor changes anything.
 */
@Singleton
final class OriginCheck implements RequestCheck {
    private final HostCheck hosts;

    OriginCheck(HostCheck hosts) {
        this.hosts = hosts;
    }

    @Override
    public Optional<Problem> fault(HttpServerRequest request) {
        List<String> origins = request.headers().getAll(HttpHeaders.ORIGIN);
        boolean foreign = origins.size() > 1 || (origins.size() == 1 && !isOurs(origins.get(0), request));
        if (foreign) {
            return refused("the request comes from a page of " + QueryParameters.shown(String.join(", ", origins)));
        }
        List<String> sites = request.headers().getAll("Sec-Fetch-Site");
        boolean named = !origins.isEmpty(); // and ours
        return sites.isEmpty() || isOurs(sites, named) || isLink(request)
                ? Optional.empty()
                : refused("the browser says that the request comes from another site's page (Sec-Fetch-Site: "
                        + QueryParameters.shown(String.join(", ", sites)) + ")");
    }

    private static Optional<Problem> refused(String what) {
        return Optional.of(Problem.of(ProblemKind.ORIGIN_FOREIGN, what + "; only pages of this server may call it"));
    }

    /**
     * True for the page's own host and port, and for a host that was allowed by name, where a gateway may have changed
     * Host.
     */
    private boolean isOurs(String origin, HttpServerRequest request) {
        Optional<Authority> page = Authority.ofOrigin(origin);
        return page.filter(hosts::isAllowedByName).isPresent()
                || page.filter(from -> HostCheck.of(request)
                                .filter(to -> from.hasHostOf(to) && port(from, origin) == port(to, origin))
                                .isPresent())
                        .isPresent();
    }

    private static int port(Authority authority, String origin) {
        return authority.port().orElse(origin.startsWith("https") ? 443 : 80);
    }

    private static boolean isOurs(List<String> sites, boolean ofAllowedPage) {
        return sites.size() == 1
                && (sites.get(0).equals("same-origin")
                        || sites.get(0).equals("none") // typed into the address bar, or a bookmark
                        || (sites.get(0).equals("same-site") && ofAllowedPage));
    }

    private static boolean isLink(HttpServerRequest request) {
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
