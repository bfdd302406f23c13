package org.crossaisle.io.shop;

import java.util.Arrays;
import java.util.BitSet;
import org.crossaisle.PublicApi;
import org.crossaisle.action.Action;
import org.crossaisle.event.SessionNumbers;
import org.crossaisle.history.History;

/**
 * The last event of each user, of any action. It may be a return, or part of an interaction with an earlier time. It
 * decides whether the user's next event continues the session.
 *
 * <p>Immutable once the data set is built; threads may share it.
 */
@PublicApi
public final class LastEvents {
    private final long[] times; // [users]
    private final BitSet returns = new BitSet(); // users
    private long[] sessions = new long[0]; // [users], or empty while no event has a session

    LastEvents(int users) {
        times = new long[users];
        Arrays.fill(times, History.NO_TIME);
    }

    void put(int user, long time, long session, Action action) {
        times[user] = time;
        returns.set(user, !action.showsInterest());
        if (session != SessionNumbers.NO_SESSION && sessions.length == 0) {
            sessions = new long[times.length];
        }
        if (sessions.length > 0) {
            sessions[user] = session;
        }
    }

    /** The time of the event, {@link History#NO_TIME} if it is unknown or the user has no event. */
    public long time(int user) {
        return times[user];
    }

    /** The session of the event as a 64-bit hash, {@link SessionNumbers#NO_SESSION} if none was given. */
    public long session(int user) {
        return sessions.length == 0 ? SessionNumbers.NO_SESSION : sessions[user];
    }

    /** True when the event was a return. */
    public boolean isReturn(int user) {
        return returns.get(user);
    }
}
