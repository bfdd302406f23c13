package org.crossaisle.evaluate.metric;

import java.util.Arrays;
import java.util.List;

/**
 * Metrics of several lists together: how evenly the catalog is shown, and which hits are not obvious to simple models.
 *
 * <p>Sources: Ge, Delgado-Battenfeld and Jannach, Beyond Accuracy, RecSys 2010 (coverage, serendipity); Gini,
 * Variabilità e mutabilità, 1912 (the coefficient of exposure).
 */
public final class ListMetrics {
    private final int items;

    /** @param items the number of items of the catalog */
    public ListMetrics(int items) {
        this.items = items;
    }

    /** Serendipity: a hit that neither of two obvious models has in its list; in [0, 1]. */
    public static double serendipity(Answer answer, List<Answer> obvious, int cutoff) {
        return answer.rank() <= cutoff && obvious.stream().allMatch(other -> other.rank() > cutoff) ? 1 : 0;
    }

    /** Coverage: the share of the catalog that is in some list, in [0, 1]. */
    public double coverage(List<Answer> answers, int cutoff) {
        return Arrays.stream(exposure(answers, cutoff))
                        .filter(shown -> shown > 0)
                        .count()
                / (double) items;
    }

    /** The Gini coefficient of exposure: 0 if all items are shown equally often, near 1 if only one item is shown. */
    public double gini(List<Answer> answers, int cutoff) {
        double[] shown = exposure(answers, cutoff);
        Arrays.sort(shown);
        double weighted = 0;
        double total = 0;
        for (int at = 0; at < shown.length; at++) {
            weighted += (2.0 * (at + 1) - shown.length - 1) * shown[at];
            total += shown[at];
        }
        return total == 0 ? Double.NaN : weighted / (shown.length * total);
    }

    private double[] exposure(List<Answer> answers, int cutoff) {
        double[] shown = new double[items];
        for (Answer answer : answers) {
            for (int place = 0; place < answer.size(cutoff); place++) {
                shown[answer.item(place)]++;
            }
        }
        return shown;
    }
}
