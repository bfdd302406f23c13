package org.crossaisle.model.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.Query;
import org.junit.jupiter.api.Test;

class CategoryFeaturesTest {
    private static final int ITEMS_OF_EACH = 20; // fewer would be merged into what lies above
    private static final List<String> PATHS = List.of(
            "Beauty>Makeup>Eyes>Mascara", // what the customer knows
            "Beauty>Makeup>Eyes>Liner",
            "Beauty>Makeup>Lips>Gloss",
            "Beauty>Hair>Care>Shampoo",
            "Toys>Games>Board>Chess");

    private static Dataset shop() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < PATHS.size() * ITEMS_OF_EACH; item++) {
            items.add(Item.of("i" + item, "i" + item, PATHS.get(item / ITEMS_OF_EACH)));
        }
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        builder.startUser();
        for (int item = 0; item < items.size(); item++) {
            builder.add(item, History.NO_TIME, Action.PURCHASE);
        }
        return builder.build();
    }

    /** What is told of the first item of a path beside what every level has, to a customer of the first path. */
    private static float[] ofCoarserLevels(int level, String path) {
        Dataset data = shop();
        CategoryFeatures features = NextCategory.features(data, level);
        int categories = features.categoryNumbers().size();
        float[] all = new float[categories * features.count()];
        features.of(
                Query.of(data.history(0).first(1), History.NO_TIME), new float[categories], new float[categories], all);
        int category = features.categoryNumbers().primary(PATHS.indexOf(path) * ITEMS_OF_EACH);
        return Arrays.copyOfRange(
                all, category * features.count() + CategoryFeatures.OWN, (category + 1) * features.count());
    }

    @Test
    void eachCoarserLevel_tellsWhetherTheCategoryThereIsNew_theNextOneFirst() {
        assertThat(ofCoarserLevels(3, PATHS.get(0))).containsExactly(0, 0, 0);
        assertThat(ofCoarserLevels(3, PATHS.get(1))).containsExactly(0, 0, 0);
        assertThat(ofCoarserLevels(3, PATHS.get(2))).containsExactly(1, 0, 0);
        assertThat(ofCoarserLevels(3, PATHS.get(3))).containsExactly(1, 1, 0);
        assertThat(ofCoarserLevels(3, PATHS.get(4))).containsExactly(1, 1, 1);
    }

    @Test
    void departments_haveNoCoarserLevel() {
        assertThat(ofCoarserLevels(0, PATHS.get(4))).isEmpty();
        assertThat(ofCoarserLevels(2, PATHS.get(3))).containsExactly(1, 0);
    }
}
