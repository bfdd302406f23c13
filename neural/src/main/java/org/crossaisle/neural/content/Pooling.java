package org.crossaisle.neural.content;

/** How the vectors of a text's tokens become one vector. */
public enum Pooling {
    /** The vector of the first token, which stands for the whole text. */
    CLS,
    /** The mean over all tokens. */
    MEAN;

    /** @param tokens vectors one after the other: [tokens, d] */
    float[] pool(float[] tokens, int dimension) {
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
