package org.crossaisle.recommend.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.crossaisle.history.History;
import org.crossaisle.model.Query;
import org.junit.jupiter.api.Test;

class RoundingTest {
    private static Query query(int... items) {
        return Query.of(History.ofItems(items), History.NO_TIME);
    }

    @Test
    void meanOverUsers_isTheShare() {
        int users = 20_000;
        for (double share : new double[] {0.03, 0.25, 0.5, 0.77}) {
            for (int count : new int[] {5, 10, 50}) {
                long sum = 0;
                for (int user = 0; user < users; user++) { // neighbouring item numbers and lengths, as shops have them
                    sum += Rounding.places(share, count, query(user / 50, user % 50));
                }
                // The deviation of one is at most 1/2, of the mean of 20,000 at most .0036: four of them.
                assertThat((double) sum / users)
                        .as("%s of %s places", share, count)
                        .isCloseTo(share * count, within(0.0145));
            }
        }
    }

    @Test
    void oneQuery_isRoundedAlikeEachTime_andToANeighbour() {
        for (int user = 0; user < 200; user++) {
            int places = Rounding.places(0.25, 10, query(user, 1, 2));
            assertThat(places).isBetween(2, 3).isEqualTo(Rounding.places(0.25, 10, query(user, 1, 2)));
        }
    }

    @Test
    void wholeNumbers_areNotTouched() {
        for (int user = 0; user < 200; user++) {
            assertThat(Rounding.places(0.07, 100, query(user))).isEqualTo(7); // 0.07 * 100 is 7.000000000000001
            assertThat(Rounding.places(0.29, 100, query(user))).isEqualTo(29); // 28.999999999999996
            assertThat(Rounding.places(0, 10, query(user))).isZero();
            assertThat(Rounding.places(1, 10, query(user))).isEqualTo(10);
        }
    }

    @Test
    void uniform_fillsItsRangeEvenly() {
        int[] tenths = new int[10];
        for (int user = 0; user < 10_000; user++) {
            tenths[(int) (10 * Rounding.uniform(query(user)))]++;
        }
        assertThat(IntStream.of(tenths).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(850, 1150)); // 5 deviations of 30
    }
}
