package org.crossaisle.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeasonalityTest {
    /**
     * A shop of 40 in January and 40 in July; the category has 15 and 5, where 10 and 10 are expected. Index (15 + 10)
     * / (10 + 10) and (5 + 10) / (10 + 10). G = 2 (15 ln 1.5 + 5 ln .5 + 25 ln(25 / 30) + 35 ln(35 / 30)) = 6.906951,
     * one degree of freedom.
     */
    @Test
    void twoMonths_workedByHand() {
        int[] category = new int[12];
        long[] shop = new long[12];
        category[0] = 15;
        category[6] = 5;
        shop[0] = 40;
        shop[6] = 40;
        Seasonality season = Seasonality.of(category, shop).orElseThrow();
        assertThat(season.shares().get(0)).isEqualTo(0.75);
        assertThat(season.index().get(0)).isCloseTo(1.25, within(1e-12));
        assertThat(season.index().get(6)).isCloseTo(0.75, within(1e-12));
        assertThat(season.index().get(3)).isEqualTo(1); // nobody came at all
        assertThat(season.statistic()).isCloseTo(6.906951, within(1e-6));
        assertThat(season.degrees()).isEqualTo(1);
        assertThat(season.p()).isCloseTo(0.008586, within(1e-6));
        assertThat(season.peakMonth()).isEqualTo(1);
    }

    /** A shop that grows is no season of a category that grows with it. */
    @Test
    void categoryThatGoesWithTheShop_hasNoSeason() {
        int[] category = new int[12];
        long[] shop = new long[12];
        Arrays.setAll(category, month -> 10 * (month + 1));
        Arrays.setAll(shop, month -> 1_000L * (month + 1));
        Seasonality season = Seasonality.of(category, shop).orElseThrow();
        assertThat(season.index()).allSatisfy(index -> assertThat(index).isCloseTo(1, within(1e-12)));
        assertThat(season.p()).isCloseTo(1, within(1e-12));
    }

    @Test
    void categoryThatIsTheWholeShop_orHasNothing() {
        assertThat(Seasonality.of(new int[12], new long[12])).isEmpty();
        int[] category = new int[12];
        long[] shop = new long[12];
        Arrays.setAll(category, month -> month);
        Arrays.setAll(shop, month -> month);
        assertThat(Seasonality.of(category, shop).orElseThrow().p()).isEqualTo(1);
    }
}
