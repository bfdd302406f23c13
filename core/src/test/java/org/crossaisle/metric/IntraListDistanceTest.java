package org.crossaisle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.evaluate.Fakes;
import org.junit.jupiter.api.Test;

class IntraListDistanceTest extends MetricContract {
    private static final int[] NOBODY = {};
    private final IntraListDistance distance =
            new IntraListDistance(Fakes.catalog().categories(), 10);

    @Override
    protected Metric metric() {
        return distance;
    }

    @Test
    void distance_growsAsTheCommonCategoryLiesHigher() {
        // 0 and 1 share A>x: 1 - 2*2/4 = 0; 0 and 2 share A: 1 - 2*1/4 = .5; 0 and 4 nothing: 1; 6 has no category: 1
        assertThat(distance.of(Fakes.answer(NOBODY, 4, 9, 0, 1))).isZero();
        assertThat(distance.of(Fakes.answer(NOBODY, 4, 9, 0, 2))).isEqualTo(0.5);
        assertThat(distance.of(Fakes.answer(NOBODY, 4, 9, 0, 4))).isEqualTo(1);
        // Three pairs: 0-1 0, 0-6 1, 1-6 1
        assertThat(distance.of(Fakes.answer(NOBODY, 4, 9, 0, 1, 6))).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(distance.of(Fakes.answer(NOBODY, 4, 9, 0))).isNaN();
    }

    @Test
    void distance_weighsTheDepthOfBothPaths() {
        // A alone and A>x>p share A: 1 - 2*1/(1+3) = .5; A>x>p and A>x>q share A>x: 1 - 2*2/6 = 1/3;
        // A>x>p and A>y share A: 1 - 2*1/5 = .6
        Catalog catalog = new Catalog(List.of(
                Item.of("a", "", "A"),
                Item.of("p", "", "A>x>p", "B"),
                Item.of("q", "", "A>x>q"),
                Item.of("y", "", "A>y")));
        IntraListDistance deep = new IntraListDistance(catalog.categories(), 10);
        assertThat(deep.of(Fakes.answer(NOBODY, 4, 9, 0, 1))).isCloseTo(0.5, within(1e-12));
        assertThat(deep.of(Fakes.answer(NOBODY, 4, 9, 2, 1))).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(deep.of(Fakes.answer(NOBODY, 4, 9, 1, 3))).isCloseTo(0.6, within(1e-12));
        assertThat(new IntraListDistance(catalog.categories(), 2).of(Fakes.answer(NOBODY, 4, 9, 0, 1, 3)))
                .isCloseTo(0.5, within(1e-12));
    }
}
