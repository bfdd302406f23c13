package org.crossaisle.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.crossaisle.PublicApi;

/**
 * The category changes between two catalogs of the same items.
 *
 * <p>A category whose path still exists maps to itself. Any other maps to the category that now holds most of its items
 * at its level, or above it where their paths are shorter. Categories that an item was already in before do not count
 * for that item, unless there are no others. Ties go to the lower number. A category none of whose items has a category
 * now is gone. Immutable; threads may share it.
 */
@PublicApi
public final class CategoryChanges {
    /** Parts of a category with a smaller share of its items are not reported. */
    private static final double LEAST_SHARE = 0.1;

    private static final int MOST_SHOWN = 10;

    private final int[] now; // [earlier categories]: current numbers, CategoryTree.NONE where gone
    private final List<CategoryChange> changes;
    private final int moved;

    private CategoryChanges(int[] now, List<CategoryChange> changes, int moved) {
        this.now = now;
        this.changes = List.copyOf(changes);
        this.moved = moved;
    }

    /**
     * Computes the changes.
     *
     * @param before the earlier catalog
     * @param after the later one: item numbers mean the same in both
     * @throws IllegalArgumentException when they have different numbers of items
     */
    public static CategoryChanges between(Catalog before, Catalog after) {
        if (before.size() != after.size()) {
            throw new IllegalArgumentException("one catalog has " + before.size() + " items, the other " + after.size()
                    + "; expected catalogs of the same items");
        }
        CategoryTree old = before.categories();
        CategoryTree tree = after.categories();
        int[] now = new int[old.size()];
        for (int category = 0; category < now.length; category++) {
            now[category] = tree.number(old.path(category)).orElse(CategoryTree.NONE);
        }
        List<Map<Integer, Integer>> places = places(before, after, now);
        for (int category = 0; category < now.length; category++) {
            if (now[category] == CategoryTree.NONE) {
                now[category] = places.get(category).entrySet().stream()
                        .max(Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .map(Map.Entry::getKey)
                        .orElse(CategoryTree.NONE);
            }
        }
        return new CategoryChanges(now, reported(old, tree, now, places), moved(before, after, now));
    }

    /**
     * For each category that no longer exists, the number of its items by current category: [earlier
     * categories][current category].
     */
    private static List<Map<Integer, Integer>> places(Catalog before, Catalog after, int... same) {
        CategoryTree old = before.categories();
        CategoryTree tree = after.categories();
        List<Map<Integer, Integer>> places = new ArrayList<>();
        for (int category = 0; category < same.length; category++) {
            places.add(new TreeMap<>());
        }
        for (int item = 0; item < before.size(); item++) {
            Set<Integer> own = withThoseAbove(old, old.of(item));
            Set<Integer> unchanged = new HashSet<>(); // the item was already in these
            own.forEach(category -> unchanged.add(same[category]));
            for (int category : own) {
                if (same[category] == CategoryTree.NONE) {
                    int[] all = IntStream.of(tree.of(item))
                            .map(leaf -> tree.upTo(leaf, old.depth(category)))
                            .distinct()
                            .toArray();
                    int[] others = IntStream.of(all)
                            .filter(place -> !unchanged.contains(place))
                            .toArray();
                    for (int place : others.length == 0 ? all : others) {
                        places.get(category).merge(place, 1, Integer::sum);
                    }
                }
            }
        }
        return places;
    }

    private static Set<Integer> withThoseAbove(CategoryTree tree, int... leaves) {
        Set<Integer> all = new HashSet<>();
        for (int leaf : leaves) {
            for (int at = leaf; at != CategoryTree.NONE && all.add(at); at = tree.parent(at)) {
                // the condition adds the category
            }
        }
        return all;
    }

    /** The changes worth reporting, without those that follow from the parent's change. */
    private static List<CategoryChange> reported(
            CategoryTree old, CategoryTree tree, int[] now, List<Map<Integer, Integer>> places) {
        List<CategoryChange> changes = new ArrayList<>();
        for (int category = 0; category < now.length; category++) {
            if (now[category] != CategoryTree.NONE && tree.path(now[category]).equals(old.path(category))) {
                continue;
            }
            int items = places.get(category).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            int best = now[category];
            List<CategoryChange.Part> parts = places.get(category).entrySet().stream()
                    .filter(place -> place.getKey() == best || place.getValue() >= LEAST_SHARE * items)
                    .sorted(Comparator.comparing((Map.Entry<Integer, Integer> place) -> place.getKey() != best)
                            .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
                    .map(place -> new CategoryChange.Part(tree.path(place.getKey()), place.getValue()))
                    .toList();
            if (parts.size() > 1 || !follows(category, old, tree, now)) {
                boolean merged = best != CategoryTree.NONE
                        && IntStream.of(now).filter(other -> other == best).count() > 1;
                changes.add(new CategoryChange(old.path(category), parts, merged));
            }
        }
        return changes;
    }

    /** True where the parent moved and this category moved along under its old name, or disappeared with it. */
    private static boolean follows(int category, CategoryTree old, CategoryTree tree, int... now) {
        int above = old.parent(category);
        if (above == CategoryTree.NONE) {
            return false;
        }
        return now[category] == CategoryTree.NONE
                ? now[above] == CategoryTree.NONE
                : tree.parent(now[category]) == now[above]
                        && tree.path(now[category])
                                .name()
                                .equals(old.path(category).name());
    }

    /** The number of items whose categories are not those that their earlier categories became. */
    private static int moved(Catalog before, Catalog after, int... now) {
        int moved = 0;
        for (int item = 0; item < before.size(); item++) {
            int[] expected = IntStream.of(before.categories().of(item))
                    .map(category -> now[category])
                    .filter(category -> category != CategoryTree.NONE)
                    .sorted()
                    .distinct()
                    .toArray();
            int[] actual = after.categories().of(item);
            Arrays.sort(actual);
            moved += Arrays.equals(expected, actual) ? 0 : 1;
        }
        return moved;
    }

    /** The current number of an earlier category, empty when it is gone. */
    public OptionalInt now(int category) {
        return now[category] == CategoryTree.NONE ? OptionalInt.empty() : OptionalInt.of(now[category]);
    }

    /** The changes of the categories that no longer exist, in the order of the earlier tree. */
    public List<CategoryChange> changes() {
        return changes;
    }

    /** The number of items whose categories are not those that their earlier categories became. */
    public int moved() {
        return moved;
    }

    /** One sentence for each changed category, and one for the items that moved elsewhere. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        changes.forEach(change -> sentences.add(change.toString()));
        if (moved > 0) {
            sentences.add(moved + (moved == 1 ? " item" : " items") + " moved to other categories");
        }
        return sentences;
    }

    /** The sentences on one line, only the first ones when there are many; blank when nothing changed. */
    @Override
    public String toString() {
        List<String> all = sentences();
        return all.size() <= MOST_SHOWN
                ? String.join("; ", all)
                : String.join("; ", all.subList(0, MOST_SHOWN)) + "; and " + (all.size() - MOST_SHOWN) + " more";
    }
}
