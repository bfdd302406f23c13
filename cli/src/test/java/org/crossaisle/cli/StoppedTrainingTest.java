package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A command that gets SIGTERM or SIGINT stops by itself, with the exit status of the signal, and no native library
 * crashes.
 */
class StoppedTrainingTest {
    private static final String CHECKPOINT = "training.checkpoint";

    @TempDir
    static Path directory;

    private static String at(String name) {
        return directory.resolve(name).toString();
    }

    private static String[] train(String model, String... more) {
        return Stream.concat(
                        Stream.of(
                                "train",
                                "--shop",
                                at("shop"),
                                "--recipe",
                                "transformer",
                                "--set",
                                "transformer.dimension=16",
                                "--set",
                                "transformer.batchSize=16",
                                "--model",
                                at(model)),
                        Stream.of(more.length == 0 ? epochs(12) : more))
                .toArray(String[]::new);
    }

    private static String[] epochs(int count) {
        return new String[] {"--set", "transformer.epochs=" + count, "--set", "transformer.patience=" + count};
    }

    @BeforeAll
    static void trainWithoutASignal() {
        Call.of("simulate", "--users", "150", "--items", "120", "--events", "3000", "--plain", "--out", at("files"))
                .endsWith(0);
        Call.of("import", "--events", at("files/events.csv"), "--items", at("files/items.csv"), "--shop", at("shop"))
                .endsWith(0);
        Call.of(train("whole")).endsWith(0);
    }

    /** A running command whose working directory and output are its own. */
    private record Child(Process process, Path place, Path output) {
        static Child start(String name, String... arguments) throws IOException {
            Path place = Files.createDirectories(directory.resolve(name + "-place"));
            Path output = directory.resolve(name + ".txt");
            return new Child(
                    ChildProgram.of(output, arguments).directory(place.toFile()).start(), place, output);
        }

        void signal(String signal) throws IOException, InterruptedException {
            assertThat(new ProcessBuilder("sh", "-c", "kill -s " + signal + " " + process.pid())
                            .start()
                            .waitFor())
                    .isZero();
        }

        /** Waits for its end, and returns what it printed. */
        String endsWith(int status) throws IOException, InterruptedException {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String printed = Files.readString(output);
            assertThat(process.exitValue()).as(printed).isEqualTo(status);
            assertThat(place).as("traces of a crash").isEmptyDirectory();
            return printed;
        }
    }

    /** Waits until so many checkpoints have been written, each of which replaces the one before. */
    private static void awaitCheckpoints(Child child, Path trained, int count)
            throws IOException, InterruptedException {
        Set<Object> seen = new HashSet<>();
        while (child.process.isAlive() && seen.size() < count) {
            checkpoint(trained).ifPresent(seen::add);
            child.process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        assertThat(seen).as(Files.readString(child.output)).hasSize(count);
    }

    private static Optional<Object> checkpoint(Path trained) {
        try (Stream<Path> files = Files.walk(trained)) {
            Optional<Path> file =
                    files.filter(path -> path.endsWith(CHECKPOINT)).findFirst();
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Files.readAttributes(file.get(), BasicFileAttributes.class)
                            .lastModifiedTime());
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty(); // it is being replaced
        }
    }

    /** A shell that starts a program in the background may let it ignore Ctrl-C. */
    private static void requireInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("SigIgn:")) {
                    assumeFalse(
                            new BigInteger(line.substring("SigIgn:".length()).strip(), 16).testBit(1));
                }
            }
        }
    }

    private static void stopAndGoOn(String model, String signal, int status, int checkpoints)
            throws IOException, InterruptedException {
        Child child = Child.start(model, train(model));
        Path trained = directory.resolve(model + ".training");
        awaitCheckpoints(child, trained, checkpoints);
        child.signal(signal);
        assertThat(child.endsWith(status))
                .contains("crossaisle: stopping at the next step")
                .contains("crossaisle: stopped; run the same command again to resume from the last checkpoint")
                .doesNotContain("Exception");
        assertThat(directory.resolve(model)).doesNotExist();
        assertThat(checkpoint(trained)).isPresent();

        Call.of(train(model)).endsWith(0);
        assertThat(trained).doesNotExist();
        assertThat(directory.resolve(model + "/weights.safetensors"))
                .hasSameBinaryContentAs(directory.resolve("whole/weights.safetensors"));
    }

    @Test
    void trainingStoppedBySigterm_goesOnToTheSameWeights() throws IOException, InterruptedException {
        stopAndGoOn("terminated", "TERM", 143, 1);
        stopAndGoOn("terminated-later", "TERM", 143, 4);
    }

    @Test
    void trainingStoppedByCtrlC_goesOnToTheSameWeights() throws IOException, InterruptedException {
        requireInterrupts();
        stopAndGoOn("interrupted", "INT", 130, 2);
    }

    @Test
    void secondSignal_endsAtOnce() throws IOException, InterruptedException {
        Child child = Child.start("twice", train("twice", epochs(2000)));
        awaitCheckpoints(child, directory.resolve("twice.training"), 1);
        child.signal("TERM");
        child.signal("TERM");
        child.endsWith(143);
    }

    /** Whatever it computes at that time, among it the self-check of the native library and the model's validation. */
    @Test
    void commandsStoppedAtAnyTime_endWithTheStatusOfTheSignal() throws IOException, InterruptedException {
        String[] evaluate = {"evaluate", "--shop", at("shop"), "--recipe", "mf,lambdamart,transformer"};
        List<String[]> commands = List.of(
                train("any", epochs(2000)),
                Stream.of(evaluate, epochs(2000)).flatMap(Stream::of).toArray(String[]::new),
                new String[] {"tune", "--shop", at("shop"), "--recipe", "transformer", "--out", at("tuned")});
        for (String[] command : commands) {
            for (int millis : new int[] {700, 2_000, 4_000}) {
                Child child = Child.start(command[0] + millis, command);
                child.process.waitFor(millis, TimeUnit.MILLISECONDS);
                assertThat(child.process.isAlive())
                        .as(Files.readString(child.output))
                        .isTrue();
                child.signal("TERM");
                assertThat(child.endsWith(143)).doesNotContain("Exception");
            }
        }
    }
}
