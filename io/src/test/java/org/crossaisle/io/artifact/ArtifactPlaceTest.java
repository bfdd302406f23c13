package org.crossaisle.io.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.model.State;
import org.crossaisle.provenance.Provenance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model takes its place without harm to anything that is not one. */
class ArtifactPlaceTest {
    private static final String TOKEN = "0123456789abcdef";

    @TempDir
    Path directory;

    private Path model;
    private Path next;
    private Path old;

    @BeforeEach
    void names() {
        model = directory.resolve("m");
        next = directory.resolve(".m." + TOKEN + ".new");
        old = directory.resolve(".m." + TOKEN + ".old");
    }

    private static void write(Path model, float weight) {
        Artifact.write(
                model,
                Map.of("recipe", "itemknn"),
                new State().put("weights", weight),
                new Catalog(List.of(Item.of("a", "A"))),
                Map.of(),
                Provenance.of("itemknn", "0.1.0", Instant.EPOCH, Map.of(), Map.of()));
    }

    private static float weight(Path model) {
        return Artifact.read(model).state().floats("weights")[0];
    }

    private List<String> entries() throws IOException {
        return entries(directory);
    }

    private static List<String> entries(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void neighboursOfAnyName_areLeftAlone() throws IOException {
        for (String name : List.of("m.old", "m.next", "m.new", ".m.old", ".m.mine.old", ".m." + TOKEN + "f.old")) {
            Files.writeString(Files.createDirectory(directory.resolve(name)).resolve("precious.txt"), "precious");
        }
        write(model, 1);
        write(model, 2);
        assertThat(entries()).hasSize(7);
        for (String name : entries()) {
            assertThat(directory.resolve(name).resolve("precious.txt").toFile().exists())
                    .isEqualTo(!name.equals("m"));
        }
        assertThat(weight(model)).isEqualTo(2);
    }

    @Test
    void modelWithAFileOfSomeoneElse_isNotReplaced_andThatIsSaidBefore() throws IOException {
        write(model, 1);
        Files.writeString(model.resolve("notes.txt"), "what I have learnt");
        for (Runnable attempt : List.<Runnable>of(() -> Artifact.requireWritable(model), () -> write(model, 2))) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOf(RecsException.class)
                    .hasMessageContaining(model.toString())
                    .hasMessageContaining("besides a model it holds notes.txt")
                    .hasMessageContaining("choose another place");
        }
        assertThat(model.resolve("notes.txt")).hasContent("what I have learnt");
        assertThat(weight(model)).isEqualTo(1);
        assertThat(entries()).containsExactly("m");
    }

    @Test
    void whatIsNoPlaceForAModel_isSaidBefore() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "text");
        assertThatThrownBy(() -> Artifact.requireWritable(file)).hasMessageContaining("it is a file");
        assertThatThrownBy(() -> Artifact.requireWritable(file.resolve("m")))
                .hasMessageContaining(file + " is not a directory that can be written to");
        Path other = directory.resolve("other");
        Path deeper = Files.createDirectories(other.resolve("deeper"));
        assertThatThrownBy(() -> Artifact.requireWritable(other)).hasMessageContaining("holds no model");
        Artifact.requireWritable(deeper);
        Artifact.requireWritable(directory.resolve("new/deep"));
        assertThat(directory.resolve("new")).doesNotExist();
    }

    @Test
    void symbolicLink_staysALink() throws IOException {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        write(disk.resolve("kept"), 1);
        Files.createSymbolicLink(model, disk.resolve("kept"));
        write(model, 2);
        assertThat(model).isSymbolicLink();
        assertThat(weight(disk.resolve("kept"))).isEqualTo(2);
        assertThat(entries(disk)).containsExactly("kept");
    }

    @Test
    void writerKilledInMidFile_leavesTheModel_andIsClearedAway() throws IOException {
        write(model, 1);
        Files.createDirectory(next);
        Files.writeString(next.resolve("writing"), TOKEN);
        Files.writeString(next.resolve("settings.json"), "{");
        assertThat(weight(model)).isEqualTo(1);
        Artifact.requireWritable(model);
        assertThat(entries()).containsExactly("m");
        assertThat(weight(model)).isEqualTo(1);
    }

    @Test
    void writerKilledBetweenItsTwoMoves_leftAWholeModel_whichIsFoundByWhoeverReads() throws IOException {
        write(next, 2);
        Files.writeString(next.resolve("writing"), TOKEN);
        write(old, 1);
        assertThat(weight(model)).isEqualTo(2);
        assertThat(entries()).containsExactly("m");
        assertThat(entries(model)).doesNotContain("writing");
    }

    @Test
    void writerKilledBeforeItDeletedTheFormerModel_isClearedAway() throws IOException {
        write(model, 2);
        Files.writeString(model.resolve("writing"), TOKEN);
        write(old, 1);
        Artifact.requireWritable(model);
        assertThat(entries()).containsExactly("m");
        assertThat(entries(model)).doesNotContain("writing");
        assertThat(weight(model)).isEqualTo(2);
    }

    @Test
    void directoryOfAWriterThatHoldsSomethingElse_isLeftAlone() throws IOException {
        write(model, 1);
        write(old, 1);
        Files.writeString(old.resolve("notes.txt"), "precious");
        Artifact.requireWritable(model);
        assertThat(old.resolve("notes.txt")).hasContent("precious");
    }

    @Test
    void writerThatLives_isLeftAlone() throws Exception {
        write(model, 1);
        Files.createDirectory(next);
        Path marker = Files.writeString(next.resolve("writing"), TOKEN);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        marker.toString())
                .start();
        try {
            assertThat(child.getInputStream().read()).isEqualTo('!');
            write(model, 2);
            assertThat(entries()).containsExactly(".m." + TOKEN + ".new", "m");
        } finally {
            child.destroyForcibly();
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        Artifact.requireWritable(model);
        assertThat(entries()).containsExactly("m");
    }

    /** Holds the lock of a marker until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                System.out.print(lock.isValid() ? '!' : '?');
                System.out.flush();
                Thread.sleep(TimeUnit.MINUTES.toMillis(5));
            }
        }
    }

    @Test
    void model_isForItsOwnerOnly() throws IOException {
        write(model, 1);
        assertThat(permissions(model)).isEqualTo("rwx------");
        for (String file : entries(model)) {
            assertThat(permissions(model.resolve(file))).as(file).isEqualTo("rw-------");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
