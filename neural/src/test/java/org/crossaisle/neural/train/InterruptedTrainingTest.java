package org.crossaisle.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.WorkStoppedException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Shops;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.encode.TransformerEncoder.Counting;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.loss.Precision;
import org.crossaisle.neural.sequence.DeepSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that is interrupted and begun again ends as if it had not been interrupted. */
class InterruptedTrainingTest {
    private static final int ITEMS = 50;
    private static final DeepSequence TRAINER = DeepSequence.of(
            16,
            8,
            ItemVectors.Settings.DEFAULTS,
            new TransformerEncoder.Settings(1, 2, 0.3, Counting.FROM_START),
            new Schedule(3e-3, 5, 16, 8, 3));

    @TempDir
    Path directory;

    private final Dataset data = Shops.random(2, 300, ITEMS);

    @Test
    void interruptedChoosing_endsWithTheSameWeights() {
        Model whole = TRAINER.choose(data, validation(), run(Progress.SILENT, Optional.empty()))
                .model();
        for (int limit : new int[] {30, 60, 100}) { // 16 steps an epoch
            assertThatThrownBy(
                            () -> TRAINER.choose(data, validation(), run(interruptAt(limit), Optional.of(directory))))
                    .isInstanceOf(Interrupted.class);
            assertThat(directory.resolve("training.checkpoint")).exists();
        }
        List<Long> reached = new ArrayList<>();
        Model resumed = TRAINER.choose(data, validation(), run(record(reached), Optional.of(directory)))
                .model();
        assertThat(reached.get(0)).isGreaterThan(64); // it did not begin again
        assertThat(scores(resumed)).containsExactly(scores(whole));
        assertThat(directory.resolve("training.checkpoint")).doesNotExist();
    }

    /** The checkpoint is of the step at which the training was stopped, here the last of an epoch and one within. */
    @Test
    void stoppedTraining_goesOnFromItsStepToTheSameWeights() {
        Model whole = TRAINER.fit(data, run(Progress.SILENT, Optional.empty()));
        for (int limit : new int[] {5, 18, 30}) { // 18 steps an epoch
            assertThatThrownBy(() -> TRAINER.fit(data, run(stopAt(limit), Optional.of(directory))))
                    .isInstanceOf(WorkStoppedException.class);
        }
        List<Long> reached = new ArrayList<>();
        Model resumed = TRAINER.fit(data, run(record(reached), Optional.of(directory)));
        assertThat(reached.get(0)).isEqualTo(31);
        assertThat(scores(resumed)).containsExactly(scores(whole));
        assertThat(directory.resolve("training.checkpoint")).doesNotExist();
    }

    @Test
    void stoppedChoosing_goesOnFromItsStepToTheSameWeights() {
        Model whole = TRAINER.choose(data, validation(), run(Progress.SILENT, Optional.empty()))
                .model();
        for (int limit : new int[] {5, 18, 30}) {
            assertThatThrownBy(() -> TRAINER.choose(data, validation(), run(stopAt(limit), Optional.of(directory))))
                    .isInstanceOf(WorkStoppedException.class);
        }
        List<Long> reached = new ArrayList<>();
        Model resumed = TRAINER.choose(data, validation(), run(record(reached), Optional.of(directory)))
                .model();
        assertThat(reached.get(0)).isEqualTo(31);
        assertThat(scores(resumed)).containsExactly(scores(whole));
    }

    /** Accumulated gradients are in no checkpoint, so the last step that moved the weights is the place to go on. */
    @Test
    void trainingStoppedBetweenMoves_keepsTheLastCheckpoint() {
        DeepSequence accumulating = TRAINER.withTechniques(new Techniques(
                Techniques.Decay.CONSTANT,
                0,
                3,
                Precision.FLOAT32,
                Techniques.Augmentation.NONE,
                Techniques.Categories.NONE));
        assertThatThrownBy(() -> accumulating.fit(data, run(stopAt(6), Optional.of(directory))))
                .isInstanceOf(WorkStoppedException.class);
        assertThatThrownBy(() -> accumulating.fit(data, run(stopAt(8), Optional.of(directory))))
                .isInstanceOf(WorkStoppedException.class);
        List<Long> reached = new ArrayList<>();
        Model resumed = accumulating.fit(data, run(record(reached), Optional.of(directory)));
        assertThat(reached.get(0)).isEqualTo(7);
        assertThat(scores(resumed))
                .containsExactly(scores(accumulating.fit(data, run(Progress.SILENT, Optional.empty()))));
    }

    /** Validation is stopped too: it reports the last step again. */
    @Test
    void validation_canBeStopped() {
        List<Long> reached = new ArrayList<>();
        TRAINER.choose(
                data, validation(), run(record(reached), Optional.empty()).pausedAfter(1));
        assertThat(reached).filteredOn(step -> step == 18).hasSizeGreaterThan(1);
    }

