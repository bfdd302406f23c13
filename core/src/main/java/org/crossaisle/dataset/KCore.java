package org.crossaisle.dataset;

import org.crossaisle.Bounds;
import org.crossaisle.history.History;

/**
 * The k-core of a data set: the interactions that remain when users and items with fewer than k interactions are
 * removed repeatedly. Users and items keep their numbers; removed ones have no interactions.
 *
 * <p>Source: Seidman, Network structure and minimum degree, Social Networks 5(3), 1983.
 *
 * @param minimum k, at least 1; 1 keeps everything
 */
public record KCore(int minimum) {
    public KCore {
        Bounds.atLeast("minimum", minimum, 1);
    }

    public Dataset of(Dataset data) {
        boolean[] userOut = new boolean[data.users()]; // [users]
        boolean[] itemOut = new boolean[data.catalog().size()]; // [items]
        while (dropped(data, userOut, itemOut)) {
            // each round removes at least one user or item, so the loop ends
        }
        DatasetBuilder builder = new DatasetBuilder(data.catalog());
        for (int user = 0; user < data.users(); user++) {
            builder.startUser();
            History history = data.history(user);
            for (int position = 0; position < history.size() && !userOut[user]; position++) {
                if (!itemOut[history.item(position)]) {
                    builder.add(history.item(position), history.time(position), history.action(position));
                }
            }
        }
        return builder.build();
    }

    /** Removes those with too few remaining interactions; returns true when any were removed. */
    private boolean dropped(Dataset data, boolean[] userOut, boolean[] itemOut) {
        int[] users = new int[userOut.length]; // [users]
        int[] items = new int[itemOut.length]; // [items]
        for (int user = 0; user < users.length; user++) {
            History history = data.history(user);
            for (int position = 0; position < history.size() && !userOut[user]; position++) {
                int item = history.item(position);
                if (!itemOut[item]) {
                    users[user]++;
                    items[item]++;
                }
            }
        }
        boolean anyUser = mark(users, userOut);
        boolean anyItem = mark(items, itemOut);
        return anyUser || anyItem;
    }

    private boolean mark(int[] counts, boolean[] out) {
        boolean any = false;
        for (int i = 0; i < counts.length; i++) {
            if (!out[i] && counts[i] < minimum) {
                out[i] = true;
                any = true;
            }
        }
        return any;
    }
}
