package org.crossaisle.neural.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class ListFeaturesTest {
    private final Catalog catalog = new Catalog(List.of(
            Item.of("shoe", "Trail shoe", "Sports>Running>Shoes"),
            Item.of("sock", "Sock", "Sports>Running>Socks"),
            Item.of("ball", "Ball", "Sports>Games"),
            Item.of("cream", "Cream", "Beauty"),
            Item.of("thing", "Thing")));

    /** A shoe, a shoe, a ball: what a sock has in common with them. */
    @Test
    void features_areSharesOfTheHistoryInEachLevel() {
        ListFeatures features = features();
        float[] sock = new float[ListFeatures.COUNT];
        features.of(History.ofItems(0, 0, 2)).write(1, sock, 0);
        float[] expected = {
            (float) Math.log(1 + 20) / 5, // taken 20 times
            1, // all in Sports
            2 / 3f, // two in Running
            0, // none in Socks
            1 / 3f, // with the last, the ball, it shares the department
            0, // no brand
            0, // no price
            (float) Math.log(4) / 3
        };
        assertThat(sock).containsExactly(expected, within(1e-6f));
    }

    @Test
    void emptyHistoryAndItemWithoutCategory_areOrdinary() {
        float[] numbers = new float[2 * ListFeatures.COUNT];
        features().of(History.EMPTY).write(4, numbers, ListFeatures.COUNT);
        for (int at = 0; at < numbers.length; at++) {
            assertThat(numbers[at]).isEqualTo(at == ListFeatures.COUNT ? (float) Math.log(1 + 50) / 5 : 0);
        }
        assertThat(features().of(History.EMPTY).crosses(0)).isEmpty();
    }

    @Test
    void crosses_areOneForEachLatestCategory_alikeForAlikePairs() {
        int[] crosses = features().of(History.ofItems(0, 3, 0, 4)).crosses(1);
        assertThat(crosses).hasSize(3);
        assertThat(Arrays.stream(crosses)).allMatch(cross -> cross >= 0 && cross < ListFeatures.CROSSES);
        assertThat(crosses[0]).isEqualTo(crosses[2]).isNotEqualTo(crosses[1]);
        assertThat(features().of(History.ofItems(0)).crosses(2)[0]).isNotEqualTo(crosses[0]);
    }

    @Test
    void brandAndPrice_areComparedWithThoseOfTheHistory() {
        Item cheap = branded("a", "Acme", 10);
        Item dear = branded("b", "Acme", 100);
        Item other = branded("c", "Bell", 10);
        Catalog priced = new Catalog(List.of(cheap, dear, other));
        BitSet known = new BitSet();
        known.set(0, 3);
        ListFeatures features = new ListFeatures(priced, known, 1, 1, 1);
        float[] numbers = new float[ListFeatures.COUNT];
        ListFeatures.OfHistory history = features.of(History.ofItems(0));
        history.write(1, numbers, 0);
        assertThat(numbers[5]).isEqualTo(1);
        assertThat(numbers[6]).isGreaterThan(1);
        history.write(2, numbers, 0);
        assertThat(numbers[5]).isZero();
        assertThat(numbers[6]).isZero();
    }

    private static Item branded(String id, String brand, double price) {
        return new Item(
                id,
                id,
                "",
                List.of(CategoryPath.parse("Things")),
                brand,
                OptionalDouble.of(price),
                new TreeMap<>(),
                "");
    }

    private ListFeatures features() {
        BitSet known = new BitSet();
        known.set(0, 5);
        return new ListFeatures(catalog, known, 10, 20, 30, 40, 50);
    }
}
