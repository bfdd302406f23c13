package org.crossaisle.neural.content.setting;

/** How the vectors of the tokens of a text are combined into one. */
public enum Pooling {
    /** The vector of the first token, which represents the whole text. */
    CLS,
    /** The mean over all tokens. */
    MEAN;

    /**
     * Combines the vectors of the tokens into one.
     *
     * @param tokens vectors in row-major order: [tokens, d]
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
