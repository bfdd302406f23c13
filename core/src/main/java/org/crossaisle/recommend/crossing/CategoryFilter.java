package org.crossaisle.recommend.crossing;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.crossaisle.PublicApi;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.CategoryTree;

/**
 * A strict filter of a list by category names. Unlike a scope, it is never relaxed: a list with too few items is
 * shorter and not filled from other categories.
 *
 * @param only categories an item must be in, or below; empty: any, and items without one too
 * @param except categories no item may be in, or below
 */
@PublicApi
public record CategoryFilter(List<CategoryPath> only, List<CategoryPath> except) {
    /** The filter that admits every category. */
    public static final CategoryFilter NONE = new CategoryFilter(List.of(), List.of());

    public CategoryFilter {
        only = List.copyOf(only);
        except = List.copyOf(except);
        List<CategoryPath> excluded = except;
        if (!only.isEmpty() && only.stream().allMatch(path -> isWithinOne(path, excluded))) {
            throw new IllegalArgumentException(
                    "no category is left: every requested category " + only + " is within those excluded " + except);
        }
    }

    private static boolean isWithinOne(CategoryPath path, List<CategoryPath> others) {
        return others.stream().anyMatch(path::isWithin);
    }

    /**
     * The items that pass.
     *
     * @throws IllegalArgumentException when the tree has no such category
     */
    public IntPredicate of(CategoryTree tree) {
        if (equals(NONE)) {
            return item -> true;
        }
        BitSet wanted = below(only, tree);
        BitSet unwanted = below(except, tree);
        return item -> {
            boolean isWanted = only.isEmpty();
            for (int category : tree.of(item)) {
                if (unwanted.get(category)) {
                    return false;
                }
                isWanted |= wanted.get(category);
            }
            return isWanted;
        };
    }

    private static BitSet below(List<CategoryPath> paths, CategoryTree tree) {
        BitSet marked = new BitSet(tree.size());
        for (CategoryPath path : paths) {
            marked.set(tree.number(path)
                    .orElseThrow(() -> new IllegalArgumentException("the catalog has no category " + path)));
        }
        for (int category = 0; category < tree.size(); category++) { // parents come first
            int parent = tree.parent(category);
            if (parent != CategoryTree.NONE && marked.get(parent)) {
                marked.set(category);
            }
        }
        return marked;
    }
}
