package org.crossaisle.audience;

import java.util.BitSet;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.CategoryTree;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;

/**
 * When customers came to a category or to one below it. If the data have purchases or reviews, only these count, else
 * every sign of interest. Immutable; threads may share it.
 */
final class Visits {
    private final Dataset data;
    private final boolean ofBuyers;
    private final BitSet items; // of the category and all below it

    Visits(Dataset data, int category) {
        this.data = data;
        ofBuyers = data.hasPossession();
        items = itemsOf(data, category);
    }

    /** The items of a category and of those below it. */
    static BitSet itemsOf(Dataset data, int category) {
        CategoryTree tree = data.catalog().categories();
        BitSet items = new BitSet(data.catalog().size());
        for (int item = 0; item < data.catalog().size(); item++) {
            for (int at : tree.of(item)) {
                for (int above = at; above != CategoryTree.NONE; above = tree.parent(above)) {
                    if (above == category) {
                        items.set(item);
                    }
                }
            }
        }
        return items;
    }

    /** The number of a user's events before a time. */
    int before(int user, long time) {
        History history = data.history(user);
        int low = 0;
        int high = history.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (history.time(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The latest moment before {@code time} at which a user came; {@link History#NO_TIME} when they never did. */
    long latest(int user, long time) {
        History history = data.history(user);
        for (int at = before(user, time) - 1; at >= 0; at--) {
            if (counts(history, at)) {
                return history.time(at);
            }
        }
        return History.NO_TIME;
    }

    /** Whether a user came in {@code [from, to)}. */
    boolean came(int user, long from, long to) {
        History history = data.history(user);
        for (int at = before(user, from); at < history.size() && history.time(at) < to; at++) {
            if (counts(history, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean counts(History history, int position) {
        Action action = history.action(position);
        return items.get(history.item(position)) && (ofBuyers ? action.showsPossession() : action.showsInterest());
    }
}
