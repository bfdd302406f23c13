package org.crossaisle.evaluate.metric;

import java.util.Arrays;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.history.History;
import org.crossaisle.metric.Ndcg;

/**
 * Metrics of a list relative to the categories of its user, at one level.
 *
 * <p>Source of the calibration: Steck, Calibrated Recommendations, RecSys 2018, equations 3 to 6, with a recency weight
 * in the user's distribution and a rank weight in the list's.
 */
public final class CategoryMetrics {
    /** The factor by which each later interaction reduces an interaction's weight. */
    private static final double RECENCY = 0.9;

    /** How much of the user's own distribution is mixed into the list's, so that the divergence is finite. */
    private static final double SMOOTHING = 0.01;

    private final CategoryLevel level;
    private final int index;

    /**
     * The metrics of a level.
     *
     * @param index the place of the level among those of the answers
     */
    public CategoryMetrics(CategoryLevel level, int index) {
        this.level = level;
        this.index = index;
    }

    /** 1 when some item of the list shares a category with the target. */
    public double categoryHit(Answer answer, int cutoff) {
        for (int place = 0; place < answer.size(cutoff); place++) {
            if (level.share(answer.item(place), answer.target().item())) {
                return 1;
            }
        }
        return 0;
    }

    /** The share of the list in categories new to the user; NaN for an empty history. */
    public double categoryNovelty(Answer answer, int cutoff) {
        int size = answer.size(cutoff);
        if (size == 0 || answer.target().history().isEmpty()) {
            return Double.NaN;
        }
        int unseen = 0;
        for (int place = 0; place < size; place++) {
            unseen += level.isNew(answer.item(place), answer.seen(index)) ? 1 : 0;
        }
        return (double) unseen / size;
    }

    /** True for a target whose categories are all new to a user with a history. */
    public boolean isCross(Answer answer) {
        return !answer.target().history().isEmpty()
                && level.isNew(answer.target().item(), answer.seen(index));
    }

    /** True when the target's categories are not among those of the last five items. */
    public boolean isSwitch(Answer answer) {
        History last = answer.target().history().last(5);
        return !last.isEmpty() && level.isNew(answer.target().item(), last.categories(level));
    }

    /** The number of distinct categories of the list. */
    public double categories(Answer answer, int cutoff) {
        return Arrays.stream(items(answer, cutoff))
                .flatMap(item -> Arrays.stream(level.of(item)))
                .distinct()
                .count();
    }

    /** The Kullback-Leibler divergence of the list from the user, in nats, at least 0; NaN for an empty history. */
    public double divergence(Answer answer, int cutoff) {
        double[] user = user(answer);
        double[] list = list(answer, cutoff);
        double sum = 0;
        for (int category = 0; category < user.length; category++) {
            if (user[category] > 0) {
                double smoothed = (1 - SMOOTHING) * list[category] + SMOOTHING * user[category];
                sum += user[category] * Math.log(user[category] / smoothed);
            }
        }
        return total(user) == 0 ? Double.NaN : sum;
    }

    /** The Jensen-Shannon divergence, in bits, in [0, 1]; NaN for an empty history. */
    public double jensenShannon(Answer answer, int cutoff) {
        double[] user = user(answer);
        double[] list = list(answer, cutoff);
        double sum = 0;
        for (int category = 0; category < user.length; category++) {
            double mean = (user[category] + list[category]) / 2;
            sum += half(user[category], mean) + half(list[category], mean);
        }
        return total(user) == 0 ? Double.NaN : sum / Math.log(2);
    }

    private static double half(double share, double mean) {
        return share > 0 ? share * Math.log(share / mean) / 2 : 0;
    }

    /** p(c | u): the history, each interaction weighing 0.9 to the power of its age. */
    private double[] user(Answer answer) {
        double[] shares = new double[level.size()];
        History history = answer.target().history();
        double weight = 1;
        for (int age = 0; age < history.size(); age++) {
            add(history.latest(age), weight, shares);
            weight *= RECENCY;
        }
        return normalised(shares);
    }

    /** q(c | u): the list, each place weighing 1 / log2(1 + rank). */
    private double[] list(Answer answer, int cutoff) {
        double[] shares = new double[level.size()];
        for (int place = 0; place < answer.size(cutoff); place++) {
            add(answer.item(place), Ndcg.gain(place + 1), shares);
        }
        return normalised(shares);
    }

    private void add(int item, double weight, double[] shares) {
        int[] categories = level.of(item);
        for (int category : categories) {
            shares[category] += weight / categories.length;
        }
    }

    private static double[] normalised(double[] shares) {
        double sum = total(shares);
        for (int at = 0; at < shares.length && sum > 0; at++) {
            shares[at] /= sum;
        }
        return shares;
    }

    private static double total(double[] shares) {
        return Arrays.stream(shares).sum();
    }

    private static int[] items(Answer answer, int cutoff) {
        int[] items = new int[answer.size(cutoff)];
        for (int place = 0; place < items.length; place++) {
            items[place] = answer.item(place);
        }
        return items;
    }
}
