package org.crossaisle.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.crossaisle.Progress;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.sequence.DeepSequence;

/**
 * Trains a packed and a padded encoder of each family in turns in one process, and prints sequences per second of both
 * and their ratio; then the peak resident memory of an epoch of each, in a separate process.
 */
public final class TrainerThroughput {
    private TrainerThroughput() {}

    /**
     * Measures and prints.
     *
     * @param arguments {@value ThroughputSettings#USAGE}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ThroughputSettings settings = ThroughputSettings.parse(arguments);
        Dataset data = settings.data();
        if (settings.alone().isPresent()) {
            trainAnEpoch(settings.alone().get(), settings.families().get(0), data, settings.seed());
            System.out.println(PeakMemory.residentKibibytes().orElseThrow());
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %,d users, %,d interactions, %,d known items; seed %d; JDK %s, %d processors%njava %s %s %s%n",
                settings.shop().map(Path::toString).orElse("made-up shop"),
                data.users(),
                data.interactions(),
                data.knownItems().cardinality(),
                settings.seed(),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()),
                TrainerThroughput.class.getName(),
                String.join(" ", arguments));
        for (EncoderFamily family : settings.families()) {
            for (Contestant packed : List.of(Contestant.PACKED, Contestant.PACKED_WITH_FEATURES)) {
                PaddedTraining padded = new PaddedTraining(Contestant.PADDED.recipe(family), data, settings.seed());
                Turns turns = new Turns(padded, settings.steps(), settings.rounds());
                train(packed.recipe(family), data, settings.seed(), turns);
                print(family + " " + packed, packed.recipe(family), turns.rounds(), settings);
            }
            for (Contestant each : Contestant.values()) {
                System.out.printf(
                        Locale.ROOT,
                        "%s %s: peak resident %,d MiB%n",
                        family,
                        each,
                        peakKibibytes(arguments, family, each) >> 10);
            }
        }
    }

    private static void print(String name, DeepSequence packed, List<Turns.Round> rounds, ThroughputSettings settings) {
        double own = median(rounds, Turns.Round::packed);
        double other = median(rounds, Turns.Round::padded);
        double batch = packed.training().batchSize();
        DoubleSummaryStatistics ratios =
                rounds.stream().mapToDouble(Turns.Round::ratio).summaryStatistics();
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f sequences/s (%.2f steps/s), PADDED: %.0f sequences/s (%.2f steps/s), ratio %.2f"
                        + " (%.2f to %.2f); medians of %d rounds of %d steps%n",
                name,
                own,
                own / batch,
                other,
                other / batch,
                median(rounds, Turns.Round::ratio),
                ratios.getMin(),
                ratios.getMax(),
                settings.rounds(),
                settings.steps());
    }

    private static double median(List<Turns.Round> rounds, ToDoubleFunction<Turns.Round> of) {
        double[] values = rounds.stream().mapToDouble(of).sorted().toArray();
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    /** Trains the packed network until the observer ends the training. */
    private static void train(DeepSequence packed, Dataset data, long seed, Progress watcher) {
        try {
            packed.fit(data, new TrainingRun(seed, watcher, Optional.empty()));
        } catch (Turns.Over e) {
            return;
        }
        throw new IllegalStateException("the training ended before the measurement did");
    }

    private static void trainAnEpoch(Contestant which, EncoderFamily family, Dataset data, long seed) {
        if (which == Contestant.PADDED) {
            PaddedTraining padded = new PaddedTraining(which.recipe(family), data, seed);
            for (int step = 0; step < padded.stepsOfAnEpoch(); step++) {
                padded.step();
            }
        } else {
            which.recipe(family).withEpochs(1).fit(data, TrainingRun.withSeed(seed));
        }
    }

    /** The peak memory of a separate process that only runs the same training, with the same JVM settings. */
    private static long peakKibibytes(String[] arguments, EncoderFamily family, Contestant which)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TrainerThroughput.class.getName()));
        Collections.addAll(command, arguments);
        command.addAll(List.of("--family", family.name(), "--alone", which.name()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException("the process that trains " + which + " ended with status " + status);
        }
        return Long.parseLong(out.strip());
    }
}
