package org.crossaisle.neural.rank;

import org.crossaisle.model.linear.LogisticRegression;

/**
 * A probability from a score: sigma(slope * score + offset), fitted by maximum likelihood.
 *
 * <p>Source: Platt, Probabilistic Outputs for Support Vector Machines, 1999, with its smoothed targets.
 *
 * @param slope of the score
 * @param offset of the log-odds
 */
record Platt(double slope, double offset) {
    /** Decides between the equally likely where all scores are alike; too small to be seen elsewhere. */
    private static final double RIDGE = 1e-9;

    double probability(double score) {
        return 1 / (1 + Math.exp(-slope * score - offset));
    }

    /**
     * Fits.
     *
     * @param scores at least one
     * @param taken which of them were taken: [scores]
     */
    static Platt of(float[] scores, boolean[] taken) {
        double yes = 0;
        for (boolean one : taken) {
            yes += one ? 1 : 0;
        }
        // smoothed targets, so that the weights stay finite where scores separate what was taken
        double target = (yes + 1) / (yes + 2);
        double other = 1 / (taken.length - yes + 2);
        double[] weights = LogisticRegression.fit(
                scores.length,
                at -> new double[] {scores[at], 1},
                at -> taken[at] ? target : other,
                RIDGE / scores.length,
                0,
                Math.log((yes + 1) / (taken.length - yes + 1)));
        return new Platt(weights[0], weights[1]);
    }
}
