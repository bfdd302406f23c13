package org.crossaisle.model.count;

import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;

/**
 * The histories of all users in one array of items, without interactions that show no interest, with an index of the
 * positions of each item.
 *
 * <p>Immutable; threads may share it.
 */
public final class ItemSequences {
    private final int[] items; // [positions], user after user, oldest first
    private final int[] userStarts; // [users + 1]
    private final int[] users; // [positions]
    private final int[] placeStarts; // [items + 1]
    private final int[] places; // [positions], ascending within each item

    public ItemSequences(Dataset data) {
        int size = data.catalog().size();
        int[] kept = new int[data.interactions()];
        int[] owners = new int[kept.length];
        userStarts = new int[data.users() + 1];
        int[] counts = new int[size + 1];
        int count = 0;
        for (int user = 0; user < data.users(); user++) {
            History history = data.history(user);
            for (int position = 0; position < history.size(); position++) {
                if (history.action(position).showsInterest()) {
                    int item = history.item(position);
                    counts[item]++;
                    owners[count] = user;
                    kept[count++] = item;
                }
            }
            userStarts[user + 1] = count;
        }
        items = kept;
        users = owners;
        placeStarts = new int[size + 1];
        for (int item = 0; item < size; item++) {
            placeStarts[item + 1] = placeStarts[item] + counts[item];
        }
        places = new int[count];
        int[] next = placeStarts.clone();
        for (int place = 0; place < count; place++) {
            places[next[items[place]]++] = place;
        }
    }

    /** The number of items of the catalog. */
    public int size() {
        return placeStarts.length - 1;
    }

    /** The number of interactions of each item that show interest: [items]. */
    public int[] interactions() {
        int[] counts = new int[size()];
        for (int item = 0; item < counts.length; item++) {
            counts[item] = placeStarts[item + 1] - placeStarts[item];
        }
        return counts;
    }

    /** The number of users who interacted with each item: [items]. */
    public int[] usersOfEach() {
        int[] counts = new int[size()];
        for (int item = 0; item < counts.length; item++) {
            int last = -1;
            for (int at = placeStarts[item]; at < placeStarts[item + 1]; at++) {
                int user = users[places[at]];
                if (user != last) {
                    counts[item]++;
                    last = user;
                }
            }
        }
        return counts;
    }

    /** Whether some user interacted with the item and with another one: [items]. */
    boolean[] withCompanions() {
        boolean[] companions = new boolean[size()];
        for (int user = 0; user + 1 < userStarts.length; user++) {
            boolean several = false;
            for (int place = userStarts[user] + 1; place < userStarts[user + 1] && !several; place++) {
                several = items[place] != items[userStarts[user]];
            }
            for (int place = userStarts[user]; place < userStarts[user + 1] && several; place++) {
                companions[items[place]] = true;
            }
        }
        return companions;
    }

    /** Adds 1 to every other item for each user who interacted with it and with {@code item}. */
    public void addTogether(int item, LinkRow row) {
        int last = -1;
        for (int at = placeStarts[item]; at < placeStarts[item + 1]; at++) {
            int user = users[places[at]];
            if (user == last) {
                continue;
            }
            last = user;
            for (int place = userStarts[user]; place < userStarts[user + 1]; place++) {
                if (items[place] != item) {
                    row.addOnce(items[place], user);
                }
            }
        }
    }

    /**
     * Adds to every item that follows {@code item} within the window: 1 to the next, and at each further step
     * {@code gap} times the amount of the previous step.
     */
    void addFollowing(int item, int window, double gap, LinkRow row) {
        for (int at = placeStarts[item]; at < placeStarts[item + 1]; at++) {
            int place = places[at];
            int user = users[place];
            int end = Math.min(userStarts[user + 1], place + 1 + window);
            double weight = 1;
            for (int follower = place + 1; follower < end; follower++) {
                row.add(items[follower], weight, user);
                weight *= gap;
            }
        }
    }
}
