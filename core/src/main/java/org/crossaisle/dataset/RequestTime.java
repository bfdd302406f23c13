package org.crossaisle.dataset;

import java.util.Optional;
import org.crossaisle.PublicApi;
import org.crossaisle.history.History;

/**
 * The request time of a target. A model may read it, such as one that counts recent popularity, so results can be
 * compared only at the same request time.
 */
@PublicApi
public enum RequestTime {
    /** The target's own time, as in a shop, where a customer is served at the time of the visit. */
    TARGET("target", "the target's time"),
    /**
     * The time of the last event of the history, so that the time of the target stays unknown. Published sequence
     * models do not know it either.
     */
    LAST_EVENT("last-event", "the time of the last event before the target");

    private final String text;
    private final String inWords;

    RequestTime(String text, String inWords) {
        this.text = text;
        this.inWords = inWords;
    }

    /**
     * The time of a request for the interaction after a history.
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

    /** The target with this request time as its only time. */
    public Target of(Target target) {
        return new Target(target.user(), target.history(), target.item(), of(target.history(), target.time()));
    }

    /** The request time for a heading; empty when the data have no times, so that all request times are the same. */
    public static String heading(Optional<RequestTime> known) {
        return known.map(moment -> "requests at " + moment.inWords).orElse("requests without times");
    }

    /** The text for use in a sentence: "requests at the target's time". */
    public String inWords() {
        return inWords;
    }

    /** The text form in options and reports: "target" or "last-event". */
    @Override
    public String toString() {
        return text;
    }
}
