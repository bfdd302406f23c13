package org.crossaisle.model.boost;

import java.util.BitSet;
import java.util.Optional;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.history.History;

/** Tests whether an item's category is new to a user, at one level or at none. Threads may share it. */
final class Crossed {
    private final Optional<CategoryLevel> level;
    private final int items;

    private Crossed(Optional<CategoryLevel> level, int items) {
        this.level = level;
        this.items = items;
    }

    /**
     * @param level 0 is the department; in a flatter catalog the deepest level is used; below 0, nothing is ever new
     * @param known the items by which small categories are merged into their parents
     */
    static Crossed of(Catalog catalog, int level, BitSet known) {
        int there = Math.min(level, catalog.categories().levels() - 1);
        return new Crossed(
                there < 0
                        ? Optional.empty()
                        : Optional.of(new CategoryLevel(catalog, there, known, CategoryLevel.MINIMUM_ITEMS)),
                catalog.size());
    }

    /** False when nothing is ever new. */
    boolean isPresent() {
        return level.isPresent();
    }

    /** The categories of a history. */
    BitSet seen(History history) {
        BitSet seen = new BitSet();
        level.ifPresent(at -> {
            for (int position = 0; position < history.size(); position++) {
                int item = history.item(position);
                if (item < items) {
                    for (int category : at.of(item)) {
                        seen.set(category);
                    }
                }
            }
        });
        return seen;
    }

    /** True when the item has a category and none of those seen. */
    boolean isNew(int item, BitSet seen) {
        return level.isPresent() && level.get().isNew(item, seen);
    }
}
