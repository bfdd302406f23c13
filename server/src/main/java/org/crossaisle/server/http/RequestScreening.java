package org.crossaisle.server.http;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.quarkus.vertx.http.runtime.ExtendedQuarkusVertxHttpMetrics;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import io.vertx.core.spi.observability.HttpRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossaisle.server.problem.Problem;

/**
 * Looks at the head of every request before anything else does, so that what is wrong with it is said in a problem
 * document.
 *
 * <p>Vert.x answers a request that it cannot parse, and Quarkus one whose target is not a URI, with a bare 400 before
 * any route or filter is asked, and neither lets the application say something else. But Vert.x tells its metrics of
 * each request first. So this stands in for metrics, and where a request is not to go on, it gives its connection a
 * handler that refuses it; such a connection is closed after the answer and never needs its former handler again.
 */
@Singleton
final class RequestScreening implements VertxOptionsCustomizer {
    private static final RequestCheck PROTOCOL = new ProtocolCheck();
    private static final RequestCheck TARGET = new TargetCheck();

    private final Instance<HostCheck> hosts;
    private final Instance<OriginCheck> origins;
    private final Instance<Refusals> refusals;

    /** Gets them when the first request comes, since Vert.x must be there before they are. */
    RequestScreening(Instance<HostCheck> hosts, Instance<OriginCheck> origins, Instance<Refusals> refusals) {
        this.hosts = hosts;
        this.origins = origins;
        this.refusals = refusals;
    }

    @Override
    @SuppressWarnings("deprecation") // the way that is preferred is a builder, and it is Quarkus that builds
    public void accept(VertxOptions options) {
        options.setMetricsOptions(new MetricsOptions().setEnabled(true).setFactory(ignored -> new Metrics()));
    }

    private void screen(HttpServerRequest request, HttpServerConnection connection) {
        connection.invalidRequestHandler(
                unreadable -> refusals.get().refuse(unreadable, UnreadableHead.problem(unreadable)));
        fault(request)
                .ifPresent(
                        problem -> connection.handler(refused -> refusals.get().refuse(refused, problem)));
    }

    private Optional<Problem> fault(HttpServerRequest request) {
        return Stream.<RequestCheck>of(PROTOCOL, TARGET, hosts.get(), origins.get())
                .flatMap(check -> check.fault(request).stream())
                .findFirst();
    }

    /** Reports nothing. */
    private final class Metrics implements VertxMetrics, ExtendedQuarkusVertxHttpMetrics {
        @Override
        public HttpServerMetrics<?, ?, ?> createHttpServerMetrics(HttpServerOptions options, SocketAddress address) {
            return new Requests();
        }

        @Override
        public ConnectionTracker getHttpConnectionTracker() {
            return NOOP_CONNECTION_TRACKER;
        }
    }

    /** Called for each request when it begins. */
    private final class Requests implements HttpServerMetrics<Void, Void, Void> {
        @Override
        public Void requestBegin(Void connection, HttpRequest request) {
            if (request instanceof HttpServerRequest head && head.connection() instanceof HttpServerConnection own) {
                screen(head, own);
            }
            return null;
        }
    }
}
