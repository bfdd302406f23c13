package org.crossaisle.metric;

/** The mean number of training interactions of the items of a list, at least 0; NaN for an empty list. */
public final class MeanPopularity implements Metric {
    private final int[] counts; // [items]
    private final int cutoff;

    /**
     * The metric for one set of training events.
     *
     * @param counts interactions by item: [items]
     * @param cutoff length of the list, at least 1
     */
    public MeanPopularity(int[] counts, int cutoff) {
        Cutoff.check(cutoff);
        this.counts = counts.clone();
        this.cutoff = cutoff;
    }

    @Override
    public String name() {
        return "popularity@" + cutoff;
    }

    @Override
    public double of(RankedAnswer answer) {
        int size = answer.size(cutoff);
        double sum = 0;
        for (int place = 0; place < size; place++) {
            sum += counts[answer.item(place)];
        }
        return size == 0 ? Double.NaN : sum / size;
    }
}
