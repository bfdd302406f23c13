package org.crossaisle.model.boost;

/**
 * Groups of candidates, one of each wanted, with what is known of each candidate. Arrays are handed on, not copied; for
 * one thread.
 */
public final class RankingExamples {
    private final int width;
    private final float[] features;
    private final float[] bases;
    private final float[] wanted;
    private final int[] groups;
    private final float[] weights;

    /**
     * Takes the arrays over.
     *
     * @param width how many features a candidate has
     * @param features [candidates, width], not a number where something is not known
     * @param bases what the trees are added to: [candidates]
     * @param wanted 1 for the wanted candidate of a group, else 0: [candidates]
     * @param groups how many candidates each group has, in their order
     * @param weights how much each group counts, above 0: [groups]
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

    /** How much each group counts: [groups]. */
    public float[] weights() {
        return weights;
    }
}
