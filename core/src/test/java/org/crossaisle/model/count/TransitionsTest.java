package org.crossaisle.model.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.crossaisle.model.AdditiveModel;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Shops;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TransitionsTest extends ModelContract {
    private static final TrainingRun RUN = TrainingRun.withSeed(1);

    @Override
    protected Trainer trainer() {
        return new Transitions(8, 3, 0.7, 0.25, 0.1, 0.5);
    }

    private static AdditiveModel fit(Transitions transitions, Dataset data) {
        return (AdditiveModel) transitions.fit(data, RUN);
    }

    @Test
    void nearerFollowers_countMore() {
        Dataset data = Shops.ofItems(4, new int[] {0, 1, 2, 3}, new int[] {0, 2});
        AdditiveModel model = fit(new Transitions(10, 2, 0.7, 0, 0, 0.5), data);
        assertThat(model.weight(0, 1)).isEqualTo(1);
        assertThat(model.weight(0, 2)).isCloseTo(1.7f, within(1e-6f)); // 0.7 two steps on, 1 next
        assertThat(model.weight(0, 3)).isZero(); // beyond the window
        assertThat(model.weight(1, 0)).isZero(); // only forward
        assertThat(model.users(0, 2)).isEqualTo(2);
    }

    @Test
    void repeatedItems_areCountedAtEachPlaceButEachUserOnce() {
        Dataset data = Shops.ofItems(2, new int[] {0, 1, 0, 1});
        AdditiveModel model = fit(new Transitions(10, 5, 0.5, 0, 0, 0.5), data);
        assertThat(model.weight(0, 1)).isEqualTo(1 + 0.25f + 1);
        assertThat(model.weight(0, 0)).isEqualTo(0.5f);
        assertThat(model.users(0, 1)).isEqualTo(1);
    }

    @Test
    void exponents_holdDownSourcesAndTargetsOfManyInteractions() {
        Dataset data = Shops.ofItems(3, new int[] {0, 1}, new int[] {2, 1}, new int[] {1}, new int[] {1});
        // interactions 1, 4 and 1
        AdditiveModel target = fit(new Transitions(10, 5, 0.5, 0, 0.5, 0.5), data);
        assertThat(target.weight(0, 1)).isEqualTo(0.5f); // 1 / 4^0.5
        Dataset other = Shops.ofItems(2, new int[] {0, 1}, new int[] {0}, new int[] {0}, new int[] {0});
        AdditiveModel source = fit(new Transitions(10, 5, 0.5, 0.5, 0, 0.5), other);
        assertThat(source.weight(0, 1)).isEqualTo(0.5f);
    }

    @RepeatedTest(100)
    void counts_equalThoseOfEachPairOfPlaces(RepetitionInfo repetition) {
        int items = 15;
        Dataset data = Shops.random(repetition.getCurrentRepetition(), 30, items);
        AdditiveModel model = fit(new Transitions(items, 3, 0.7, 0, 0, 0.5), data);
        double[][] expected = new double[items][items];
        int[][] users = new int[items][items];
        for (int user = 0; user < data.users(); user++) {
            History all = data.history(user);
            int[] kept = IntStream.range(0, all.size())
                    .filter(at -> all.action(at).showsInterest())
                    .map(all::item)
                    .toArray();
            boolean[][] met = new boolean[items][items];
            for (int from = 0; from < kept.length; from++) {
                for (int to = from + 1; to < kept.length && to - from <= 3; to++) {
                    expected[kept[from]][kept[to]] += Math.pow(0.7, to - from - 1);
                    if (!met[kept[from]][kept[to]]) {
                        met[kept[from]][kept[to]] = true;
                        users[kept[from]][kept[to]]++;
                    }
                }
            }
        }
        for (int from = 0; from < items; from++) {
            for (int to = 0; to < items; to++) {
                assertThat(model.weight(from, to)).isCloseTo((float) expected[from][to], within(1e-5f));
                assertThat(model.users(from, to)).isEqualTo(users[from][to]);
            }
        }
    }

    @Test
    void settingsOutOfRange_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Transitions(0, 5, 0.5, 0, 0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Transitions(1, 0, 0.5, 0, 0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Transitions(1, 5, 0, 0, 0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Transitions(1, 5, 0.5, 1.5, 0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Transitions(1, 5, 0.5, 0, -1, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Transitions(1, 5, 0.5, 0, 0, 0));
    }
}
