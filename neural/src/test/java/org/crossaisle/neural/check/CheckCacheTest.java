package org.crossaisle.neural.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCacheTest {
    private static final MachineKey KEY = new MachineKey("release 1\nprocessor one");
    private static final LayerResult RIGHT = new LayerResult("linear", 1e-7, 1, 1 + 1e-7);
    private static final LayerResult WRONG = new LayerResult("lstm", Double.POSITIVE_INFINITY, 1, Double.NaN);
    private static final LayerResult RIGHT_WITHOUT = new LayerResult("lstm", 1e-7, 1, 1);
    private static final CheckReport REPORT = new CheckReport(List.of(RIGHT, WRONG), List.of(RIGHT, RIGHT_WITHOUT));
    private static final List<String> LAYERS = List.of("linear", "lstm");

    @TempDir
    private Path directory;

    private CheckCache cache() {
        return new CheckCache(directory.resolve("made/when/needed"));
    }

    @Test
    void result_isReadAsItWasWritten() {
        cache().write(KEY, REPORT);
        assertThat(cache().read(KEY, LAYERS)).contains(REPORT);
    }

    @Test
    void anotherKeyOrOtherLayers_areNotAnswered() {
        cache().write(KEY, REPORT);
        assertThat(cache().read(new MachineKey("release 2\nprocessor one"), LAYERS))
                .isEmpty();
        assertThat(cache().read(KEY, List.of("linear", "lstm", "gru"))).isEmpty();
    }

    /** Two keys whose short names agree. */
    @Test
    void fileOfAnotherKey_isNotAnswered() throws IOException {
        MachineKey other = new MachineKey("release 2\nprocessor one");
        cache().write(KEY, REPORT);
        Files.move(cache().file(KEY), cache().file(other));
        assertThat(cache().read(other, LAYERS)).isEmpty();
    }

    @Test
    void damagedFile_isNotAnsweredAndReplaced() throws IOException {
        cache().write(KEY, REPORT);
        String whole = Files.readString(cache().file(KEY));
        for (String damaged : List.of(
                "",
                "null",
                "[]",
                "{}",
                whole.substring(0, whole.length() / 2),
                whole.replace("\"layers\"", "\"players\""),
                whole.replaceAll("\"deviation\" : [^,]*", "\"deviation\" : \"NaN\""))) {
            Files.writeString(cache().file(KEY), damaged);
            assertThat(cache().read(KEY, LAYERS)).as(damaged).isEmpty();
        }
        cache().write(KEY, REPORT);
        assertThat(cache().read(KEY, LAYERS)).contains(REPORT);
    }

    @Test
    void directoryThatCannotBeMade_keepsNothing() throws IOException {
        Path file = Files.writeString(directory.resolve("a file"), "");
        CheckCache cache = new CheckCache(file.resolve("below"));
        assertThatNoException().isThrownBy(() -> cache.write(KEY, REPORT));
        assertThat(cache.read(KEY, LAYERS)).isEmpty();
    }

    @Test
    void filesAndDirectories_areTheOwnersOnly_andNothingElseIsLeft() throws IOException {
        cache().write(KEY, REPORT);
        Path file = cache().file(KEY);
        Path made = file.resolveSibling("");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        assertThat(made.toFile().list()).containsExactly(String.valueOf(file.getFileName()));
    }

    @Test
    void userDirectory_isThatOfTheEnvironment_orInTheHome() {
        assertThat(UserCache.directory(Map.of("XDG_CACHE_HOME", "/c"), "/home/u"))
                .hasToString("/c/crossaisle");
        assertThat(UserCache.directory(Map.of(), "/home/u")).hasToString("/home/u/.cache/crossaisle");
        assertThat(UserCache.directory(Map.of("XDG_CACHE_HOME", "relative"), "/home/u"))
                .hasToString("/home/u/.cache/crossaisle");
    }
}
