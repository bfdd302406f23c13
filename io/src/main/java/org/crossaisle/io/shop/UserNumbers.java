package org.crossaisle.io.shop;

import java.util.Arrays;
import java.util.OptionalInt;
import org.crossaisle.Bounds;
import org.crossaisle.history.UserId;

/**
 * The numbers of users by their hashed ids: dense from 0, in the order in which they were first added. Takes 24 to 40
 * bytes per user. Threads may share it once all users are added.
 */
public final class UserNumbers {
    private static final int EMPTY = -1;

    private long[] high = new long[1 << 10]; // [users]
    private long[] low = new long[1 << 10]; // [users]
    private int[] table = new int[1 << 12]; // open addressing; the ids are already random hashes
    private int size;

    public UserNumbers() {
        Arrays.fill(table, EMPTY);
    }

    public int size() {
        return size;
    }

    UserId id(int number) {
        Bounds.index("user number", number, size);
        return new UserId(high[number], low[number]);
    }

    OptionalInt number(UserId id) {
        int number = table[slot(id.high(), id.low())];
        return number == EMPTY ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The number of this user; adds the user if new. */
    int add(UserId id) {
        int slot = slot(id.high(), id.low());
        if (table[slot] != EMPTY) {
            return table[slot];
        }
        if (size == high.length) {
            high = Arrays.copyOf(high, size * 2);
            low = Arrays.copyOf(low, size * 2);
        }
        high[size] = id.high();
        low[size] = id.low();
        table[slot] = size++;
        if (size * 2L > table.length) {
            grow();
        }
        return size - 1;
    }

    private int slot(long idHigh, long idLow) {
        int mask = table.length - 1;
        int slot = (int) idLow & mask;
        while (table[slot] != EMPTY && (high[table[slot]] != idHigh || low[table[slot]] != idLow)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        table = new int[Math.multiplyExact(table.length, 2)];
        Arrays.fill(table, EMPTY);
        for (int user = 0; user < size; user++) {
            table[slot(high[user], low[user])] = user;
        }
    }
}
