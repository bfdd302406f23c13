package org.crossaisle.neural.rank;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The places of the greatest of many numbers. */
final class Best {
    private Best() {}

    /**
     * At most {@code count} allowed places, the greatest first, of equal ones the lower place first.
     *
     * @param values finite numbers
     */
    static int[] of(float[] values, int count, IntPredicate allowed) {
        long[] heap = new long[count]; // the least of the kept ones first
        int size = 0;
        for (int place = 0; place < values.length; place++) {
            long key = key(values[place], place);
            if (size < count) {
                if (allowed.test(place)) {
                    heap[size++] = key;
                    if (size == count) {
                        Arrays.sort(heap);
                    }
                }
            } else if (key > heap[0] && allowed.test(place)) {
                sink(heap, key);
            }
        }
        long[] kept = Arrays.copyOf(heap, size);
        Arrays.sort(kept);
        int[] best = new int[size];
        for (int at = 0; at < size; at++) {
            best[at] = Integer.MAX_VALUE - (int) kept[size - 1 - at];
        }
        return best;
    }

    /** Orders by value, then by place from the end on. */
    private static long key(float value, int place) {
        int bits = Float.floatToIntBits(value);
        int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
        return ((long) ordered << Integer.SIZE) | (Integer.MAX_VALUE - place);
    }

    private static void sink(long[] heap, long key) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= heap.length) {
                break;
            }
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= key) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = key;
    }
}
