package org.crossaisle.event;

import java.util.HashMap;
import java.util.Map;
import org.crossaisle.history.History;

/**
 * Numbers the sessions of one user after another. Session ids decide when they are given. Otherwise a new session
 * starts after a pause longer than the gap, and at an event without a time. For one thread.
 */
public final class SessionNumbers {
    /** The id of a row that names no session. */
    public static final long NO_SESSION = 0;

    private final long gap;
    private final Map<Long, Integer> given = new HashMap<>();
    private int next;
    private int current;
    private long last = History.NO_TIME; // time of the previous event

    /** @param gapSeconds a longer pause starts a new session */
    SessionNumbers(long gapSeconds) {
        this.gap = gapSeconds;
    }

    /** Starts the next user. */
    void startUser() {
        given.clear();
        next = 0;
        last = History.NO_TIME;
    }

    /** The session of the user's next event. */
    int of(long time, long id) {
        if (id != NO_SESSION) {
            Integer known = given.putIfAbsent(id, next);
            current = known == null ? next++ : known;
        } else if (time == History.NO_TIME || last == History.NO_TIME || time - last > gap) {
            current = next++;
        }
        last = time;
        return current;
    }

    /** Extends the current session to this time. */
    void extendTo(long time) {
        last = time;
    }
}
