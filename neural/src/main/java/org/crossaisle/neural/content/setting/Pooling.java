package org.crossaisle.neural.content.setting;

/** How the vectors of a text's tokens become one vector. */
public enum Pooling {
    /** The vector of the first token, which stands for the whole text. */
    CLS,
    /** The mean over all tokens. */
    MEAN;

    /**
     * Makes one vector of those of the tokens.
     *
     * @param tokens vectors one after the other: [tokens, d]
     */
    public float[] pool(float[] tokens, int dimension) {
        float[] pooled = new float[dimension];
        int read = this == CLS ? dimension : tokens.length;
        for (int at = 0; at < read; at++) {
            pooled[at % dimension] += tokens[at];
        }
        int count = read / dimension;
        for (int at = 0; at < dimension; at++) {
            pooled[at] /= count;
        }
        return pooled;
    }
}
