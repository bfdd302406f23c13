package org.crossaisle.evaluate.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.Fakes;
import org.crossaisle.evaluate.metric.Answer;
import org.crossaisle.history.History;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.junit.jupiter.api.Test;

class CategoryCalibrationTest {
    private static final Catalog CATALOG = Fakes.catalog();

    /** Tells A>x, A>y, B>z of the fake catalog .5, .2 and .3 whoever asks. */
    private static final class Telling implements CategoryModel {
        private final CategoryLevel level = new CategoryLevel(CATALOG, 1, all(), 1);

        private static BitSet all() {
            BitSet all = new BitSet();
            all.set(0, CATALOG.size());
            return all;
        }

        @Override
        public CategoryLevel level() {
            return level;
        }

        @Override
        public int[] categories() {
            return IntStream.of(0, 2, 4).map(item -> level.of(item)[0]).sorted().toArray();
        }

        @Override
        public void categories(Query query, float[] probabilities) {
            float[] told = {0.5f, 0.2f, 0.3f};
            System.arraycopy(told, 0, probabilities, 0, 3);
        }

        @Override
        public int items() {
            return CATALOG.size();
        }

        @Override
        public void score(Query query, float[] scores) {}

        @Override
        public State state() {
            return new State();
        }
    }

    private static Answer answer(int target, int... history) {
        return new Answer(
                new Target(0, History.ofItems(history), target, History.NO_TIME), 1, new int[0], new int[0], List.of());
    }

    @Test
    void threeTargets_areCountedByHand() {
        // Items 0, 1 in A>x; 2, 3 in A>y; 4, 5 in B>z; 6 nowhere. Popularity: A>y 6, A>x 2, B>z 0.
        List<Answer> answers = List.of(
                answer(1, 0), // known; told .5, rank 1; by popularity rank 2
                answer(2, 0), // new; told .2, rank 3, among A>y and B>z rank 2; by popularity 1 and 1
                answer(4, 0, 2), // new; told .3, rank 2, alone among new ones; by popularity 3 and 1
                answer(6, 0), // in no category: left out
                answer(3)); // no history: left out
        CategoryCalibration calibration = CategoryCalibration.of(new Telling(), answers, 1, 1, 3, 3, 0, 0, 9);
        assertThat(calibration.n()).isEqualTo(3);
        assertThat(calibration.crossing()).isEqualTo(2);
        assertThat(calibration.model()[0]).containsExactly(1.0 / 3, 1, 1);
        assertThat(calibration.model()[1]).containsExactly(0.5, 1, 1);
        assertThat(calibration.popular()[0]).containsExactly(1.0 / 3, 1, 1);
        assertThat(calibration.popular()[1]).containsExactly(1, 1, 1);
        assertThat(calibration.nats()).isCloseTo(-(Math.log(0.5) + Math.log(0.2) + Math.log(0.3)) / 3, within(1e-6));
        // Told of leaving: 1 - .5 twice, 1 - .5 - .2 once; of three, two left.
        assertThat(calibration.leaving().bins().stream()
                        .mapToDouble(bin -> bin.n() * bin.predicted())
                        .sum())
                .isCloseTo(0.5 + 0.5 + 0.3, within(1e-6));
        assertThat(calibration.leaving().bins().stream()
                        .mapToDouble(bin -> bin.n() * bin.observed())
                        .sum())
                .isCloseTo(2, within(1e-9));
        assertThat(calibration.toText("telling")).contains("2 of them crossing (66.7 %)");
    }
}
