package org.crossaisle.event;

import org.crossaisle.history.Action;

/**
 * Turns the events of one user after another into interactions: leaves returns out, and takes consecutive events on one
 * item in one session as one interaction, the strongest of them at its time. The import and the server both use it, so
 * that a model is asked about histories of the kind it was trained on. For one thread.
 */
public final class InteractionMerge {
    /** Takes the interactions in their order. */
    public interface Sink {
        /**
         * Takes the next interaction of the user.
         *
         * @param session the number of its session, from 0 for each user in the order the sessions began
         */
        void add(int item, long time, Action action, int session);
    }

    private final SessionNumbers sessions;
    private final boolean merges;
    private final Sink sink;
    private boolean pending; // an interaction that a later event may still belong to
    private int item;
    private long time;
    private Action action = Action.VIEW;
    private int session;

    /**
     * @param gapSeconds a longer pause after the event before begins a new session, where no session id is given
     * @param merges false to keep every event an interaction of its own
     */
    public InteractionMerge(long gapSeconds, boolean merges, Sink sink) {
        this.sessions = new SessionNumbers(gapSeconds);
        this.merges = merges;
        this.sink = sink;
    }

    /** Begins with the next user. */
    public void startUser() {
        separate();
        sessions.startUser();
    }

    /**
     * Takes the user's next event. True when it belongs to the interaction before it.
     *
     * @param nextTime seconds since 1970, or {@link org.crossaisle.history.History#NO_TIME}
     * @param sessionId 64 bits that stand for the shop's session, or {@link SessionNumbers#NO_SESSION}
     */
    public boolean add(int nextItem, long nextTime, Action nextAction, long sessionId) {
        int nextSession = sessions.of(nextTime, sessionId);
        if (!nextAction.showsInterest()) {
            separate();
            return false;
        }
        if (merges && pending && nextItem == item && nextSession == session) {
            if (nextAction.compareTo(action) > 0) {
                action = nextAction;
                time = nextTime;
            }
            return true;
        }
        separate();
        item = nextItem;
        time = nextTime;
        action = nextAction;
        session = nextSession;
        pending = true;
        return false;
    }

    /** Says that the interaction before had its last event at this time, which need not be that of its strongest. */
    public void lastedUntil(long lastTime) {
        sessions.lastedUntil(lastTime);
    }

    /** Ends the interaction before: what follows is one of its own. Needed after the last event of all. */
    public void separate() {
        if (pending) {
            sink.add(item, time, action, session);
            pending = false;
        }
    }
}
