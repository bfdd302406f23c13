package org.crossaisle.event;

import org.crossaisle.action.Action;

/**
 * Turns the events of one user after another into interactions. It drops returns and merges consecutive events on one
 * item in one session into one interaction, which has the action and time of the strongest event. The import and the
 * server both use it, so that a model serves the same kind of histories that it was trained on. For one thread.
 */
public final class InteractionMerge {
    /** Receives the interactions in order. */
    public interface Sink {
        /**
         * Receives the next interaction of the user.
         *
         * @param session the number of its session, from 0 for each user in the order the sessions began
         */
        void add(int item, long time, Action action, int session);
    }

    private final SessionNumbers sessions;
    private final boolean merges;
    private final Sink sink;
    private boolean pending; // the open interaction, to which a later event may still belong
    private int item;
    private long time;
    private Action action = Action.VIEW; // any, until the first is added
    private int session;

    /**
     * @param gapSeconds a longer pause after the previous event starts a new session, when no session id is given
     * @param merges false to keep every event as a separate interaction
     */
    public InteractionMerge(long gapSeconds, boolean merges, Sink sink) {
        this.sessions = new SessionNumbers(gapSeconds);
        this.merges = merges;
        this.sink = sink;
    }

    /** Starts the next user. */
    public void startUser() {
        separate();
        sessions.startUser();
    }

    /**
     * Takes the user's next event. Returns true when it belongs to the previous interaction.
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

    /** Sets the time of the last event of the open interaction, which need not be that of its strongest event. */
    public void extendTo(long lastTime) {
        sessions.extendTo(lastTime);
    }

    /**
     * Closes the open interaction, so that the next event starts a new one. Must be called after the very last event.
     */
    public void separate() {
        if (pending) {
            sink.add(item, time, action, session);
            pending = false;
        }
    }
}
