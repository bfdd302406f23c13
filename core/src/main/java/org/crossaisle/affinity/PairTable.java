package org.crossaisle.affinity;

import java.util.Arrays;

/**
 * Numbers pairs of numbers, dense from 0 in the order they were first added. Open addressing, 16 to 32 bytes a pair.
 */
final class PairTable {
    static final int NONE = -1;

    private long[] keys = new long[16]; // [pairs]
    private int[] slots = new int[32]; // number + 1, 0 where free; a power of two, at most half full
    private int size;

    int size() {
        return size;
    }

    int first(int pair) {
        return (int) (keys[pair] >>> 32);
    }

    int second(int pair) {
        return (int) keys[pair];
    }

    /** The number of a pair, or {@link #NONE}. */
    int find(int first, int second) {
        return slots[slot(key(first, second))] - 1;
    }

    /** The number of a pair; assigns the next one if it has none. */
    int add(int first, int second) {
        long key = key(first, second);
        int slot = slot(key);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        keys[size] = key;
        slots[slot] = ++size;
        if (2 * size > slots.length) {
            slots = new int[2 * slots.length];
            for (int pair = 0; pair < size; pair++) {
                slots[slot(keys[pair])] = pair + 1;
            }
        }
        return size - 1;
    }

    private static long key(int first, int second) {
        return (long) first << 32 | second;
    }

    /** The slot of the key, or the free slot for it. */
    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (slots.length - 1);
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
