package org.crossaisle.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.TemporalSplit.Targets;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class TemporalSplitTest {
    private static final long DAY = 86_400;
    private final Catalog catalog = new Catalog(
            IntStream.range(0, 10).mapToObj(item -> Item.of("i" + item, "")).toList());

    /**
     * Ten interactions on days 0 to 9, item = day. The quantiles .8 and .9 of ten times are those at places 8 and 9:
     * cuts at day 8 and day 9. User 0 has the even days, user 1 the odd ones.
     */
    private Dataset tenDays() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int user = 0; user < 2; user++) {
            builder.startUser();
            for (int day = user; day < 10; day += 2) {
                builder.add(day, day * DAY, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    @Test
    void cuts_lieAtTheQuantilesOfAllTimes() {
        Split split = new TemporalSplit(Targets.LAST).of(tenDays());
        assertThat(split.needsRefit()).isTrue();
        assertThat(split.fit().latestTime()).isEqualTo(7 * DAY);
        assertThat(split.refit().latestTime()).isEqualTo(8 * DAY);
        assertThat(split.validation()).extracting(Target::item).containsExactly(8);
        assertThat(split.test()).extracting(Target::item).containsExactly(9);
        assertThat(split.test().get(0).history().size()).isEqualTo(4); // days 1, 3, 5, 7
    }

    /** One user, days 0 to 7 one item each, then four items on day 8 of which the last on day 9. */
    private Dataset twoOnOneDay() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        builder.startUser();
        for (int day = 0; day < 7; day++) {
            builder.add(day, day * DAY, Action.PURCHASE);
        }
        builder.add(7, 7 * DAY, Action.PURCHASE);
        builder.add(8, 8 * DAY, Action.PURCHASE);
        builder.add(9, 8 * DAY, Action.PURCHASE);
        return builder.build();
    }

    @Test
    void successiveTargets_seeNothingOfTheirOwnDay() {
        // Ten times; place .7 * 10 = 7 is day 7, place .8 * 10 = 8 is day 8.
        Split split = new TemporalSplit(Targets.SUCCESSIVE, 0.7, 0.8).of(twoOnOneDay());
        assertThat(split.test()).extracting(Target::item).containsExactly(8, 9);
        assertThat(split.test())
                .extracting(target -> target.history().size())
                .containsExactly(8, 8); // the second of the day does not see the first
    }

    /** User 0 has days 0 to 8; user 1 comes on day 9, buys twice, sends back and buys on days 10 and 11. */
    @Test
    void successiveTargets_seeEarlierDaysOfTheTestPeriod_andAReturnIsNone() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        builder.startUser();
        for (int day = 0; day < 9; day++) {
            builder.add(day, day * DAY, Action.PURCHASE);
        }
        builder.startUser();
        builder.add(0, 9 * DAY, Action.PURCHASE);
        builder.add(1, 9 * DAY, Action.PURCHASE);
        builder.add(1, 10 * DAY, Action.RETURN);
        builder.add(2, 10 * DAY, Action.PURCHASE);
        builder.add(3, 11 * DAY, Action.PURCHASE);
        // Fourteen times; place .5 * 14 = 7 is day 7, place .65 * 14 = 9 is day 9.
        Split split = new TemporalSplit(Targets.SUCCESSIVE, 0.5, 0.65).of(builder.build());
        assertThat(split.test()).extracting(Target::item).containsExactly(0, 1, 2, 3);
        assertThat(split.test())
                .extracting(target -> target.history().size())
                .containsExactly(0, 0, 2, 4); // the return is part of the history
        assertThat(split.targets()).isEqualTo("successive");
    }

    @Test
    void lastTarget_seesEverythingBeforeIt() {
        Split split = new TemporalSplit(Targets.LAST, 0.7, 0.8).of(twoOnOneDay());
        assertThat(split.test()).extracting(Target::item).containsExactly(9);
        assertThat(split.test().get(0).history().size()).isEqualTo(9);
    }

    @Test
    void withoutTimes_thereIsNothingToCut() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        builder.startUser();
        builder.add(0, History.NO_TIME, Action.VIEW);
        Dataset data = builder.build();
        assertThatThrownBy(() -> new TemporalSplit(Targets.LAST).of(data))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("leave-one-out");
    }

    @Test
    void oneMomentOnly_isAClearError() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        builder.startUser();
        for (int item = 0; item < 10; item++) {
            builder.add(item, 5, Action.VIEW);
        }
        Dataset data = builder.build();
        assertThatThrownBy(() -> new TemporalSplit(Targets.LAST).of(data)).hasMessageContaining("both cuts fall on 5");
    }

    @Test
    void quantilesOutOfOrder_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TemporalSplit(Targets.LAST, 0.9, 0.8))
                .withMessageContaining("0.9 and 0.8");
        for (double[] pair : new double[][] {{0, 0.5}, {0.5, 0.5}, {0.5, 1}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new TemporalSplit(Targets.LAST, pair[0], pair[1]));
        }
        assertThat(List.of(Targets.values())).hasSize(2);
    }
}
