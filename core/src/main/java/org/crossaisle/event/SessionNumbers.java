package org.crossaisle.event;

import java.util.HashMap;
import java.util.Map;
import org.crossaisle.history.History;

/**
 * Numbers the sessions of one user after another. Session ids decide where they are given; elsewhere a pause after the
 * event before that is longer than the gap begins a new session, and so does an event whose time is not known. For one
 * thread.
 */
public final class SessionNumbers {
    /** Stands where a row names no session. */
    public static final long NO_SESSION = 0;

    private final long gap;
    private final Map<Long, Integer> given = new HashMap<>();
    private int next;
    private int current;
    private long last = History.NO_TIME; // time of the event before

    /** @param gapSeconds a longer pause begins a new session */
    SessionNumbers(long gapSeconds) {
        this.gap = gapSeconds;
    }

    /** Begins with the next user. */
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

    /** Says that the current session went on to this time. */
    void lastedUntil(long time) {
        last = time;
    }
}
