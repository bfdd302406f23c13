package org.crossaisle.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.crossaisle.PublicApi;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.event.Event;
import org.crossaisle.history.History;
import org.crossaisle.history.UserId;

/**
 * The histories of all users of a shop, with its catalog. A user's <i>number</i> is dense from 0; each history is
 * ordered by time, ties in input order.
 *
 * <p>Stored in columns rather than objects: an interaction takes 13 bytes. Immutable; threads may share it. Built by
 * {@link DatasetBuilder} only.
 */
@PublicApi
public final class Dataset {
    private final Catalog catalog;
    private final int[] offsets; // [users + 1]: rows of user u are offsets[u] to offsets[u + 1]
    private final int[] items; // [interactions]
    private final long[] times; // [interactions]
    private final byte[] actions; // [interactions]
    private final Map<UserId, Integer> numbers; // for users whose ids are known

    Dataset(Catalog catalog, int[] offsets, int[] items, long[] times, byte[] actions, Map<UserId, Integer> numbers) {
        this.catalog = catalog;
        this.offsets = offsets;
        this.items = items;
        this.times = times;
        this.actions = actions;
        this.numbers = numbers;
    }

    /**
     * A data set of these events, given in any order. Users are numbered in the order of their ids. Each event becomes
     * one interaction; returns are kept as returns.
     *
     * @throws IllegalArgumentException when an event is of an item that the catalog does not have
     */
    public static Dataset of(Catalog catalog, Collection<Event> events) {
        List<Event> ordered = new ArrayList<>(events);
        ordered.sort(Comparator.comparing(Event::user).thenComparingLong(Event::time));
        DatasetBuilder builder = new DatasetBuilder(catalog);
        UserId user = null;
        for (Event event : ordered) {
            if (!event.user().equals(user)) {
                user = event.user();
                builder.startUser(user);
            }
            builder.add(catalog.requireNumber(event.item()), event.time(), event.action());
        }
        return builder.build();
    }

    public Catalog catalog() {
        return catalog;
    }

    /** The number of users; some may have an empty history. */
    public int users() {
        return offsets.length - 1;
    }

    /** The total number of interactions of all users. */
    public int interactions() {
        return items.length;
    }

    public History history(int user) {
        return History.view(catalog.actions(), items, times, actions, offsets[user], offsets[user + 1] - offsets[user]);
    }

    /**
     * The history of the user with this id; empty for an unknown user. Only a data set made of events knows the ids of
     * its users.
     */
    public History history(UserId user) {
        Integer number = numbers.get(user);
        return number == null ? History.view(catalog.actions(), items, times, actions, 0, 0) : history(number);
    }

    /** True when every interaction has a time; false when only the order is known. */
    public boolean hasTimes() {
        for (long time : times) {
            if (time == History.NO_TIME) {
                return false;
            }
        }
        return times.length > 0;
    }

    /** True when some interaction shows that a user had an item: a purchase or a review. */
    public boolean hasPossession() {
        for (byte action : actions) {
            if (catalog.actions().ofCode(action).showsPossession()) {
                return true;
            }
        }
        return false;
    }

    /** The number of interactions of each item: [items]. */
    public int[] itemCounts() {
        int[] counts = new int[catalog.size()];
        for (int item : items) {
            counts[item]++;
        }
        return counts;
    }

    /** The items that have at least one interaction. */
    public BitSet knownItems() {
        BitSet known = new BitSet(catalog.size());
        for (int item : items) {
            known.set(item);
        }
        return known;
    }

    /** The latest time of any interaction, {@link History#NO_TIME} when there is none. */
    public long latestTime() {
        long latest = History.NO_TIME;
        for (long time : times) {
            latest = Math.max(latest, time);
        }
        return latest;
    }

    /**
     * This data set with only the first interactions of each history.
     *
     * @param kept how many interactions of each user are kept, at most the size of the history: [users]
     */
    public Dataset firstOfEach(int[] kept) {
        DatasetBuilder builder = new DatasetBuilder(catalog, numbers);
        for (int user = 0; user < users(); user++) {
            builder.startUser();
            for (int row = offsets[user]; row < offsets[user] + kept[user]; row++) {
                builder.add(items[row], times[row], catalog.actions().ofCode(actions[row]));
            }
        }
        return builder.build();
    }

    /** The same interactions in the same order, without times. */
    public Dataset withoutTimes() {
        long[] untimed = new long[times.length];
        Arrays.fill(untimed, History.NO_TIME);
        return new Dataset(catalog, offsets, items, untimed, actions, numbers);
    }

    /** This data set with only the interactions on the given items. */
    public Dataset within(BitSet some) {
        DatasetBuilder builder = new DatasetBuilder(catalog, numbers);
        for (int user = 0; user < users(); user++) {
            builder.startUser();
            for (int row = offsets[user]; row < offsets[user + 1]; row++) {
                if (some.get(items[row])) {
                    builder.add(items[row], times[row], catalog.actions().ofCode(actions[row]));
                }
            }
        }
        return builder.build();
    }
}
