package org.crossaisle.model.boost;

/**
 * Groups of candidates with their features, with one relevant candidate in each group. Arrays are not copied; for one
 * thread.
 */
public final class RankingExamples {
    private final int width;
    private final float[] features;
    private final float[] bases;
    private final float[] wanted;
    private final int[] groups;
    private final float[] weights;

    /**
     * Takes ownership of the arrays.
     *
     * @param width the number of features of a candidate
     * @param features [candidates, width], NaN for unknown values
     * @param bases the base scores to which the trees are added: [candidates]
     * @param wanted 1 for the relevant candidate of a group, else 0: [candidates]
     * @param groups the number of candidates of each group, in order
     * @param weights the weight of each group, above 0: [groups]
     */
    public RankingExamples(int width, float[] features, float[] bases, float[] wanted, int[] groups, float[] weights) {
        if (weights.length != groups.length) {
            throw new IllegalArgumentException(weights.length + " weights do not fit " + groups.length + " groups");
        }
        if (features.length != Math.multiplyExact(bases.length, width) || wanted.length != bases.length) {
            throw new IllegalArgumentException(features.length + " features of width " + width + ", " + bases.length
                    + " base scores and " + wanted.length + " labels do not fit each other");
        }
        this.width = width;
        this.features = features;
        this.bases = bases;
        this.wanted = wanted;
        this.groups = groups;
        this.weights = weights;
    }

    public int width() {
        return width;
    }

    /** [candidates, width]. */
    public float[] features() {
        return features;
    }

    /** [candidates]. */
    public float[] bases() {
        return bases;
    }

    /** [candidates]. */
    public float[] wanted() {
        return wanted;
    }

    /** The size of each group. */
    public int[] groups() {
        return groups;
    }

    /** The weight of each group: [groups]. */
    public float[] weights() {
        return weights;
    }
}
