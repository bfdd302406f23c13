package org.crossaisle.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.crossaisle.RecsException;
import org.crossaisle.history.History;

/**
 * A split by time, as a shop would use a model: train on everything before a cut and predict what comes after it. The
 * cut is the same for all users, so no future data is used for training.
 *
 * <p>The first cut is the time at the validation quantile of all interactions, the second that at the test quantile:
 * fit on what lies before the first, validate between them, refit on what lies before the second, test on the rest. The
 * quantile <i>q</i> of n times in ascending order is the one at place floor(q n), counted from 0; an interaction at the
 * time of a cut is after it. A return is never a target.
 *
 * @param targets which interactions of a period are targets
 * @param validationQuantile where the first cut lies, in (0, 1)
 * @param testQuantile where the second cut lies, above the first and below 1
 */
public record TemporalSplit(Targets targets, double validationQuantile, double testQuantile) {
    /** The value of {@link Split#name()}. */
    public static final String NAME = "temporal";

    /** Which interactions of a period are targets. */
    public enum Targets {
        /** Each user's last interaction of the period, in the given order; the history is everything before it. */
        LAST,
        /**
         * All interactions of each user in the period; the history is everything at a strictly earlier time. When times
         * are whole days, that is every earlier day, so neither the order within a day nor a basket leaks information.
         */
        SUCCESSIVE
    }

    public TemporalSplit {
        if (!(validationQuantile > 0 && validationQuantile < testQuantile && testQuantile < 1)) {
            throw new IllegalArgumentException("quantiles are " + validationQuantile + " and " + testQuantile
                    + ", must be in (0, 1) and the first below the second");
        }
    }

    /** Cuts at the 0.8 and 0.9 quantiles. */
    public TemporalSplit(Targets targets) {
        this(targets, 0.8, 0.9);
    }

    /**
     * Splits a data set.
     *
     * @throws RecsException when an interaction has no time, or a period would be empty
     */
    public Split of(Dataset data) {
        long[] times = times(data);
        long first = times[(int) (validationQuantile * times.length)];
        long second = times[(int) (testQuantile * times.length)];
        if (first == times[0] || first == second) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    "a temporal split needs interactions before, between and after its two cuts; the " + times.length
                            + " interactions span " + times[0] + " to " + times[times.length - 1]
                            + " seconds, and both cuts fall on " + first);
        }
        List<Target> validation = new ArrayList<>();
        List<Target> test = new ArrayList<>();
        int[] beforeFirst = new int[data.users()];
        int[] beforeSecond = new int[data.users()];
        for (int user = 0; user < data.users(); user++) {
            History history = data.history(user);
            beforeFirst[user] = countBefore(history, first);
            beforeSecond[user] = countBefore(history, second);
            addTargets(user, history, beforeFirst[user], beforeSecond[user], validation);
            addTargets(user, history, beforeSecond[user], history.size(), test);
        }
        return new Split(
                NAME,
                targets.name().toLowerCase(Locale.ROOT),
                data.firstOfEach(beforeFirst),
                validation,
                data.firstOfEach(beforeSecond),
                test);
    }

    /** All times in ascending order. */
    private static long[] times(Dataset data) {
        if (!data.hasTimes()) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    data.interactions() == 0
                            ? "a temporal split needs interactions; there are none"
                            : "a temporal split needs a time for every interaction; some have only an order. Use "
                                    + LeaveOneOut.NAME);
        }
        long[] times = new long[data.interactions()];
        int row = 0;
        for (int user = 0; user < data.users(); user++) {
            History history = data.history(user);
            for (int position = 0; position < history.size(); position++) {
                times[row++] = history.time(position);
            }
        }
        Arrays.sort(times);
        return times;
    }

    private static int countBefore(History history, long cut) {
        int count = 0;
        while (count < history.size() && history.time(count) < cut) {
            count++;
        }
        return count;
    }

    private void addTargets(int user, History history, int from, int end, List<Target> into) {
        if (targets == Targets.LAST) {
            for (int position = end - 1; position >= from; position--) {
                if (history.action(position).showsInterest()) {
                    into.add(Target.at(user, history, position, position));
                    return;
                }
            }
            return;
        }
        int known = from;
        for (int position = from; position < end; position++) {
            if (position > from && history.time(position) != history.time(position - 1)) {
                known = position;
            }
            if (history.action(position).showsInterest()) {
                into.add(Target.at(user, history, position, known));
            }
        }
    }
}
