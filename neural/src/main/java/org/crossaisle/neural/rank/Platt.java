package org.crossaisle.neural.rank;

import org.crossaisle.model.linear.LogisticRegression;

/**
 * Platt scaling, which turns a score into a probability: sigma(slope * score + offset), fitted by maximum likelihood.
 *
 * <p>Source: Platt, Probabilistic Outputs for Support Vector Machines, 1999, with its smoothed targets.
 *
 * @param slope coefficient of the score
 * @param offset offset of the log-odds
 */
record Platt(double slope, double offset) {
    /** Decides between the equally likely where all scores are alike; too small to be seen elsewhere. */
    private static final double RIDGE = 1e-9;

    double probability(double score) {
        return 1 / (1 + Math.exp(-slope * score - offset));
    }

    /**
     * Fits slope and offset.
     *
     * @param scores at least one
     * @param taken whether each was a positive: [scores]
     */
    static Platt of(float[] scores, boolean[] taken) {
        double yes = 0;
        for (boolean one : taken) {
            yes += one ? 1 : 0;
        }
        // smoothed labels, so that the coefficients stay finite if the scores separate the classes
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
