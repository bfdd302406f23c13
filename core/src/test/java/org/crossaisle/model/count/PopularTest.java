package org.crossaisle.model.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PopularTest extends ModelContract {
    private static final long DAY = Shops.DAY;
    private static final Offset<Float> PRECISION = within(1e-5f);

    @Override
    protected Trainer trainer() {
        return new Popular();
    }

    @Test
    void wholeTime_countsWhatShowsInterest() {
        DatasetBuilder builder = new DatasetBuilder(Shops.catalog(3));
        builder.startUser();
        builder.add(2, 0, Action.VIEW);
        builder.add(2, 0, Action.RETURN);
        builder.add(2, 5, Action.PURCHASE);
        builder.add(0, 6, Action.REVIEW);
        Model model = new Popular().fit(builder.build(), TrainingRun.withSeed(1));
        assertThat(counts(Shops.scores(model))).containsExactly(new float[] {1, 0, 2}, PRECISION);
    }

    /** What the scores are the logarithms of, less 1. */
    private static float[] counts(float[] scores) {
        float[] counts = new float[scores.length];
        for (int item = 0; item < counts.length; item++) {
            counts[item] = (float) Math.expm1(scores[item]);
        }
        return counts;
    }

    /** Item 0 on days 1, 2 and 3; item 1 on days 39 and 40; item 2 on day 40. */
    private static Dataset threeItems() {
        DatasetBuilder builder = new DatasetBuilder(Shops.catalog(4));
        builder.startUser();
        builder.add(0, DAY, Action.REVIEW);
        builder.add(0, 2 * DAY, Action.REVIEW);
        builder.add(1, 39 * DAY, Action.REVIEW);
        builder.startUser();
        builder.add(0, 3 * DAY, Action.REVIEW);
        builder.add(1, 40 * DAY, Action.REVIEW);
        builder.add(2, 40 * DAY, Action.REVIEW);
        return builder.build();
    }

    @Test
    void lastDays_countBackFromTheEndOfTheData() {
        Model model = new Popular(30, false).fit(threeItems(), TrainingRun.withSeed(1));
        // of all time 3, 2, 1 and 0, each divided by 3 + 1, beside the window's 0, 2, 1 and 0
        assertThat(counts(Shops.scores(model))).containsExactly(new float[] {0.75f, 2.5f, 1.25f, 0}, PRECISION);
        assertThat(counts(Shops.scores(model, Query.of(History.EMPTY, 500 * DAY))))
                .containsExactly(new float[] {0.75f, 2.5f, 1.25f, 0}, PRECISION);
    }

    @Test
    void earlierQuery_seesOnlyTheDaysBeforeIt() {
        Model model = new Popular(30, false).fit(threeItems(), TrainingRun.withSeed(1));
        // [day 10 - 30, day 3): days 1 and 2
        assertThat(counts(Shops.scores(model, Query.of(History.EMPTY, 3 * DAY))))
                .containsExactly(new float[] {2.75f, 0.5f, 0.25f, 0}, PRECISION);
        // [day 2, day 32)
        assertThat(counts(Shops.scores(model, Query.of(History.EMPTY, 32 * DAY))))
                .containsExactly(new float[] {2.75f, 0.5f, 0.25f, 0}, PRECISION);
        // [day 10, day 40): day 39
        assertThat(counts(Shops.scores(model, Query.of(History.EMPTY, 40 * DAY))))
                .containsExactly(new float[] {0.75f, 1.5f, 0.25f, 0}, PRECISION);
    }

    @Test
    void timesAreReadBackWhole_inEveryCentury() {
        DatasetBuilder builder = new DatasetBuilder(Shops.catalog(3));
        builder.startUser();
        builder.add(0, -3_000_000_000L, Action.REVIEW); // 1874
        builder.add(1, 3_000_000_000L, Action.REVIEW); // 2065: beyond 31 bits
        builder.add(2, 9_000_000_000L, Action.REVIEW); // 2255: beyond 32 bits
        Dataset data = builder.build();
        Popular last = new Popular(30, false);
        Model model = last.fit(data, TrainingRun.withSeed(1));
        Model again = last.load(model.state(), data.catalog());
        for (long time : new long[] {-2_999_999_999L, 3_000_000_001L, 9_000_000_001L}) {
            Query query = Query.of(History.EMPTY, time);
            assertThat(Shops.scores(again, query)).containsExactly(Shops.scores(model, query));
            float[] counts = counts(Shops.scores(model, query));
            assertThat(counts[0] + counts[1] + counts[2])
                    .isEqualTo(2.5f, PRECISION); // 1 in the window, 1/2 each in all data
        }
    }

    @Test
    void dataWithoutTimes_countWhole() {
        Dataset data = Shops.ofItems(3, new int[] {0, 1, 1}, new int[] {1});
        Model model = new Popular(30, false).fit(data, TrainingRun.withSeed(1));
        assertThat(counts(Shops.scores(model))).containsExactly(new float[] {1, 3, 0}, PRECISION);
    }

    @Test
    void acrossDepartments_everyFirstComesBeforeAnySecond() {
        Catalog catalog = new Catalog(List.of(
                Item.of("a", "", "Garden"),
                Item.of("b", "", "Garden>Tools"),
                Item.of("c", "", "Kitchen"),
                Item.of("d", ""),
                Item.of("e", "", "Kitchen>Pans", "Garden")));
        DatasetBuilder builder = new DatasetBuilder(catalog);
        builder.startUser();
        for (int item : new int[] {0, 0, 0, 0, 1, 1, 1, 2, 3, 4, 4}) {
            builder.add(item, History.NO_TIME, Action.PURCHASE);
        }
        Model model = new Popular(0, true).fit(builder.build(), TrainingRun.withSeed(1));
        // counts 4, 3, 1, 1, 2; ranks within Garden {a, b}, Kitchen {e, c} and none {d}: 1, 2, 2, 1, 1; count / 5 -
        // rank
        float[] scores = Shops.scores(model);
        float[] expected = {0.61678f - 1, 0.53126f - 2, 0.26563f - 2, 0.26563f - 1, 0.42101f - 1};
        for (int item = 0; item < 5; item++) {
            assertThat(scores[item]).isCloseTo(expected[item], within(1e-4f));
        }
    }

    @RepeatedTest(50)
    void window_equalsCountingEachItem(RepetitionInfo repetition) {
        Dataset data = Shops.random(repetition.getCurrentRepetition(), 30, 20);
        Model model = new Popular(30, false).fit(data, TrainingRun.withSeed(1));
        long time = (repetition.getCurrentRepetition() * 8L) * DAY;
        long end = Math.min(time, data.latestTime() + 1);
        float[] scores = counts(Shops.scores(model, Query.of(History.EMPTY, time)));
        for (int item = 0; item < 20; item++) {
            int count = 0;
            for (int user = 0; user < data.users(); user++) {
                History history = data.history(user);
                for (int at = 0; at < history.size(); at++) {
                    long when = history.time(at);
                    if (history.item(at) == item
                            && history.action(at).showsInterest()
                            && when >= end - 30 * DAY
                            && when < end) {
                        count++;
                    }
                }
            }
            assertThat((int) (scores[item] + 1e-4f)).isEqualTo(count);
        }
    }

    @Test
    void names_sayWhatIsCounted() {
        assertThat(new Popular().name()).isEqualTo("popular");
        assertThat(new Popular(30, false).name()).isEqualTo("popular-30-days");
        assertThat(new Popular(0, true).name()).isEqualTo("popular-across-departments");
        assertThatIllegalArgumentException().isThrownBy(() -> new Popular(-1, false));
    }
}
