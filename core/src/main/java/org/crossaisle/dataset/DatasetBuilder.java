package org.crossaisle.dataset;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.crossaisle.Bounds;
import org.crossaisle.PublicApi;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.history.History;
import org.crossaisle.history.UserId;

/** Builds a {@link Dataset} user by user, each with interactions oldest first. For one thread. */
@PublicApi
public final class DatasetBuilder {
    private static final int INITIAL = 1024;

    private final Catalog catalog;
    private int[] offsets = new int[INITIAL];
    private int[] items = new int[INITIAL];
    private long[] times = new long[INITIAL];
    private byte[] actions = new byte[INITIAL];
    private final Map<UserId, Integer> numbers;
    private int users;
    private int rows;

    public DatasetBuilder(Catalog catalog) {
        this(catalog, Map.of());
    }

    /** For the same users as those of another data set. */
    DatasetBuilder(Catalog catalog, Map<UserId, Integer> numbers) {
        this.catalog = catalog;
        this.numbers = new HashMap<>(numbers);
    }

    /** Starts the next user, whose history the data set can later find by this id. */
    void startUser(UserId id) {
        numbers.put(id, users);
        startUser();
    }

    /** Starts the next user; the interactions of earlier users are complete. */
    public void startUser() {
        if (users == offsets.length) {
            offsets = Arrays.copyOf(offsets, grown(users));
        }
        offsets[users++] = rows;
    }

    /**
     * Adds an interaction to the history of the current user.
     *
     * @param time seconds since 1970, not before the user's previous one, or {@link History#NO_TIME}
     */
    public void add(int item, long time, Action action) {
        if (users == 0) {
            throw new IllegalStateException("an interaction was added before the first user was started");
        }
        Bounds.index("item number", item, catalog.size());
        if (rows > offsets[users - 1] && time < times[rows - 1]) {
            throw new IllegalArgumentException("time " + time + " comes after " + times[rows - 1] + " in one history");
        }
        if (rows == items.length) {
            int capacity = grown(rows);
            items = Arrays.copyOf(items, capacity);
            times = Arrays.copyOf(times, capacity);
            actions = Arrays.copyOf(actions, capacity);
        }
        items[rows] = item;
        times[rows] = time;
        actions[rows++] = catalog.actions().code(action);
    }

    /** Builds the data set; the builder cannot be used afterwards. */
    public Dataset build() {
        int[] ends = Arrays.copyOf(offsets, users + 1);
        ends[users] = rows;
        return new Dataset(
                catalog,
                ends,
                Arrays.copyOf(items, rows),
                Arrays.copyOf(times, rows),
                Arrays.copyOf(actions, rows),
                Map.copyOf(numbers));
    }

    private static int grown(int size) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, size * 3L / 2 + 1));
    }
}
