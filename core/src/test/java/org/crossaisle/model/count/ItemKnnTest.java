package org.crossaisle.model.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Optional;
import org.crossaisle.Progress;
import org.crossaisle.action.Action;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.AdditiveModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ItemKnnTest extends ModelContract {
    private static final TrainingRun RUN = TrainingRun.withSeed(1);

    /** Users 0 and 1 had to do with items 0 and 1, user 1 also with 2, user 2 with 2 alone, user 3 with 0 alone. */
    private final Dataset data =
            Shops.ofItems(4, new int[] {0, 1}, new int[] {1, 0, 2, 0}, new int[] {2}, new int[] {0});

    @Override
    protected Trainer trainer() {
        return new ItemKnn(8, 1, 0.7);
    }

    @Test
    void similarity_isTheCosineHeldDownWhereFewUsersSpeak() {
        AdditiveModel model = (AdditiveModel) new ItemKnn(10, 1, 0.5).fit(data, RUN);
        // users of the items: 3, 2, 2; together 0-1: 2, 0-2: 1, 1-2: 1
        assertThat(model.weight(0, 1)).isCloseTo((float) (2 / (Math.sqrt(6) + 1)), within(1e-6f));
        assertThat(model.weight(1, 0)).isEqualTo(model.weight(0, 1));
        assertThat(model.weight(0, 2)).isCloseTo((float) (1 / (Math.sqrt(6) + 1)), within(1e-6f));
        assertThat(model.weight(1, 2)).isCloseTo(1f / 3, within(1e-6f));
        assertThat(model.weight(0, 3)).isZero();
        assertThat(model.weight(0, 0)).isZero();
        assertThat(model.users(0, 1)).isEqualTo(2);
        assertThat(model.users(2, 3)).isZero();
    }

    @Test
    void score_addsTheHistoryByItsAge() {
        AdditiveModel model = (AdditiveModel) new ItemKnn(10, 1, 0.5).fit(data, RUN);
        float[] scores = Shops.scores(model, 1, 0);
        assertThat(scores[2]).isCloseTo(model.weight(0, 2) + 0.5f * model.weight(1, 2), within(1e-6f));
        assertThat(model.recency(3)).isEqualTo(0.125f);
    }

    @Test
    void unlinkedItems_comeAfterTheLinkedByPopularity() {
        Dataset shop = Shops.ofItems(5, new int[] {0, 1}, new int[] {2}, new int[] {2}, new int[] {3});
        float[] scores = Shops.scores(new ItemKnn(10, 1, 0.5).fit(shop, RUN), 0);
        assertThat(scores[1]).isPositive();
        assertThat(scores[2]).isNegative().isGreaterThan(scores[3]);
        assertThat(scores[3]).isGreaterThan(scores[4]);
        assertThat(scores[4]).isEqualTo(-1e-6f);
    }

    @Test
    void returnedItem_speaksForNothingAndAgesNothing() {
        Model model = new ItemKnn(10, 1, 0.5).fit(data, RUN);
        History bought = History.ofItems(1);
        float[] scores = Shops.scores(model, Query.of(bought.plus(2, Action.RETURN, History.NO_TIME), 0));
        assertThat(scores).containsExactly(Shops.scores(model, 1));
        DatasetBuilder returned = new DatasetBuilder(Shops.catalog(2));
        returned.startUser();
        returned.add(0, 0, Action.PURCHASE);
        returned.add(1, 0, Action.RETURN);
        assertThat(((AdditiveModel) new ItemKnn(10, 1, 1).fit(returned.build(), RUN)).weight(0, 1))
                .isZero();
    }

    @Test
    void neighbours_areTheMostSimilarOfEachItem() {
        AdditiveModel model = (AdditiveModel) new ItemKnn(1, 1, 0.5).fit(data, RUN);
        assertThat(model.weight(0, 1)).isPositive();
        assertThat(model.weight(0, 2)).isZero();
        // 2 is as similar to 1 as 1/3, to 0 as 0.29
        assertThat(model.weight(2, 1)).isPositive();
        assertThat(model.weight(2, 0)).isZero();
    }

    @RepeatedTest(100)
    void similarities_equalThoseOfEachPair(RepetitionInfo repetition) {
        comparePairs(Shops.random(repetition.getCurrentRepetition(), 40, 25), 25);
    }

    @Test
    void itemsOfManyChunks_areCountedByManyThreadsAlike() {
        comparePairs(Shops.random(1, 500, 700), 700);
    }

    private static void comparePairs(Dataset shop, int items) {
        AdditiveModel model = (AdditiveModel) new ItemKnn(items, 3, 0.7).fit(shop, RUN);
        BitSet[] users = new BitSet[items];
        for (int item = 0; item < items; item++) {
            users[item] = new BitSet();
            for (int user = 0; user < shop.users(); user++) {
                History history = shop.history(user);
                for (int at = 0; at < history.size(); at++) {
                    if (history.item(at) == item && history.action(at).showsInterest()) {
                        users[item].set(user);
                    }
                }
            }
        }
        for (int from = 0; from < items; from++) {
            for (int to = 0; to < items; to++) {
                BitSet both = (BitSet) users[from].clone();
                both.and(users[to]);
                int count = from == to ? 0 : both.cardinality();
                double norm = Math.sqrt((double) users[from].cardinality() * users[to].cardinality()) + 3;
                assertThat(model.weight(from, to)).isCloseTo((float) (count / norm), within(1e-6f));
                assertThat(model.users(from, to)).isEqualTo(count);
            }
        }
    }

    @Test
    void counting_tellsHowFarItIs() {
        long[] told = new long[3];
        Progress progress = (name, total, unit) -> new Progress.Task() {
            @Override
            public void reached(long done) {
                told[0] = Math.max(told[0], done);
                told[1] = total;
            }

            @Override
            public void note(String text) {}

            @Override
            public void close() {
                told[2]++;
            }
        };
        new ItemKnn().fit(Shops.random(1, 20, 300), new TrainingRun(1, progress, Optional.empty()));
        assertThat(told).containsExactly(300, 300, 1);
    }

    @Test
    void settingsOutOfRange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ItemKnn(0, 1, 0.5))
                .withMessage("neighbours is 0, must be at least 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemKnn(1, -1, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemKnn(1, Double.NaN, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemKnn(1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemKnn(1, 1, 1.1));
    }
}
