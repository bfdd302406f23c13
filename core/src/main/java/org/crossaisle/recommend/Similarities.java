package org.crossaisle.recommend;

/** How alike the candidates of a pool are: a positive semidefinite matrix with ones on its diagonal, of which rows are asked. */
interface Similarities {
    /**
     * Writes the similarity of a candidate to every one, itself included.
     *
     * @param into [candidates], each in [-1, 1]
     */
    void of(int candidate, float[] into);

    /** The mean of 1 - similarity over all pairs of a list, in [0, 2]; 0 for a list of fewer than two. */
    default double meanDistance(int[] list, int candidates) {
        float[] row = new float[candidates];
        double sum = 0;
        for (int at = 0; at < list.length; at++) {
            of(list[at], row);
            for (int other = 0; other < at; other++) {
                sum += 1 - row[list[other]];
            }
        }
        double pairs = list.length * (list.length - 1) / 2.0;
        return pairs == 0 ? 0 : sum / pairs;
    }
}
