package org.crossaisle.model;

import java.time.Instant;
import java.util.function.IntPredicate;
import org.crossaisle.Bounds;
import org.crossaisle.PublicApi;
import org.crossaisle.history.History;

/**
 * A complete request to a model: nothing downstream calls a store.
 *
 * @param history what the user did so far; empty for an unknown user
 * @param time the time of the request, seconds since 1970, or {@link History#NO_TIME} when only the order is known
 * @param count how many items are wanted, at least 1
 * @param allowed the item numbers that may be recommended
 */
@PublicApi
public record Query(History history, long time, int count, IntPredicate allowed) {
    public Query {
        Bounds.atLeast("count", count, 1);
    }

    /** A query for ten items that are not in the history. */
    public static Query of(History history, long time) {
        return new Query(history, time, 10, item -> !history.contains(item));
    }

    /** A query at this time for ten items that are not in the history. */
    public static Query at(History history, Instant moment) {
        return of(history, moment.getEpochSecond());
    }

    public Query withHistory(History other) {
        return new Query(other, time, count, allowed);
    }

    /** This query without the request time and without the times of the history. */
    public Query withoutTimes() {
        return new Query(history.withoutTimes(), History.NO_TIME, count, allowed);
    }

    public Query withCount(int other) {
        return new Query(history, time, other, allowed);
    }

    /** This query restricted to items that {@code also} allows too. */
    public Query allowing(IntPredicate also) {
        return new Query(history, time, count, allowed.and(also));
    }
}
