package org.crossaisle.server.http;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.crossaisle.server.ServerSettings;
import org.crossaisle.server.problem.ProblemException;
import org.crossaisle.server.problem.ProblemKind;

/**
 * Limits how many requests score at one time, in order of arrival, and how many wait. Under overload a quick rejection
 * is better than an answer that comes too late. Threads may share it.
 */
@Singleton
public final class ScoringGate {
    private final int capacity;
    private final Semaphore turns;
    private final AtomicInteger inside = new AtomicInteger(); // scoring or waiting

    ScoringGate(ServerSettings settings) {
        int concurrency = settings.concurrency().orElse(Runtime.getRuntime().availableProcessors());
        capacity = concurrency + settings.queue();
        turns = new Semaphore(concurrency, true);
    }

    /** The maximum number of requests that score or wait. */
    public int capacity() {
        return capacity;
    }

    /** The number of requests that score or wait now. */
    public int inside() {
        return inside.get();
    }

    /**
     * Computes an answer when it is this thread's turn.
     *
     * @throws ProblemException OVERLOADED when too many are waiting
     */
    public <A> A answer(Supplier<A> work) {
        try {
            if (inside.incrementAndGet() > capacity) {
                throw new ProblemException(
                        ProblemKind.OVERLOADED, "too many lists are being computed; try again in a moment");
            }
            turns.acquire();
            try {
                return work.get();
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemKind.OVERLOADED, "the server is stopping");
        } finally {
            inside.decrementAndGet();
        }
    }
}
