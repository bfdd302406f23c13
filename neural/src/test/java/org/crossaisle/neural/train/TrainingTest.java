package org.crossaisle.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;
import org.crossaisle.model.Shops;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.encode.Network;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.encode.TransformerEncoder.Counting;
import org.crossaisle.neural.encode.UserEncoderSettings;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.loss.CrossEntropy;
import org.crossaisle.neural.loss.Odd;
import org.crossaisle.neural.predict.Dot;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.TokenFeatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    private static final int ITEMS = 400;
    private static final Schedule SCHEDULE = new Schedule(1e-3, 10, 16, 50, 3);
    private static final Training.TrainingSettings SETTINGS =
            new Training.TrainingSettings(CrossEntropy.DEFAULTS, SCHEDULE, Techniques.NONE, FrozenParameters.NOTHING);

    private final Dataset data = Shops.random(3, 400, ITEMS);

    @Test
    void lossThatIsNoNumber_endsTheTraining_namingEpochAndStep() {
        Network network = network(data);
        Tensor any = network.parameters().all().values().iterator().next();
        float[] none = new float[Math.toIntExact(any.numel())];
        Arrays.fill(none, Float.NaN);
        Values.fill(any, none);
        Training training = new Training(network, SETTINGS, data, TrainingRun.withSeed(1), "");
        assertThatThrownBy(training::fit)
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.TRAINING_DIVERGED))
                .hasMessageStartingWith("the loss is NaN in epoch 1 at step 1");
    }

    @Test
    void weightsThatAreNoNumbers_areNeitherTheBestNorInACheckpoint(@TempDir Path directory) {
        Training training = new Training(
                network(data),
                new Training.TrainingSettings(
                        new Odd(Float.NaN),
                        new Schedule(1e-3, 0, 1000, 1, 1),
                        Techniques.NONE,
                        FrozenParameters.NOTHING),
                data,
                new TrainingRun(1, Progress.SILENT, Optional.of(directory)),
                "");
        List<Target> targets = List.of(new Target(0, History.ofItems(1, 2), 3, History.NO_TIME));
        assertThatThrownBy(() -> training.choose(targets, ITEMS))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.TRAINING_DIVERGED))
                .hasMessage(
                        "weights are not finite any more in epoch 1 at step 1; a lower learning rate than 0.001 may help, or"
                                + " clip=1; the last checkpoint is kept as it was");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void scoresThatAreNoNumbers_areNoFigure() {
        Network network = network(data);
        fill(network, Float.NaN);
        List<Target> targets = List.of(new Target(0, History.ofItems(1, 2), 3, History.NO_TIME));
        assertThat(new Validation(targets, 10, ITEMS, 1).ndcg(network)).isNaN();
    }

    private static void fill(Network network, float value) {
        network.parameters().all().values().forEach(tensor -> {
            float[] all = new float[Math.toIntExact(tensor.numel())];
            Arrays.fill(all, value);
            Values.fill(tensor, all);
        });
    }

    @Test
    void nothingThatFollowsAnything_isRefused() {
        Dataset single = Shops.ofItems(ITEMS, new int[][] {{1}, {}, {2}});
        assertThatThrownBy(() -> new Training(network(single), SETTINGS, single, TrainingRun.withSeed(1), ""))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.DATA_INSUFFICIENT));
    }

    @Test
    void longHistories_areCutIntoPieces_andReturnsLeftOut() {
        Dataset one = Shops.ofItems(9, new int[][] {{0, 1, 2, 3, 4, 5, 6}});
        TrainingSequence[] pieces = TrainingSequences.of(one, 3, item -> item).shuffled(1, 0);
        // from the end: 3 4 5 and then 6, then 0 1 2 and then 3: every item but the first is a target once
        assertThat(Stream.of(pieces).map(piece -> piece.seen().items()))
                .containsExactlyInAnyOrder(new int[] {3, 4, 5}, new int[] {0, 1, 2});
        assertThat(Stream.of(pieces).map(TrainingSequence::targets))
                .containsExactlyInAnyOrder(new int[] {4, 5, 6}, new int[] {1, 2, 3});
    }

    /** A step's tensors are freed at its end: over 500 steps the process stays about as large as after 250. */
    @Test
    void manySteps_needNoMoreMemory() {
        long[] resident = new long[2];
        Progress watcher = (name, total, unit) -> new Progress.Task() {
            @Override
            public void reached(long done) {
                if (done == 250 || done == 750) {
                    resident[done == 250 ? 0 : 1] = residentKilobytes();
                }
            }

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
        };
        assertThat(Files.exists(Path.of("/proc/self/status"))).isTrue();
        new Training(network(data), SETTINGS, data, new TrainingRun(1, watcher, Optional.empty()), "").fit();
        assertThat(resident[0]).isPositive();
        // a leaked step is at least its logits, 100 rows of 400 floats: 500 of them are 80 MB, with the rest several
        // times that
        assertThat(resident[1] - resident[0]).isLessThan(60_000);
    }

    private static long residentKilobytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Network network(Dataset data) {
        Parameters parameters = new Parameters(1);
        return new Network(
                parameters,
                new ItemVectors(
                        parameters.of("items"),
                        ItemVectors.Settings.of(true, 0),
                        16,
                        data.catalog(),
                        data.knownItems(),
                        List.of()),
                new TokenFeatures(
                        parameters.of("features"), TokenFeatures.Settings.DEFAULTS, 16, ActionVocabulary.SHOP.size()),
                new TransformerEncoder.Settings(1, 2, 0.2, Counting.FROM_END)
                        .encoder(parameters.of("users"), new UserEncoderSettings.Size(16, 12)),
                Dot.DEFAULTS.predictor(parameters.of("predictor")),
                Optional.empty(),
                12);
    }
}
