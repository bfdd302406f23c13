package org.crossaisle.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.crossaisle.PublicApi;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;

/**
 * The interactions of one user, oldest first: position 0 is the first interaction. An empty history is an ordinary
 * value.
 *
 * <p>A view of shared columns that are never written again, so that a million histories need no copies. Immutable;
 * threads may share it.
 */
@PublicApi
public final class History {
    /** The time of an interaction when only its order is known. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** The history of a user without known interactions. */
    public static final History EMPTY = new History(ActionVocabulary.SHOP, new int[0], new long[0], new byte[0], 0, 0);

    private final int[] items;
    private final long[] times;
    private final ActionVocabulary vocabulary;
    private final byte[] actions; // codes of the vocabulary
    private final int from;
    private final int size;

    private History(ActionVocabulary vocabulary, int[] items, long[] times, byte[] actions, int from, int size) {
        this.vocabulary = vocabulary;
        this.items = items;
        this.times = times;
        this.actions = actions;
        this.from = from;
        this.size = size;
    }

    /**
     * A view of rows {@code from} to {@code from + size} of three columns, with the actions of a shop.
     *
     * @param items item numbers
     * @param times seconds since 1970, or {@link #NO_TIME}
     * @param actions codes of {@link ActionVocabulary#SHOP}
     */
    public static History view(int[] items, long[] times, byte[] actions, int from, int size) {
        return view(ActionVocabulary.SHOP, items, times, actions, from, size);
    }

    /**
     * A view of rows {@code from} to {@code from + size} of three columns, which must not change afterwards.
     *
     * @param items item numbers
     * @param times seconds since 1970, or {@link #NO_TIME}
     * @param actions codes of the vocabulary
     */
    public static History view(
            ActionVocabulary vocabulary, int[] items, long[] times, byte[] actions, int from, int size) {
        if (from < 0 || size < 0 || from + size > items.length) {
            throw new IllegalArgumentException(
                    "rows " + from + " to " + (from + size) + " are outside the " + items.length + " rows");
        }
        return size == 0 && vocabulary.equals(ActionVocabulary.SHOP)
                ? EMPTY
                : new History(vocabulary, items, times, actions, from, size);
    }

    /** Purchases of these items in this order, at unknown times: enough for tests and examples. */
    public static History ofItems(int... items) {
        return ofItems(ActionVocabulary.SHOP, items);
    }

    /** These items in this order, at unknown times, each with the vocabulary's action of having taken it. */
    public static History ofItems(ActionVocabulary vocabulary, int... items) {
        long[] times = new long[items.length];
        Arrays.fill(times, NO_TIME);
        byte[] actions = new byte[items.length];
        Arrays.fill(actions, vocabulary.commitment().code());
        return view(vocabulary, items.clone(), times, actions, 0, items.length);
    }

    /**
     * These items in this order, at unknown times, each with the catalog's action of having taken it: a purchase.
     *
     * @param itemIds the shop's ids, oldest first
     * @throws IllegalArgumentException when the catalog has no such item
     */
    public static History ofItemIds(Catalog catalog, List<String> itemIds) {
        return ofItems(
                catalog.actions(),
                itemIds.stream().mapToInt(catalog::requireNumber).toArray());
    }

    public int size() {
        return size;
    }

    /** The actions that this history can hold. */
    public ActionVocabulary vocabulary() {
        return vocabulary;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The item number at a position, 0 being the oldest. */
    public int item(int position) {
        return items[from + checked(position)];
    }

    /** Seconds since 1970, or {@link #NO_TIME}. */
    public long time(int position) {
        return times[from + checked(position)];
    }

    /** The time of an interaction; empty when only its position in the order is known. */
    public Optional<Instant> instant(int position) {
        long seconds = time(position);
        return seconds == NO_TIME ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }

    public Action action(int position) {
        return vocabulary.ofCode(actions[from + checked(position)]);
    }

    /** The item {@code age} steps back from the end: 0 is the latest. */
    public int latest(int age) {
        return item(size - 1 - age);
    }

    /** The first {@code count} interactions. */
    public History first(int count) {
        return view(vocabulary, items, times, actions, from, Math.min(count, size));
    }

    /** The last {@code count} interactions. */
    public History last(int count) {
        int kept = Math.min(count, size);
        return view(vocabulary, items, times, actions, from + size - kept, kept);
    }

    /** This history without any interactions on one item. */
    public History without(int item) {
        return only(other -> other != item);
    }

    /** This history with only the interactions on the given items. */
    public History within(BitSet some) {
        return only(some::get);
    }

    private History only(IntPredicate kept) {
        int count = 0;
        int[] keptItems = new int[size];
        long[] keptTimes = new long[size];
        byte[] keptActions = new byte[size];
        for (int row = from; row < from + size; row++) {
            if (kept.test(items[row])) {
                keptItems[count] = items[row];
                keptTimes[count] = times[row];
                keptActions[count++] = actions[row];
            }
        }
        return view(vocabulary, keptItems, keptTimes, keptActions, 0, count);
    }

    /** The same interactions in the same order, without times. */
    public History withoutTimes() {
        long[] untimed = new long[size];
        Arrays.fill(untimed, NO_TIME);
        return view(
                vocabulary,
                Arrays.copyOfRange(items, from, from + size),
                untimed,
                Arrays.copyOfRange(actions, from, from + size),
                0,
                size);
    }

    /**
     * This history with one more interaction at the end.
     *
     * @throws IllegalArgumentException when its vocabulary does not have the action
     */
    public History plus(int item, Action action, long time) {
        int[] moreItems = Arrays.copyOfRange(items, from, from + size + 1);
        long[] moreTimes = Arrays.copyOfRange(times, from, from + size + 1);
        byte[] moreActions = Arrays.copyOfRange(actions, from, from + size + 1);
        moreItems[size] = item;
        moreTimes[size] = time;
        moreActions[size] = vocabulary.code(action);
        return view(vocabulary, moreItems, moreTimes, moreActions, 0, size + 1);
    }

    public boolean contains(int item) {
        for (int row = from; row < from + size; row++) {
            if (items[row] == item) {
                return true;
            }
        }
        return false;
    }

    /** The item numbers of this history. */
    public BitSet items() {
        BitSet set = new BitSet();
        for (int row = from; row < from + size; row++) {
            set.set(items[row]);
        }
        return set;
    }

    /** C<sub>l</sub>(H): every category of the level that an item of this history is in. */
    public BitSet categories(CategoryLevel level) {
        BitSet set = new BitSet(level.size());
        for (int row = from; row < from + size; row++) {
            for (int category : level.of(items[row])) {
                set.set(category);
            }
        }
        return set;
    }

    private int checked(int position) {
        if (position < 0 || position >= size) {
            throw new IndexOutOfBoundsException("position " + position + " of a history of " + size);
        }
        return position;
    }
}
