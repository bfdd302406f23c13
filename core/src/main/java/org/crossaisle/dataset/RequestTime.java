package org.crossaisle.dataset;

import java.util.Optional;
import org.crossaisle.history.History;

/**
 * The moment at which a target is asked for. A model may read it, as one that counts what was popular of late does, so
 * figures can be compared only where it was the same.
 */
public enum RequestTime {
    /** The target's own time, as a shop knows it: a customer is answered at the moment of the visit. */
    TARGET("target", "the target's time"),
    /**
     * The time of the last event of the history, so that nothing is known of when the target happened. Published
     * sequence models do not know it either.
     */
    LAST_EVENT("last-event", "the time of the last event before the target");

    private final String text;
    private final String inWords;

    RequestTime(String text, String inWords) {
        this.text = text;
        this.inWords = inWords;
    }

    /**
     * When a model is asked what comes next.
     *
     * @param known the history before the target
     * @param happened when the target happened, seconds since 1970, or {@link History#NO_TIME}
     * @return seconds since 1970, or {@link History#NO_TIME} where it is not known, as with the last event of an empty
     *     history
     */
    public long of(History known, long happened) {
        if (this == TARGET) {
            return happened;
        }
        return known.isEmpty() ? History.NO_TIME : known.time(known.size() - 1);
    }

    /** A target that is asked for at this moment and tells no other. */
    public Target of(Target target) {
        return new Target(target.user(), target.history(), target.item(), of(target.history(), target.time()));
    }

    /** At which moment models were asked, for a heading; empty: the data tell no times, and all moments are one. */
    public static String asked(Optional<RequestTime> known) {
        return known.map(moment -> "asked at " + moment.inWords).orElse("asked without times");
    }

    /** For a sentence: "asked at the target's time". */
    public String inWords() {
        return inWords;
    }

    /** As it is written in options and reports: "target" or "last-event". */
    @Override
    public String toString() {
        return text;
    }
}
