package org.crossaisle.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class CategoryLevelTest {
    // A>B>C has two items, A>B>D has one, E has one, one item has no category.
    private final Catalog catalog = new Catalog(List.of(
            Item.of("0", "", "A>B>C"),
            Item.of("1", "", "A>B>C"),
            Item.of("2", "", "A>B>D"),
            Item.of("3", "", "E"),
            Item.of("4", "")));

    @Test
    void smallCategory_countsAsItsParent() {
        CategoryLevel level = new CategoryLevel(catalog, 2, all(), 2);
        assertThat(names(level, 0)).containsExactly("A>B>C");
        assertThat(names(level, 2)).containsExactly("A>B"); // D has one item, two are needed
        assertThat(names(level, 3)).containsExactly("E"); // a department stays
        assertThat(names(level, 4)).isEmpty();
    }

    @Test
    void mergingGoesUpUntilThereAreEnough() {
        CategoryLevel level = new CategoryLevel(catalog, 2, all(), 4);
        assertThat(names(level, 0)).containsExactly("A"); // C has 2, B has 3: both too few
        assertThat(names(level, 2)).containsExactly("A");
    }

    @Test
    void itemsNotSeenInTraining_doNotCount() {
        BitSet known = all();
        known.clear(1);
        CategoryLevel level = new CategoryLevel(catalog, 2, known, 2);
        assertThat(names(level, 0)).containsExactly("A>B"); // C is left with one known item
        assertThat(names(level, 1)).containsExactly("A>B"); // an unknown item follows its category
    }

    @Test
    void new_meansNothingSharedWithWhatWasSeen() {
        CategoryLevel level = new CategoryLevel(catalog, 1, all(), 1);
        BitSet seen = History.ofItems(0).categories(level);
        assertThat(level.isNew(2, seen)).isFalse(); // both are in A>B at level 1
        assertThat(level.isNew(3, seen)).isTrue();
        assertThat(level.isNew(4, seen)).isFalse(); // without a category nothing is crossed
        assertThat(level.share(0, 2)).isTrue();
        assertThat(level.share(0, 3)).isFalse();
    }

    @Test
    void levelIsReached_whereACategoryOfItIsNotMergedAway() {
        assertThat(new CategoryLevel(catalog, 0, all(), 9).isReached()).isTrue(); // departments stay
        assertThat(new CategoryLevel(catalog, 1, all(), 3).isReached()).isTrue(); // B has three items
        assertThat(new CategoryLevel(catalog, 2, all(), 3).isReached()).isFalse();
        assertThat(new CategoryLevel(catalog, 2, all(), 2).isReached()).isTrue();
        assertThat(new CategoryLevel(catalog, 3, all(), 1).isReached()).isFalse(); // nothing lies there
    }

    private List<String> names(CategoryLevel level, int item) {
        return java.util.Arrays.stream(level.of(item))
                .mapToObj(category -> level.path(category).toString())
                .toList();
    }

    private static BitSet all() {
        BitSet known = new BitSet();
        known.set(0, 5);
        return known;
    }
}
