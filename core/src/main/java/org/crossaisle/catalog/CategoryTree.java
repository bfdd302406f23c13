package org.crossaisle.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.crossaisle.PublicApi;

/**
 * All categories that a catalog names, and their ancestors. A category's number is dense from 0; a parent has a lower
 * number than its children. Departments have depth 0 and no parent.
 *
 * <p>Immutable; threads may share it.
 */
@PublicApi
public final class CategoryTree {
    /** The number that means "no category", such as the parent of a department. */
    public static final int NONE = -1;

    private final List<CategoryPath> paths = new ArrayList<>();
    private final Map<CategoryPath, Integer> numbers = new HashMap<>();
    private final int[] parents;
    private final int[][] ofItems; // [items][paths of the item], the primary one first

    CategoryTree(List<Item> items) {
        ofItems = new int[items.size()][];
        for (int item = 0; item < items.size(); item++) {
            ofItems[item] = items.get(item).categories().stream()
                    .mapToInt(this::add)
                    .distinct()
                    .toArray();
        }
        parents = new int[paths.size()];
        for (int category = 0; category < parents.length; category++) {
            CategoryPath path = paths.get(category);
            Integer parent = path.depth() == 1 ? null : numbers.get(path.upTo(path.depth() - 2));
            parents[category] = parent == null ? NONE : parent;
        }
    }

    private int add(CategoryPath path) {
        for (int level = 0; level < path.depth(); level++) {
            CategoryPath above = path.upTo(level);
            if (numbers.putIfAbsent(above, paths.size()) == null) {
                paths.add(above);
            }
        }
        Integer number = numbers.get(path);
        return number == null ? NONE : number;
    }

    public int size() {
        return paths.size();
    }

    public CategoryPath path(int category) {
        return paths.get(category);
    }

    public OptionalInt number(CategoryPath path) {
        Integer number = numbers.get(path);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The parent category, or {@link #NONE} for a department. */
    public int parent(int category) {
        return parents[category];
    }

    /** The number of ancestors: 0 for a department. */
    public int depth(int category) {
        return paths.get(category).depth() - 1;
    }

    /** The number of levels of the deepest category, 0 when there is no category. */
    public int levels() {
        return paths.stream().mapToInt(CategoryPath::depth).max().orElse(0);
    }

    /** The number of departments. */
    public int departments() {
        return (int) paths.stream().filter(path -> path.depth() == 1).count();
    }

    /** The ancestor at {@code level}, or the category itself when it is above that level. */
    public int upTo(int category, int level) {
        int at = category;
        while (depth(at) > level) {
            at = parents[at];
        }
        return at;
    }

    /** The deepest categories of an item, the primary one first; empty when it has none. A copy. */
    public int[] of(int item) {
        return ofItems[item].clone();
    }
}
