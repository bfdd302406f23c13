package org.crossaisle.io.shop;

import java.util.Arrays;

/**
 * Which session of its user each interaction of a data set belongs to, numbered from 0 in the order they began. Where the shop
 * gave session ids, they decide; elsewhere a pause longer than the shop's session gap begins a new one, and so does every
 * event whose time is not known.
 *
 * <p>Immutable; threads may share it.
 */
public final class Sessions {
    private final int[] offsets; // [users + 1]
    private final int[] numbers; // [interactions]

    Sessions(int[] offsets, int[] numbers) {
        this.offsets = offsets;
        this.numbers = numbers;
    }

    /** The sessions of a user's interactions, the oldest first. A copy. */
    public int[] of(int user) {
        return Arrays.copyOfRange(numbers, offsets[user], offsets[user + 1]);
    }
}
