package org.crossaisle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.crossaisle.dataset.Dataset;
import org.junit.jupiter.api.Test;

class BeautyLikeShopTest {
    private final Dataset shop = BeautyLikeShop.of(1);

    /**
     * The real data under leave-one-out: 22,363 users; mean 6.88, half have at most 4, 99 of 100 at most 41, all 3 to
     * 202.
     */
    @Test
    void histories_areAsLongAsTheRealOnes() {
        int[] lengths = IntStream.range(0, shop.users())
                .map(user -> shop.history(user).size())
                .sorted()
                .toArray();
        assertThat(lengths).hasSize(22_363);
        assertThat(Arrays.stream(lengths).average().orElseThrow()).isCloseTo(6.88, within(0.15));
        assertThat(lengths[0]).isEqualTo(3);
        assertThat(lengths[lengths.length / 2]).isEqualTo(4);
        assertThat(lengths[lengths.length * 99 / 100]).isBetween(36, 46);
        assertThat(lengths[lengths.length - 1]).isBetween(150, 202);
    }

    @Test
    void everyItem_isKnown_soThatTheSoftmaxGoesOverAll() {
        assertThat(shop.knownItems().cardinality()).isEqualTo(12_101);
    }

    @Test
    void sameSeed_givesTheSameShop_anotherDoesNot() {
        assertThat(BeautyLikeShop.of(1).itemCounts()).containsExactly(shop.itemCounts());
        assertThat(BeautyLikeShop.of(2).itemCounts()).isNotEqualTo(shop.itemCounts());
    }
}
