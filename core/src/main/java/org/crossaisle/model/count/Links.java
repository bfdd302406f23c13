package org.crossaisle.model.count;

import java.util.Arrays;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.model.State;

/**
 * Weighted links from each item to others: a sparse matrix in rows, with the number of users on which each weight is
 * based.
 *
 * <p>Immutable; threads may share it.
 */
public final class Links {

    private final int[] offsets; // [items + 1]
    private final int[] targets; // [links], ascending within a row
    private final float[] weights; // [links]
    private final int[] users; // [links]

    private Links(int[] offsets, int[] targets, float[] weights, int[] users) {
        this.offsets = offsets;
        this.targets = targets;
        this.weights = weights;
        this.users = users;
    }

    /** Counts one row; called by several threads, each with its own row. */
    @FunctionalInterface
    public interface Counter {
        public void count(int item, LinkRow row);
    }

    /**
     * Counts every row and keeps the {@code most} largest links of each. The result does not depend on the number of
     * threads.
     */
    public static Links count(int items, int most, Counter counter, Progress progress, String name) {
        Links[] parts = new Links[Chunks.of(items)];
        Chunks.forEach(
                items, progress, name, (chunk, from, to, row) -> parts[chunk] = rows(from, to, most, counter, row));
        return join(items, parts);
    }

    private static Links rows(int from, int to, int most, Counter counter, LinkRow row) {
        int[] offsets = new int[to - from + 1];
        int[] targets = new int[256];
        float[] weights = new float[256];
        int[] users = new int[256];
        int size = 0;
        for (int item = from; item < to; item++) {
            row.clear();
            counter.count(item, row);
            row.keepBest(most);
            if (size + row.size() > targets.length) {
                int capacity = Math.max(size + row.size(), targets.length * 2);
                targets = Arrays.copyOf(targets, capacity);
                weights = Arrays.copyOf(weights, capacity);
                users = Arrays.copyOf(users, capacity);
            }
            for (int at = 0; at < row.size(); at++) {
                int target = row.item(at);
                targets[size] = target;
                weights[size] = (float) row.weight(target);
                users[size++] = row.users(target);
            }
            offsets[item - from + 1] = size;
        }
        return new Links(
                offsets, Arrays.copyOf(targets, size), Arrays.copyOf(weights, size), Arrays.copyOf(users, size));
    }

    private static Links join(int items, Links... parts) {
        long total = Arrays.stream(parts).mapToLong(part -> part.targets.length).sum();
        if (total > Integer.MAX_VALUE - 8) {
            throw new RecsException(
                    RecsException.Code.TOO_LARGE,
                    items + " items have " + total + " links, at most " + (Integer.MAX_VALUE - 8)
                            + " can be kept: keep fewer neighbours of each item");
        }
        Links all = new Links(new int[items + 1], new int[(int) total], new float[(int) total], new int[(int) total]);
        int item = 0;
        int start = 0;
        for (Links part : parts) {
            int length = part.targets.length;
            System.arraycopy(part.targets, 0, all.targets, start, length);
            System.arraycopy(part.weights, 0, all.weights, start, length);
            System.arraycopy(part.users, 0, all.users, start, length);
            for (int row = 1; row < part.offsets.length; row++) {
                all.offsets[++item] = start + part.offsets[row];
            }
            start += length;
        }
        return all;
    }

    int items() {
        return offsets.length - 1;
    }

    /** Adds {@code factor} times the row of an item to {@code scores}: [items]. */
    void add(int item, float factor, float[] scores) {
        for (int at = offsets[item]; at < offsets[item + 1]; at++) {
            scores[targets[at]] += factor * weights[at];
        }
    }

    float weight(int from, int to) {
        int at = find(from, to);
        return at < 0 ? 0 : weights[at];
    }

    int users(int from, int to) {
        int at = find(from, to);
        return at < 0 ? 0 : users[at];
    }

    private int find(int from, int to) {
        return Arrays.binarySearch(targets, offsets[from], offsets[from + 1], to);
    }

    State state() {
        return new State()
                .put("offsets", offsets)
                .put("targets", targets)
                .put("weights", weights)
                .put("users", users);
    }

    /**
     * Reads what {@link #state()} wrote.
     *
     * @throws RecsException when a block is missing or the blocks do not fit each other or the catalog
     */
    static Links load(State state, int items) {
        Links links =
                new Links(state.ints("offsets"), state.ints("targets"), state.floats("weights"), state.ints("users"));
        if (!links.fits(items)) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    "the model links " + links.items() + " items by " + links.targets.length + " targets, "
                            + links.weights.length + " weights and " + links.users.length
                            + " counts of users, which must fit each other and the " + items + " items of the catalog");
        }
        return links;
    }

    private boolean fits(int items) {
        if (offsets.length != items + 1
                || offsets[0] != 0
                || offsets[items] != targets.length
                || weights.length != targets.length
                || users.length != targets.length) {
            return false;
        }
        for (int item = 0; item < items; item++) {
            if (offsets[item] > offsets[item + 1]) {
                return false;
            }
        }
        return Arrays.stream(targets).allMatch(target -> target >= 0 && target < items);
    }
}