    /** Paused after 2 and after 5 epochs, of 18 steps each. */
    @Test
    void pausedChoosing_goesOnToTheSameWeights() {
        Model whole = TRAINER.choose(data, validation(), run(Progress.SILENT, Optional.empty()))
                .model();
        for (int pause : new int[] {2, 5}) {
            List<Long> reached = new ArrayList<>();
            TRAINER.choose(
                    data,
                    validation(),
                    run(record(reached), Optional.of(directory)).pausedAfter(pause));
            assertThat(reached.get(0)).isEqualTo(pause == 2 ? 1 : 2 * 18 + 1);
            assertThat(reached.get(reached.size() - 1)).isEqualTo(pause * 18L);
            assertThat(directory.resolve("training.checkpoint")).exists();
        }
        List<Long> reached = new ArrayList<>();
        Model resumed = TRAINER.choose(
                        data,
                        validation(),
                        run(record(reached), Optional.of(directory)).pausedAfter(8))
                .model();
        assertThat(reached.get(0)).isEqualTo(5 * 18 + 1);
        assertThat(scores(resumed)).containsExactly(scores(whole));
        assertThat(directory.resolve("training.checkpoint")).doesNotExist();
    }

    /** A child JVM trains and is killed with SIGKILL as soon as a checkpoint lies there. */
    @Test
    void killedProcess_isResumedToTheSameWeights() throws IOException, InterruptedException {
        Model whole = TRAINER.choose(data, validation(), run(Progress.SILENT, Optional.empty()))
                .model();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        for (String property : List.of("org.bytedeco.openblas.load", "org.bytedeco.javacpp.cachedir")) {
            if (System.getProperty(property) != null) {
                command.add(1, "-D" + property + "=" + System.getProperty(property));
            }
        }
        command.add(Child.class.getName());
        command.add(directory.toString());
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("child.log").toFile())
                .start();
        Path checkpoint = directory.resolve("training.checkpoint");
        while (!Files.exists(checkpoint) && child.isAlive()) {
            Thread.sleep(5);
        }
        child.destroyForcibly();
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(checkpoint)
                .as(Files.readString(directory.resolve("child.log")))
                .exists();
        List<Long> reached = new ArrayList<>();
        Model resumed = TRAINER.choose(data, validation(), run(record(reached), Optional.of(directory)))
                .model();
        assertThat(reached.get(0)).isGreaterThan(1);
        assertThat(scores(resumed)).containsExactly(scores(whole));
    }

    /** What the child process runs: the same training, slowed down so that it can be killed in the middle. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            InterruptedTrainingTest test = new InterruptedTrainingTest();
            Progress slow = watching(done -> {
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            TRAINER.choose(test.data, test.validation(), run(slow, Optional.of(Path.of(arguments[0]))));
        }
    }

    @Test
    void checkpointOfAnotherSeed_isNotTakenUp() {
        assertThatThrownBy(() -> TRAINER.choose(data, validation(), run(interruptAt(40), Optional.of(directory))))
                .isInstanceOf(Interrupted.class);
        List<Long> reached = new ArrayList<>();
        TrainingRun other = new TrainingRun(2, record(reached), Optional.of(directory));
        Model model = TRAINER.choose(data, validation(), other).model();
        assertThat(reached.get(0)).isEqualTo(1);
        assertThat(scores(model))
                .containsExactly(scores(TRAINER.choose(data, validation(), TrainingRun.withSeed(2))
                        .model()));
    }

    @Test
    void damagedCheckpoint_isNamed() throws IOException {
        assertThatThrownBy(() -> TRAINER.choose(data, validation(), run(interruptAt(40), Optional.of(directory))))
                .isInstanceOf(Interrupted.class);
        Path file = directory.resolve("training.checkpoint");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> TRAINER.choose(data, validation(), run(Progress.SILENT, Optional.of(directory))))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.STORAGE_FAILED))
                .hasMessageContaining(file.toString());
    }

    private List<Target> validation() {
        List<Target> targets = new ArrayList<>();
        for (int user = 0; user < data.users(); user++) {
            History history = data.history(user);
            if (history.size() > 2) {
                int last = history.size() - 1;
                targets.add(new Target(user, history.first(last), history.item(last), history.time(last)));
            }
        }
        return targets;
    }

    private float[] scores(Model model) {
        return Shops.scores(model, 1, 2, 3);
    }

    private static TrainingRun run(Progress progress, Optional<Path> checkpoints) {
        return new TrainingRun(1, progress, checkpoints);
    }

    private static Progress interruptAt(long limit) {
        return watching(done -> {
            if (done >= limit) {
                throw new Interrupted();
            }
        });
    }

    private static Progress stopAt(long limit) {
        return watching(done -> {
            if (done >= limit) {
                throw new WorkStoppedException();
            }
        });
    }

    private static Progress record(List<Long> into) {
        return watching(into::add);
    }

    private static Progress watching(java.util.function.LongConsumer watcher) {
        return (name, total, unit) -> new Progress.Task() {
            @Override
            public void reached(long done) {
                watcher.accept(done);
            }

            @Override
            public void note(String text) {}

            @Override
            public void close() {}
        };
    }

    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
