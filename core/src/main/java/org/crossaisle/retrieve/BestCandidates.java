package org.crossaisle.retrieve;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The best candidates seen so far, at most a fixed number: a binary heap with the worst kept one on top, so that most
 * items are rejected by one comparison. Takes no memory per item offered. For one thread.
 */
public final class BestCandidates {
    private static final int INITIAL = 16;

    private final int capacity;
    private int[] items;
    private float[] scores;
    private int size;

    /** @param capacity the number to keep, at least 0; memory grows with the items offered, up to this number */
    BestCandidates(int capacity) {
        this.capacity = capacity;
        items = new int[Math.min(capacity, INITIAL)];
        scores = new float[items.length];
    }

    /**
     * The best of some scores: at most {@code count} allowed items, best first.
     *
     * @param scores by item number, none of them NaN
     */
    public static List<Candidate> of(float[] scores, int count, IntPredicate allowed) {
        BestCandidates best = new BestCandidates(count);
        for (int item = 0; item < scores.length; item++) {
            if (best.wants(item, scores[item]) && allowed.test(item)) {
                best.add(item, scores[item]);
            }
        }
        return best.bestFirst();
    }

    /** True when {@link #add} would keep this item. */
    boolean wants(int item, float score) {
        return size < capacity || (size > 0 && isWorse(scores[0], items[0], score, item));
    }

    /** Adds an item that {@link #wants} accepted, and drops the worst one if there are too many. */
    void add(int item, float score) {
        if (size < capacity) {
            if (size == items.length) {
                int grown = (int) Math.min(capacity, 2L * size);
                items = Arrays.copyOf(items, grown);
                scores = Arrays.copyOf(scores, grown);
            }
            up(size++, item, score);
        } else {
            down(0, item, score);
        }
    }

    /** The candidates kept, best first. */
    List<Candidate> bestFirst() {
        return IntStream.range(0, size)
                .mapToObj(at -> new Candidate(items[at], scores[at]))
                .sorted()
                .toList();
    }

    private void up(int from, int item, float score) {
        int at = from;
        while (at > 0 && isWorse(score, item, scores[(at - 1) / 2], items[(at - 1) / 2])) {
            put(at, items[(at - 1) / 2], scores[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        put(at, item, score);
    }

    private void down(int from, int item, float score) {
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isWorse(scores[child + 1], items[child + 1], scores[child], items[child])) {
                child++;
            }
            if (!isWorse(scores[child], items[child], score, item)) {
                break;
            }
            put(at, items[child], scores[child]);
            at = child;
        }
        put(at, item, score);
    }

    private void put(int at, int item, float score) {
        items[at] = item;
        scores[at] = score;
    }

    private static boolean isWorse(float score, int item, float otherScore, int otherItem) {
        return score < otherScore || (score == otherScore && item > otherItem);
    }
}
