package org.crossaisle.server.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.crossaisle.RecsException;
import org.crossaisle.server.ServerSettings;
import org.crossaisle.server.problem.Problem;
import org.crossaisle.server.problem.ProblemKind;

/**
 * Receives the bodies of requests, so that a worker thread is taken only for a request that is all there.
 *
 * <p>A body that takes too long is refused. The bodies arriving from one client are limited in number, and all bodies
 * together may take only so much memory; beyond that the oldest that is still arriving is given up, since one that
 * arrives at a usual pace is never old. Threads share it.
 */
@Singleton
final class BodyIntake {
    private static final long LEAST_MEMORY = 64L << 20;
    private static final Problem TOO_MANY = Problem.of(
            ProblemKind.BODIES_TOO_MANY,
            "too many request bodies are arriving from this address; send fewer at a time");
    private static final Problem TOO_MUCH = Problem.of(
            ProblemKind.OVERLOADED, "the request bodies that are arriving take too much memory; try again in a moment");

    private final Refusals refusals;
    private final long patienceMillis;
    private final int mostOfOneClient;
    private final long mostMemory = Math.max(LEAST_MEMORY, Runtime.getRuntime().maxMemory() / 8);
    private final Set<Reception> arriving = new LinkedHashSet<>(); // the oldest first
    private long memory; // bytes of bodies that are arriving or being worked on

    BodyIntake(Refusals refusals, ServerSettings settings) {
        this.refusals = refusals;
        patienceMillis =
                atLeastOne("crossaisle.body-timeout", settings.bodyTimeout().toMillis(), " ms");
        mostOfOneClient = (int) atLeastOne("crossaisle.bodies-per-client", settings.bodiesPerClient(), "");
    }

    private static long atLeastOne(String name, long value, String unit) {
        if (value < 1) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID, name + " is " + value + unit + ", must be at least 1" + unit);
        }
        return value;
    }

    /** Hands the request on once its body is there; then the routing context has it. */
    void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        long length = length(request);
        if (length > BodyLimit.MOST_BYTES) {
            refusals.refuse(request, BodyLimit.exceeded().problem());
        } else if (length == 0) {
            context.next();
        } else {
            new Reception(context).begin();
        }
    }

    /** As the head says; -1 when it says that there is a body, but not how long it is. */
    private static long length(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return -1;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length); // a number, or the head would not have been read
    }

    /** Whom the bound is for: an address, or for IPv6 the network of 64 bits that usually is one customer's. */
    private static String client(HttpServerRequest request) {
        InetAddress address = Optional.ofNullable(request.remoteAddress())
                .map(SocketAddress::hostAddress)
                .flatMap(Authority::literal)
                .orElse(InetAddress.getLoopbackAddress());
        byte[] bytes = address.getAddress();
        return Arrays.toString(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    }

    private synchronized Optional<Reception> add(Reception reception) {
        arriving.add(reception);
        long own = arriving.stream()
                .filter(other -> other.client.equals(reception.client))
                .count();
        return own <= mostOfOneClient
                ? Optional.empty()
                : arriving.stream()
                        .filter(other -> other.client.equals(reception.client))
                        .findFirst()
                        .filter(this::remove);
    }

    private synchronized boolean remove(Reception reception) {
        return arriving.remove(reception);
    }

    /** Counts bytes of a body; what must be given up for them. */
    private synchronized Optional<Reception> grow(Reception reception, int bytes) {
        reception.counted += bytes;
        memory += bytes;
        return memory <= mostMemory
                ? Optional.empty()
                : arriving.stream().findFirst().filter(this::remove);
    }

    private synchronized void release(Reception reception) {
        arriving.remove(reception);
        memory -= reception.counted;
        reception.counted = 0;
    }

    /** One body on its way. Its own thread alone runs it, but for what the intake counts. */
    private final class Reception {
        private final RoutingContext context;
        private final Context thread = Vertx.currentContext();
        private final String client;
        private final Buffer body = Buffer.buffer();
        private long counted; // guarded by the intake
        private long timer;
        private boolean over;

        Reception(RoutingContext context) {
            this.context = context;
            client = client(context.request());
        }

        void begin() {
            HttpServerRequest request = context.request().pause();
            add(this).ifPresent(oldest -> oldest.giveUp(TOO_MANY));
            timer = context.vertx().setTimer(patienceMillis, late -> end(tooSlow()));
            context.addEndHandler(answered -> release(this));
            request.exceptionHandler(this::abort).handler(this::take).endHandler(all -> finish());
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                context.response().writeContinue();
            }
            request.resume();
        }

        private Problem tooSlow() {
            return Problem.of(
                    ProblemKind.BODY_TOO_SLOW,
                    "the body is incomplete: " + body.length() + " bytes arrived within " + patienceMillis / 1_000.0
                            + " s; all of it must arrive in that time");
        }

        private void take(Buffer bytes) {
            if (over) {
                return;
            }
            if (body.length() + bytes.length() > BodyLimit.MOST_BYTES) {
                end(BodyLimit.exceeded().problem());
                return;
            }
            body.appendBuffer(bytes);
            grow(this, bytes.length()).ifPresent(oldest -> oldest.giveUp(TOO_MUCH));
        }

        private void finish() {
            if (stop()) {
                ((RoutingContextInternal) context).setBody(body);
                context.next();
            }
        }

        /** The client has gone, which is not reported, or has sent a malformed chunk. */
        private void abort(Throwable cause) {
            if (cause instanceof HttpClosedException) {
                stop();
            } else {
                end(Problem.of(ProblemKind.BODY_MALFORMED, "the body is not in chunks as Transfer-Encoding says"));
            }
        }

        /** From any thread. */
        void giveUp(Problem problem) {
            thread.runOnContext(own -> end(problem));
        }

        private void end(Problem problem) {
            if (stop()) {
                refusals.refuse(context.request(), problem);
            }
        }

        /** True when it was still arriving. */
        private boolean stop() {
            boolean first = !over;
            over = true;
            context.vertx().cancelTimer(timer);
            remove(this);
            return first;
        }
    }
}
