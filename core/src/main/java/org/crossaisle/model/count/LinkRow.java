package org.crossaisle.model.count;

import java.util.Arrays;

/**
 * A row that accumulates the links of one item. It is reused for one item after another; threads must not share it.
 *
 * <p>Users must come in groups: all that one user adds to a row is added in succession.
 */
public final class LinkRow {
    private static final int NOBODY = -1;
    private static final int NO_USER = Integer.MAX_VALUE; // linked, but not by a user

    private final double[] weights; // [items]
    private final int[] users; // [items]
    private final int[] lastUser; // [items], the user who added last, NOBODY where the item is not linked
    private final int[] linked; // the items added so far, in no order
    private final float[] sizes; // buffer for sorting
    private int count;

    LinkRow(int items) {
        weights = new double[items];
        users = new int[items];
        lastUser = new int[items];
        Arrays.fill(lastUser, NOBODY);
        linked = new int[items];
        sizes = new float[items];
    }

    public void clear() {
        for (int at = 0; at < count; at++) {
            weights[linked[at]] = 0;
            users[linked[at]] = 0;
            lastUser[linked[at]] = NOBODY;
        }
        count = 0;
    }

    void add(int item, double weight, int user) {
        countUser(item, user);
        weights[item] += weight;
    }

    /** Adds 1, unless this user did so already. */
    void addOnce(int item, int user) {
        if (countUser(item, user)) {
            weights[item]++;
        }
    }

    /** Records that the user supports the item; returns true the first time. */
    private boolean countUser(int item, int user) {
        int last = lastUser[item];
        if (last == user) {
            return false;
        }
        if (last == NOBODY) {
            linked[count++] = item;
        }
        lastUser[item] = user;
        users[item]++;
        return true;
    }

    /** The number of linked items. */
    public int size() {
        return count;
    }

    /** One of the linked items, by its position from 0; positions change in {@link #keepBest}. */
    public int item(int at) {
        return linked[at];
    }

    double weight(int item) {
        return weights[item];
    }

    public int users(int item) {
        return users[item];
    }

    /** Sets the weight of an item, which counts as linked from now on. */
    public void set(int item, double weight) {
        if (lastUser[item] == NOBODY) {
            lastUser[item] = NO_USER;
            linked[count++] = item;
        }
        weights[item] = weight;
    }

    /**
     * Keeps only the {@code most} links of the greatest absolute weight, in the order of their item numbers; ties go to
     * the lower numbers.
     */
    void keepBest(int most) {
        Arrays.sort(linked, 0, count);
        if (count <= most) {
            return;
        }
        for (int at = 0; at < count; at++) {
            sizes[at] = size(linked[at]);
        }
        Arrays.sort(sizes, 0, count);
        float least = sizes[count - most];
        int equals = 0; // how many links of exactly the threshold weight are kept
        for (int at = count - most; at < count && sizes[at] == least; at++) {
            equals++;
        }
        int kept = 0;
        for (int at = 0; at < count; at++) {
            int item = linked[at];
            float size = size(item);
            if (size > least || (size == least && equals-- > 0)) {
                linked[kept++] = item;
            } else {
                weights[item] = 0;
                users[item] = 0;
                lastUser[item] = NOBODY;
            }
        }
        count = kept;
    }

    private float size(int item) {
        return (float) Math.abs(weights[item]);
    }
}
