package org.crossaisle.metric;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The share of a list that is in the tail, in [0, 1]; NaN for an empty list. The head are the most popular items that
 * together have 20 % of all training interactions, the tail are all others.
 */
public final class TailShare implements Metric {
    private static final double HEAD_SHARE = 0.2;

    private final BitSet head;
    private final int cutoff;

    /**
     * The metric for one set of training events.
     *
     * @param counts interactions by item: [items]
     * @param cutoff length of the list, at least 1
     */
    public TailShare(int[] counts, int cutoff) {
        Cutoff.check(cutoff);
        head = head(counts);
        this.cutoff = cutoff;
    }

    private static BitSet head(int... counts) {
        long total = Arrays.stream(counts).asLongStream().sum();
        BitSet head = new BitSet();
        long sum = 0;
        List<Integer> order = IntStream.range(0, counts.length)
                .boxed()
                .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
                .toList();
        for (int at = 0; at < order.size() && sum < HEAD_SHARE * total; at++) {
            head.set(order.get(at));
            sum += counts[order.get(at)];
        }
        return head;
    }

    @Override
    public String name() {
        return "tail@" + cutoff;
    }

    @Override
    public double of(RankedAnswer answer) {
        int size = answer.size(cutoff);
        double tail = 0;
        for (int place = 0; place < size; place++) {
            tail += head.get(answer.item(place)) ? 0 : 1;
        }
        return size == 0 ? Double.NaN : tail / size;
    }
}
