package org.crossaisle.io.shop;

import java.util.Arrays;
import java.util.BitSet;
import org.crossaisle.event.SessionNumbers;
import org.crossaisle.history.Action;
import org.crossaisle.history.History;

/**
 * The last event of each user, of any action. It may be a return, or belong to an interaction that has an earlier time;
 * the session of what the user does next depends on it.
 *
 * <p>Immutable once the data set is built; threads may share it.
 */
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

    /** When it was, {@link History#NO_TIME} where that is not known or the user has no event. */
    public long time(int user) {
        return times[user];
    }

    /** 64 bits that stand for its session, {@link SessionNumbers#NO_SESSION} where none was given. */
    public long session(int user) {
        return sessions.length == 0 ? SessionNumbers.NO_SESSION : sessions[user];
    }

    /** True when it was a return. */
    public boolean isReturn(int user) {
        return returns.get(user);
    }
}
