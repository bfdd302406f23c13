package org.crossaisle.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PriceScaleTest {
    /**
     * Ten lipsticks at e^1 - 1 and ten at e^3 - 1 have logarithms 1 and 3: mean 2, deviation 1. Laptops the same at 6
     * and 8: mean 7, deviation 1. So a cheap lipstick and a cheap laptop are both at -1.
     */
    @Test
    void cheapOfItsKind_isTheSameInEveryCategory() {
        Catalog catalog = catalog(
                twenty("Beauty>Lips", 1, 3), twenty("Electronics>Laptops", 6, 8), List.of(item(90, "Beauty>Lips", 2)));
        PriceScale scale = new PriceScale(catalog, first(40));
        assertThat(scale.of(0).orElseThrow()).isCloseTo(-1, within(1e-12));
        assertThat(scale.of(19).orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(scale.of(20).orElseThrow()).isCloseTo(-1, within(1e-12));
        assertThat(scale.of(40).orElseThrow()).isCloseTo(0, within(1e-12));
    }

    /** Nails has one price only, so it is measured as Beauty, whose 21 logarithms are ten 1, ten 3 and a 2: mean 2. */
    @Test
    void smallCategory_isMeasuredAsItsParent() {
        Catalog catalog = catalog(twenty("Beauty>Lips", 1, 3), List.of(item(90, "Beauty>Nails", 2)));
        assertThat(new PriceScale(catalog, first(21)).of(20).orElseThrow()).isCloseTo(0, within(1e-12));
    }

    /**
     * An item without a category, at logarithm 4, in a shop of ten 1, ten 3: it is not known, so mean 2 and deviation
     * 1.
     */
    @Test
    void itemWithoutCategory_isMeasuredAgainstTheShop_andTheFutureCountsNot() {
        Catalog catalog = catalog(twenty("Beauty>Lips", 1, 3), List.of(item(90, "", 4)));
        assertThat(new PriceScale(catalog, first(20)).of(20).orElseThrow()).isCloseTo(2, within(1e-12));
    }

    @Test
    void outliersFreeGoodsAndMissingPrices_areOrdinary() {
        Catalog catalog = catalog(
                twenty("A", 1, 3), List.of(item(90, "A", 700), item(91, "A", 0), Item.of("92", "no price", "A")));
        PriceScale scale = new PriceScale(catalog, first(20));
        assertThat(scale.of(20)).hasValue(PriceScale.LIMIT);
        assertThat(scale.of(21).orElseThrow()).isCloseTo(-2, within(1e-12));
        assertThat(scale.of(22)).isEmpty();
        assertThat(new PriceScale(catalog, new BitSet()).of(0)).isEmpty();
        assertThat(new PriceScale(catalog, first(1)).of(5)).hasValue(0); // one price has no spread
    }

    /** Ten items whose price has the logarithm {@code low} and ten with {@code high}. */
    private static List<Item> twenty(String path, double low, double high) {
        List<Item> items = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            items.add(item(number, path, number < 10 ? low : high));
        }
        return items;
    }

    private static Item item(int number, String path, double logarithm) {
        return new Item(
                path + number,
                "",
                "",
                path.isEmpty() ? List.of() : List.of(CategoryPath.parse(path)),
                "",
                OptionalDouble.of(Math.expm1(logarithm)),
                new TreeMap<>(),
                "");
    }

    @SafeVarargs
    private static Catalog catalog(List<Item>... parts) {
        List<Item> items = new ArrayList<>();
        for (List<Item> part : parts) {
            items.addAll(part);
        }
        return new Catalog(items);
    }

    private static BitSet first(int count) {
        BitSet known = new BitSet();
        known.set(0, count);
        return known;
    }
}
