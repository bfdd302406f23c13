package org.crossaisle.neural.rank;

/**
 * A probability from a score: sigma(slope * score + offset), fitted by maximum likelihood.
 *
 * <p>Source: Platt, Probabilistic Outputs for Support Vector Machines, 1999, by Newton's method as Lin, Lin and Weng, A Note on
 * Platt's Probabilistic Outputs, Machine Learning 68, 2007, section 3.
 *
 * @param slope of the score
 * @param offset of the log-odds
 */
record Platt(double slope, double offset) {
    private static final int MOST_STEPS = 100;
    private static final double TOLERANCE = 1e-7;

    /** Keeps the Hessian positive where all scores are alike. */
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
        double slope = 0;
        double offset = Math.log((yes + 1) / (taken.length - yes + 1));
        for (int step = 0; step < MOST_STEPS; step++) {
            double bySlope = 0;
            double byOffset = 0;
            double h11 = RIDGE;
            double h12 = 0;
            double h22 = RIDGE;
            for (int at = 0; at < scores.length; at++) {
                double p = 1 / (1 + Math.exp(-slope * scores[at] - offset));
                double error = p - (taken[at] ? target : other);
                double curvature = p * (1 - p);
                bySlope += error * scores[at];
                byOffset += error;
                h11 += curvature * scores[at] * scores[at];
                h12 += curvature * scores[at];
                h22 += curvature;
            }
            double determinant = h11 * h22 - h12 * h12;
            double moveSlope = (h22 * bySlope - h12 * byOffset) / determinant;
            double moveOffset = (h11 * byOffset - h12 * bySlope) / determinant;
            slope -= moveSlope;
            offset -= moveOffset;
            if (Math.abs(moveSlope) + Math.abs(moveOffset) < TOLERANCE) {
                break;
            }
        }
        return new Platt(slope, offset);
    }
}
