package org.crossaisle.model.factor;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;

/** The items that each user interacted with, each item once. Immutable; threads may share it. */
final class Positives {
    private static final int TRIES = 50; // attempts to find a negative

    private final int[] offsets; // [users + 1]
    private final int[] items; // [positives], ascending within a user
    private final int[] known; // the items that any user interacted with, ascending
    private final int catalog;

    private Positives(int[] offsets, int[] items, int[] known, int catalog) {
        this.offsets = offsets;
        this.items = items;
        this.known = known;
        this.catalog = catalog;
    }

    static Positives of(Dataset data) {
        int[] offsets = new int[data.users() + 1];
        int[] items = new int[data.interactions()];
        boolean[] seen = new boolean[data.catalog().size()];
        int count = 0;
        for (int user = 0; user < data.users(); user++) {
            int[] own = interests(data.history(user), seen.length);
            Arrays.sort(own);
            for (int at = 0; at < own.length; at++) {
                if (at == 0 || own[at] != own[at - 1]) {
                    seen[own[at]] = true;
                    items[count++] = own[at];
                }
            }
            offsets[user + 1] = count;
        }
        int[] known = new int[seen.length];
        int size = 0;
        for (int item = 0; item < seen.length; item++) {
            if (seen[item]) {
                known[size++] = item;
            }
        }
        return new Positives(offsets, Arrays.copyOf(items, count), Arrays.copyOf(known, size), seen.length);
    }

    /** The items of a history that show interest and are below {@code items}, oldest first. */
    static int[] interests(History history, int items) {
        int[] found = new int[history.size()];
        int size = 0;
        for (int position = 0; position < found.length; position++) {
            if (history.action(position).showsInterest() && history.item(position) < items) {
                found[size++] = history.item(position);
            }
        }
        return Arrays.copyOf(found, size);
    }

    int users() {
        return offsets.length - 1;
    }

    /** The number of items of the catalog. */
    int items() {
        return catalog;
    }

    /** The number of positives. */
    int size() {
        return items.length;
    }

    /** The number of items that a user interacted with. */
    int size(int user) {
        return offsets[user + 1] - offsets[user];
    }

    /** One of a user's items, by its position from 0. */
    int item(int user, int at) {
        return items[offsets[user] + at];
    }

    boolean contains(int user, int item) {
        return Arrays.binarySearch(items, offsets[user], offsets[user + 1], item) >= 0;
    }

    /** The number of known items. */
    int known() {
        return known.length;
    }

    int knownItem(int at) {
        return known[at];
    }

    /**
     * A known item that the user did not interact with, drawn uniformly; -1 when none is found, as for a user with all
     * items.
     */
    int negative(int user, SplittableRandom random) {
        for (int round = 0; round < TRIES; round++) {
            int item = known[random.nextInt(known.length)];
            if (!contains(user, item)) {
                return item;
            }
        }
        return -1;
    }

    /** The users of all positives, one entry for each: [positives]. */
    int[] owners() {
        int[] owners = new int[items.length];
        for (int user = 0; user < users(); user++) {
            Arrays.fill(owners, offsets[user], offsets[user + 1], user);
        }
        return owners;
    }

    /** The item of the positive at a position among all. */
    int item(int place) {
        return items[place];
    }

    /** Numbers below {@code size} in random order (Fisher and Yates). */
    static int[] shuffled(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int at = 0; at < size; at++) {
            int other = random.nextInt(at + 1);
            order[at] = order[other];
            order[other] = at;
        }
        return order;
    }
}
