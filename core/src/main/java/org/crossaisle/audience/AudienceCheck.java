package org.crossaisle.audience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.crossaisle.PublicApi;
import org.crossaisle.evaluate.calibration.Reliability;

/**
 * A backtest of an audience on the last days of the data, which were held out when it was found.
 *
 * @param eligible the number of candidate customers
 * @param came how many of them came to the category
 * @param found the audience itself
 * @param mostActive an audience of equally many customers with the most recent events, for comparison
 * @param lift how many times as many of the most likely 5 % came as of all customers, with a 95 % interval (bootstrap
 *     over customers, 2,000 draws); NaN when nobody came
 * @param gains by tenths of the customers, the most likely first
 * @param reliability the reliability of the probabilities
 */
@PublicApi
public record AudienceCheck(
        int eligible, int came, Size found, Size mostActive, Range lift, List<Gain> gains, Reliability reliability) {
    private static final double HEAD = 0.05;
    private static final int DRAWS = 2_000;
    private static final double TAIL = 0.025;
    private static final int TENTHS = 10;

    /**
     * An audience of some size.
     *
     * @param size the number of customers
     * @param came how many of them came
     * @param atRandom the expected number who come of as many drawn at random
     */
    public record Size(int size, int came, double atRandom) {}

    /** A value with its interval. */
    public record Range(double value, double low, double high) {}

    /**
     * A point of the gain curve.
     *
     * @param share of the customers who are contacted
     * @param found the share of all comers that is among them
     * @param mostActive the same if the most active customers are contacted
     * @param uplift the number who came beyond that expected of as many drawn at random
     */
    public record Gain(double share, double found, double mostActive, double uplift) {}

    public AudienceCheck {
        gains = List.copyOf(gains);
    }

    /**
     * Compares predictions with outcomes.
     *
     * @param predicted predicted probabilities: [customers]
     * @param activity recent events: [customers]
     * @param came whether each came: [customers]
     * @param size the requested size of the audience
     */
    static AudienceCheck of(double[] predicted, double[] activity, boolean[] came, int size, long seed) {
        boolean[] byPrediction = ordered(came, predicted);
        boolean[] byActivity = ordered(came, activity);
        int all = count(came, came.length);
        int kept = Math.min(size, came.length);
        List<Gain> gains = new ArrayList<>();
        for (int tenth = 1; tenth <= TENTHS; tenth++) {
            int first = (int) Math.round((double) came.length * tenth / TENTHS);
            int found = count(byPrediction, first);
            gains.add(new Gain(
                    (double) tenth / TENTHS,
                    (double) found / all,
                    (double) count(byActivity, first) / all,
                    found - (double) all * first / Math.max(1, came.length)));
        }
        double[][] pairs = IntStream.range(0, predicted.length)
                .mapToObj(at -> new double[] {predicted[at], came[at] ? 1 : 0})
                .toArray(double[][]::new);
        double atRandom = (double) all * kept / Math.max(1, came.length);
        return new AudienceCheck(
                came.length,
                all,
                new Size(kept, count(byPrediction, kept), atRandom),
                new Size(kept, count(byActivity, kept), atRandom),
                lift(byPrediction, seed),
                gains,
                Reliability.of(pairs));
    }

    /** Whether customers came, in descending order of the values; ties keep their order. */
    private static boolean[] ordered(boolean[] came, double... values) {
        Integer[] order = IntStream.range(0, came.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(at -> -values[at]));
        boolean[] ordered = new boolean[came.length];
        for (int at = 0; at < order.length; at++) {
            ordered[at] = came[order[at]];
        }
        return ordered;
    }

    private static int count(boolean[] came, int first) {
        int count = 0;
        for (int at = 0; at < first; at++) {
            count += came[at] ? 1 : 0;
        }
        return count;
    }

    /** Draws the head and the rest separately, each with replacement, so that the head keeps its size. */
    private static Range lift(boolean[] ordered, long seed) {
        int head = (int) Math.max(1, Math.round(HEAD * ordered.length));
        if (ordered.length == 0 || count(ordered, ordered.length) == 0) {
            return new Range(Double.NaN, Double.NaN, Double.NaN);
        }
        double[] lifts = IntStream.range(0, DRAWS)
                .parallel()
                .mapToDouble(draw -> {
                    SplittableRandom random = new SplittableRandom(seed + draw);
                    int inHead = 0;
                    int inRest = 0;
                    for (int at = 0; at < ordered.length; at++) {
                        int drawn = at < head ? random.nextInt(head) : head + random.nextInt(ordered.length - head);
                        inHead += at < head && ordered[drawn] ? 1 : 0;
                        inRest += at >= head && ordered[drawn] ? 1 : 0;
                    }
                    return ratio(inHead, head, inHead + inRest, ordered.length);
                })
                .sorted()
                .toArray();
        int in = count(ordered, head);
        return new Range(
                ratio(in, head, count(ordered, ordered.length), ordered.length),
                lifts[(int) (TAIL * (DRAWS - 1))],
                lifts[(int) Math.ceil((1 - TAIL) * (DRAWS - 1))]);
    }

    private static double ratio(int inHead, int head, int came, int all) {
        return came == 0 ? 0 : ((double) inHead / head) / ((double) came / all);
    }
}
