package org.crossaisle.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryTreeTest {
    private final Catalog catalog = new Catalog(List.of(
            Item.of("polish", "Polish", "Beauty>Nails>Polish", "Gifts"),
            Item.of("file", "File", "Beauty>Nails"),
            Item.of("nothing", "Nothing")));
    private final CategoryTree tree = catalog.categories();

    @Test
    void everyCategoryAboveOneThatIsNamed_isThere() {
        assertThat(tree.size()).isEqualTo(4);
        assertThat(tree.departments()).isEqualTo(2);
        assertThat(tree.levels()).isEqualTo(3);
    }

    @Test
    void parents_comeBeforeTheirChildren() {
        for (int category = 0; category < tree.size(); category++) {
            assertThat(tree.parent(category)).isLessThan(category);
            assertThat(tree.parent(category) == CategoryTree.NONE).isEqualTo(tree.depth(category) == 0);
        }
    }

    @Test
    void item_isInTheDeepestCategoriesItsCatalogNames() {
        assertThat(tree.of(0)).hasSize(2);
        assertThat(tree.path(tree.of(0)[0])).hasToString("Beauty>Nails>Polish");
        assertThat(tree.path(tree.of(0)[1])).hasToString("Gifts");
        assertThat(tree.of(2)).isEmpty();
    }

    @Test
    void ancestorAtALevel_isTheCategoryItselfWhereItLiesAbove() {
        int polish = tree.of(0)[0];
        assertThat(tree.path(tree.upTo(polish, 1))).hasToString("Beauty>Nails");
        assertThat(tree.path(tree.upTo(polish, 0))).hasToString("Beauty");
        assertThat(tree.upTo(polish, 9)).isEqualTo(polish);
    }
}
