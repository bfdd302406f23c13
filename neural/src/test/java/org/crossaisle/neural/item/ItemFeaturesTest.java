package org.crossaisle.neural.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
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

    /** Titles and descriptions of raw dumps hold what was bought with an item and the words of reviews. */
    @Test
    void textsThatARawDumpMadeLater_areNoFeatures() {
        List<Item> plain = new ArrayList<>();
        List<Item> leaking = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            Item item = item(number, "A>B", "x", OptionalDouble.of(1));
            plain.add(item);
            leaking.add(new Item(
                    item.id(),
                    "bought with i" + (number + 1) % 6,
                    "review: better than i" + number % 2,
                    item.categories(),
                    item.brand(),
                    item.price(),
                    new TreeMap<>(),
                    "rank-" + number / 3 + ".png"));
        }
        ItemFeatures expected = new ItemFeatures(new Catalog(plain), firstItems(6));
        ItemFeatures features = new ItemFeatures(new Catalog(leaking), firstItems(6));
        assertThat(features.size()).isEqualTo(expected.size()).isPositive();
        for (int number = 0; number < 6; number++) {
            assertThat(features.of(number)).isEqualTo(expected.of(number));
        }
    }

    /**
     * 100 things at prices of e^0.01 to e^1.00 in A and e^10 times as much in B: in both the dearest are in the last
     * tenth.
     */
    @Test
    void price_isATenthAmongItsKind() {
        List<Item> items = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            double logarithm = (number % 100 + 1) / 100.0 + (number < 100 ? 0 : 10);
            items.add(item(number, number < 100 ? "A" : "B", "", OptionalDouble.of(Math.expm1(logarithm))));
        }
        items.add(item(200, "A", "", OptionalDouble.of(1e9)));
        items.add(item(201, "B", "", OptionalDouble.empty()));
        PriceBuckets buckets = new PriceBuckets(new Catalog(items), firstItems(200));
        assertThat(buckets.of(0)).isEqualTo(OptionalInt.of(0));
        assertThat(buckets.of(55)).isEqualTo(OptionalInt.of(5));
        assertThat(buckets.of(99)).isEqualTo(OptionalInt.of(9));
        assertThat(buckets.of(105)).isEqualTo(OptionalInt.of(0));
        assertThat(buckets.of(155)).isEqualTo(OptionalInt.of(5));
        assertThat(buckets.of(200)).isEqualTo(OptionalInt.of(9));
        assertThat(buckets.of(201)).isEmpty();
    }

    @Test
    void attributesThatSeveralItemsShare_areFeatures() {
        List<Item> items = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            items.add(withAttributes("i" + number, "colour", "red", "sku", "s" + number));
        }
        items.add(withAttributes("i3", "finish", "red"));
        ItemFeatures features = new ItemFeatures(new Catalog(items), firstItems(4));
        assertThat(features.size()).isEqualTo(1); // colour red; a finish that is red is another thing
        assertThat(features.of(0)).containsExactly(0);
        assertThat(features.of(3)).isEmpty();
    }

    private static BitSet firstItems(int count) {
        BitSet known = new BitSet();
        known.set(0, count);
        return known;
    }

    private static Item withAttributes(String id, String... namesAndValues) {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            attributes.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return new Item(id, "", "", List.of(), "", OptionalDouble.empty(), attributes, "");
    }
}
