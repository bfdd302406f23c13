package org.crossaisle.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.history.Action;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.VectorModel;
import org.crossaisle.neural.encode.TransformerEncoder.Counting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformerTest {
    private static final int ITEMS = 30;
    private static final Transformer SMALL =
            new Transformer(16, 2, 2, 8, Counting.FROM_END, 0.2, true, 0.1, 5e-3, 10, 64, 8, 4);

    /** After item k comes k + 1 in the same category of ten; the last item, 29, is bought by nobody. */
    private final Dataset data = cycles(120);

    private static Dataset cycles(int users) {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            items.add(Item.of("i" + item, "", "D" + item / 10 + ">C" + item / 5));
        }
        Random random = new Random(1);
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < users; user++) {
            builder.startUser();
            int department = random.nextInt(3);
            int start = random.nextInt(9);
            int length = 3 + random.nextInt(9); // some are longer than what is read
            for (int at = 0; at < length; at++) {
                builder.add(10 * department + (start + at) % 9, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    private static float[] scores(Model model, History history) {
        float[] scores = new float[ITEMS];
        model.score(Query.of(history, History.NO_TIME), scores);
        return scores;
    }

    private static int best(float[] scores) {
        return IntStream.range(0, scores.length)
                .reduce((a, b) -> scores[b] > scores[a] ? b : a)
                .orElseThrow();
    }

    private static Model fit(long seed) {
        return SMALL.fit(cycles(120), TrainingRun.withSeed(seed));
    }

    @Test
    void whatAlwaysComesNext_isLearnt() {
        Model model = SMALL.withEpochs(60).fit(data, TrainingRun.withSeed(1));
        int right = 0;
        for (int item = 0; item < 8; item++) {
            right += best(scores(model, History.ofItems(item, (item + 1) % 9))) == (item + 2) % 9 ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(7);
    }

    @Test
    void sameSeed_givesTheSameModelBitByBit() {
        float[] first = scores(fit(3), History.ofItems(1, 2, 3));
        assertThat(scores(fit(3), History.ofItems(1, 2, 3))).containsExactly(first);
        assertThat(scores(fit(4), History.ofItems(1, 2, 3))).isNotEqualTo(first);
    }

    @Test
    void modelReadBack_scoresAlike() {
        Model model = fit(1);
        Model again = SMALL.load(model.state(), data.catalog());
        for (History history :
                List.of(History.EMPTY, History.ofItems(4), History.ofItems(3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4))) {
            assertThat(scores(again, history)).containsExactly(scores(model, history));
        }
        assertThatThrownBy(() -> SMALL.load(new State(), data.catalog())).isInstanceOf(RecsException.class);
    }

    @Test
    void batch_isScoredAsEachAlone() {
        Model model = fit(1);
        List<Query> queries = IntStream.range(0, 40)
                .mapToObj(user -> Query.of(data.history(user), History.NO_TIME))
                .toList();
        float[][] together = new float[queries.size()][ITEMS];
        model.score(queries, together);
        for (int row = 0; row < queries.size(); row++) {
            float[] alone = scores(model, queries.get(row).history());
            for (int item = 0; item < ITEMS; item++) {
                assertThat(together[row][item]).isCloseTo(alone[item], within(1e-4f));
            }
        }
    }

    @Test
    void score_isTheDotProductOfBothVectors() {
        Model model = fit(1);
        assertThat(model).isInstanceOfSatisfying(VectorModel.class, vectors -> {
            float[] user = new float[vectors.dimension()];
            float[] item = new float[vectors.dimension()];
            Query query = Query.of(History.ofItems(2, 3), History.NO_TIME);
            vectors.encode(query, user);
            vectors.itemVector(17, item);
            double product = IntStream.range(0, user.length)
                    .mapToDouble(d -> (double) user[d] * item[d])
                    .sum();
            assertThat((double) scores(model, query.history())[17]).isCloseTo(product, within(1e-3));
        });
    }

    @Test
    void manyThreads_getTheScoresOfOne() {
        Model model = fit(1);
        float[] alone = scores(model, History.ofItems(1, 2, 3));
        assertThat(IntStream.range(0, 200).parallel().mapToObj(at -> scores(model, History.ofItems(1, 2, 3))))
                .allSatisfy(scores -> assertThat(scores).containsExactly(alone));
    }

    @Test
    void itemNobodyBought_standsWhereItsCategoryDoes() {
        Model model = SMALL.withEpochs(60).fit(data, TrainingRun.withSeed(1));
        float[] ofItsDepartment = scores(model, History.ofItems(25, 26));
        float[] ofAnother = scores(model, History.ofItems(5, 6));
        assertThat(ofItsDepartment[29]).isGreaterThan(ofAnother[29]); // a vector from its features alone
    }

    @Test
    void chosenEpochs_areFrozen() {
        Split split = new LeaveOneOut().of(data);
        var chosen = SMALL.choose(split.fit(), split.validation(), TrainingRun.withSeed(1));
        assertThat(chosen.frozen())
                .isInstanceOfSatisfying(
                        Transformer.class, frozen -> assertThat(frozen.epochs()).isBetween(1, 8));
        Model again = chosen.frozen().fit(split.fit(), TrainingRun.withSeed(1));
        assertThat(scores(again, History.ofItems(1, 2))).containsExactly(scores(chosen.model(), History.ofItems(1, 2)));
    }

    /** Ends a training from within, as a kill would, once so many steps were made. */
    private static final class Kill implements Progress {
        private final long steps;
        private final AtomicLong seen = new AtomicLong();

        Kill(long steps) {
            this.steps = steps;
        }

        @Override
        public Task start(String name, long total, String unit) {
            return new Task() {
                @Override
                public void reached(long done) {
                    seen.set(done);
                    if (done == steps) {
                        throw new IllegalStateException("killed");
                    }
                }

                @Override
                public void note(String text) {}

                @Override
                public void close() {}
            };
        }
    }

    @Test
    void trainingThatWasInterrupted_endsWithTheSameWeights(@TempDir Path directory) throws IOException {
        Split split = new LeaveOneOut().of(data);
        Model whole = SMALL.choose(split.fit(), split.validation(), TrainingRun.withSeed(2))
                .model();
        Kill kill = new Kill(9); // 2 steps an epoch: in the fifth
        assertThatThrownBy(() ->
                        SMALL.choose(split.fit(), split.validation(), new TrainingRun(2, kill, Optional.of(directory))))
                .hasMessage("killed");
        assertThat(directory.resolve("training.checkpoint")).exists();
        Model resumed = SMALL.choose(
                        split.fit(), split.validation(), new TrainingRun(2, Progress.SILENT, Optional.of(directory)))
                .model();
        assertThat(scores(resumed, History.ofItems(1, 2))).containsExactly(scores(whole, History.ofItems(1, 2)));
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty(); // nothing is left when it has ended
        }
    }

    @Test
    void checkpointOfAnotherTraining_isNotTakenUp(@TempDir Path directory) {
        Split split = new LeaveOneOut().of(data);
        TrainingRun killed = new TrainingRun(2, new Kill(9), Optional.of(directory));
        assertThatThrownBy(() -> SMALL.choose(split.fit(), split.validation(), killed))
                .hasMessage("killed");
        Model other = SMALL.choose(
                        split.fit(), split.validation(), new TrainingRun(5, Progress.SILENT, Optional.of(directory)))
                .model();
        Model fresh = SMALL.choose(split.fit(), split.validation(), TrainingRun.withSeed(5))
                .model();
        assertThat(scores(other, History.ofItems(1, 2))).containsExactly(scores(fresh, History.ofItems(1, 2)));
    }

    @Test
    void nothingToLearnFrom_isAClearError() {
        DatasetBuilder builder = new DatasetBuilder(data.catalog());
        builder.startUser();
        builder.add(0, History.NO_TIME, Action.VIEW);
        Dataset one = builder.build();
        assertThatThrownBy(() -> SMALL.fit(one, TrainingRun.withSeed(1)))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("no user has two interactions");
    }

    @Test
    void settingsOutOfRange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transformer(15, 2, 2, 8, Counting.FROM_END, 0, true, 0, 1e-3, 0, 8, 1, 1))
                .withMessageContaining("multiple of heads");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transformer(16, 2, 2, 8, Counting.FROM_END, 1, true, 0, 1e-3, 0, 8, 1, 1))
                .withMessageContaining("dropout is 1.0");
    }
}
