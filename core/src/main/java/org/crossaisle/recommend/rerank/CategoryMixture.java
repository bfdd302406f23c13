package org.crossaisle.recommend.rerank;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.history.History;

/**
 * p(c | u), the category distribution of a history at one level, and the divergence of a list from it. Each interaction
 * weighs 0.9 to the power of its age, divided among the categories of its item; all places of a list weigh the same.
 *
 * <p>Source: Steck, Calibrated Recommendations, RecSys 2018, equations 2 to 6.
 */
final class CategoryMixture implements CandidateGains {
    /*
     * With N places and q(c | I) = (1/N) sum over i in I of p(c | i), put F(I) = (1 - w) sum of values + w sum over c
     * of p(c) log(((1 - a) q(c | I) + a p(c)) / (a p(c))). For a full list F is Steck's objective plus w log(1 / a), a
     * constant: sum of p log(q~ / (a p)) = log(1/a) - C_KL. F of the empty list is 0; it grows with I, since values are
     * not negative and the logarithm grows; and it is submodular, since a concave function of a sum of non-negative
     * terms is. So the greedy list has at least (1 - 1/e) of the F of the best one (Nemhauser, Wolsey and Fisher,
     * Mathematical Programming 14, 1978), and at least 1/2 where places are divided between two kinds of candidates,
     * since that is a partition matroid filled part by part in any order (Fisher, Nemhauser and Wolsey, Mathematical
     * Programming Study 8, 1978). If places weighed 1 / log2(1 + rank), F would not be a set function, and neither
     * bound would hold.
     *
     * A candidate's gain in the second sum depends on its categories alone. For a single category it is cached and
     * recomputed only when an item of the category is chosen.
     */
    private static final double RECENCY = 0.9;
    private static final double SMOOTHING = 0.01; // a
    private static final int NONE = -1;

    private final int[][]
            ofCandidates; // [candidates][categories]: indexes in the arrays below, NONE if not in the history
    private final double[] own; // p
    private final double[] smoothed; // (1 - a) q + a p of the list so far
    private final double[] gainOfOne; // of an item of this category alone
    private final CandidatePool pool;
    private final double weight;
    private final double step; // (1 - a) / N

    /** @param shares p, by category; see {@link #shares} */
    CategoryMixture(Map<Integer, Double> shares, CategoryLevel level, CandidatePool pool, double weight, int size) {
        this.pool = pool;
        this.weight = weight;
        step = (1 - SMOOTHING) / Math.max(1, size);
        own = shares.values().stream().mapToDouble(Double::doubleValue).toArray();
        smoothed = new double[own.length];
        gainOfOne = new double[own.length];
        Map<Integer, Integer> places = new HashMap<>();
        shares.keySet().forEach(category -> places.put(category, places.size()));
        for (int place = 0; place < own.length; place++) {
            smoothed[place] = SMOOTHING * own[place];
            gainOfOne[place] = gain(place, 1);
        }
        ofCandidates = new int[pool.size()][];
        for (int candidate = 0; candidate < ofCandidates.length; candidate++) {
            int[] categories = level.of(pool.item(candidate));
            ofCandidates[candidate] = new int[categories.length];
            for (int at = 0; at < categories.length; at++) {
                ofCandidates[candidate][at] = places.getOrDefault(categories[at], NONE);
            }
        }
    }

    /** p by category, in the order in which the categories appear from the latest interaction back. */
    static Map<Integer, Double> shares(History history, CategoryLevel level) {
        Map<Integer, Double> shares = new LinkedHashMap<>();
        double left = 1;
        double sum = 0;
        for (int age = 0; age < history.size(); age++, left *= RECENCY) {
            int[] categories = level.of(history.latest(age));
            for (int category : categories) {
                shares.merge(category, left / categories.length, Double::sum);
            }
            sum += categories.length == 0 ? 0 : left;
        }
        double total = sum;
        shares.replaceAll((category, share) -> share / total);
        return Collections.unmodifiableMap(shares);
    }

    private double gain(int place, double part) {
        return own[place] * Math.log1p(step * part / smoothed[place]);
    }

    @Override
    public double of(int candidate) {
        int[] places = ofCandidates[candidate];
        double calibration = 0;
        for (int place : places) {
            if (place != NONE) {
                calibration += places.length == 1 ? gainOfOne[place] : gain(place, 1.0 / places.length);
            }
        }
        return (1 - weight) * pool.value(candidate) + weight * calibration;
    }

    @Override
    public void chosen(int candidate) {
        int[] places = ofCandidates[candidate];
        for (int place : places) {
            if (place != NONE) {
                smoothed[place] += step / places.length;
                gainOfOne[place] = gain(place, 1);
            }
        }
    }

    /** C<sub>KL</sub> of a list of candidates from the history, in nats; 0 if the history has no category. */
    double divergence(int[] list) {
        double[] ofList = new double[own.length];
        for (int candidate : list) {
            int[] places = ofCandidates[candidate];
            for (int place : places) {
                if (place != NONE) {
                    ofList[place] += 1.0 / places.length / list.length;
                }
            }
        }
        double sum = 0;
        for (int place = 0; place < own.length; place++) {
            sum += own[place] * Math.log(own[place] / ((1 - SMOOTHING) * ofList[place] + SMOOTHING * own[place]));
        }
        return sum;
    }
}
