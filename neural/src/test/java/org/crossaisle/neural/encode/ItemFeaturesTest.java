package org.crossaisle.neural.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.junit.jupiter.api.Test;

class ItemFeaturesTest {
    private static Item item(int number, String path, String brand, OptionalDouble price) {
        return new Item("i" + number, "", "", List.of(CategoryPath.parse(path)), brand, price, new TreeMap<>(), "");
    }

    @Test
    void categoriesWithThoseAbove_andBrands_areFeatures() {
        List<Item> items = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            items.add(item(number, "A>B", "x", OptionalDouble.empty()));
        }
        items.add(item(3, "A>C", "y", OptionalDouble.empty())); // C and y are on one item only
        ItemFeatures features = new ItemFeatures(new Catalog(items), firstItems(4));
        assertThat(features.size()).isEqualTo(3); // A, A>B, x
        assertThat(features.of(0)).hasSize(3).isEqualTo(features.of(1));
        assertThat(features.of(3)).hasSize(1); // A
    }

    @Test
    void itemsOfTheFuture_makeNoFeatures_butHaveThem() {
        List<Item> items = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            items.add(item(number, "A", "", OptionalDouble.empty()));
        }
        for (int number = 3; number < 9; number++) {
            items.add(item(number, "A>new", "new", OptionalDouble.empty()));
        }
        ItemFeatures features = new ItemFeatures(new Catalog(items), firstItems(3));
        assertThat(features.size()).isEqualTo(1); // A
        assertThat(features.of(8)).isEqualTo(features.of(0));
    }

    @Test
    void price_isATenthOfItsDepartment() {
        List<Item> items = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            items.add(item(number, "A", "", OptionalDouble.of(number))); // 0 to 99
        }
        for (int number = 100; number < 200; number++) {
            items.add(item(number, "B", "", OptionalDouble.of(10.0 * number))); // 1,000 to 1,990
        }
        PriceBuckets buckets = new PriceBuckets(new Catalog(items), firstItems(200));
        assertThat(buckets.of(item(900, "A", "", OptionalDouble.of(0)))).isEqualTo(OptionalInt.of(0));
        assertThat(buckets.of(item(901, "A", "", OptionalDouble.of(55)))).isEqualTo(OptionalInt.of(5));
        assertThat(buckets.of(item(902, "A", "", OptionalDouble.of(500)))).isEqualTo(OptionalInt.of(9));
        assertThat(buckets.of(item(903, "B", "", OptionalDouble.of(1_050)))).isEqualTo(OptionalInt.of(0));
        assertThat(buckets.of(item(904, "A", "", OptionalDouble.empty()))).isEqualTo(OptionalInt.empty());
        // an unknown department is measured against the shop: 120 of 200 prices lie below 1,200
        assertThat(buckets.of(item(905, "C", "", OptionalDouble.of(1_200)))).isEqualTo(OptionalInt.of(6));
    }

    private static BitSet firstItems(int count) {
        BitSet known = new BitSet();
        known.set(0, count);
        return known;
    }
}
