package org.crossaisle.neural.content.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {
    private static final ContentHash FIRST = ContentHash.of("tent");
    private static final ContentHash SECOND = ContentHash.of("睡袋");
    private static final ContentHash THIRD = ContentHash.of("stove");
    private static final Set<ContentHash> ALL = Set.of(FIRST, SECOND, THIRD);
    private static final int RECORD = ContentHash.BYTES + 3 * Float.BYTES + Integer.BYTES;

    @TempDir
    Path directory;

    @Test
    void whatWasAppended_isThereWhenOpenedAgain() {
        writeTwo();
        Map<ContentHash, float[]> found = read();
        assertThat(found).containsOnlyKeys(FIRST, SECOND);
        assertThat(found.get(FIRST)).containsExactly(1, 2, 3);
        assertThat(found.get(SECOND)).containsExactly(-4, 0.5f, 1e-30f);
    }

    @Test
    void onlyWhatIsWanted_isRead() {
        writeTwo();
        try (VectorCache cache = open()) {
            assertThat(cache.read(Set.of(SECOND, THIRD))).containsOnlyKeys(SECOND);
        }
    }

    @Test
    void fileCutAtAnyByteOfItsLastRecord_keepsTheOthersAndIsWrittenOn() throws IOException {
        writeTwo();
        byte[] whole = Files.readAllBytes(file());
        int lastRecord = VectorCache.HEADER + RECORD;
        assertThat(whole).hasSize(lastRecord + RECORD);
        for (int cut = lastRecord; cut < whole.length; cut++) {
            Files.write(file(), Arrays.copyOf(whole, cut));
            assertThat(read()).as("cut at %d", cut).containsOnlyKeys(FIRST);
            append(THIRD, 7, 8, 9);
            Map<ContentHash, float[]> found = read();
            assertThat(found).as("cut at %d", cut).containsOnlyKeys(FIRST, THIRD);
            assertThat(found.get(FIRST)).containsExactly(1, 2, 3);
            assertThat(found.get(THIRD)).containsExactly(7, 8, 9);
        }
    }

    @Test
    void fileCutWithinItsHeader_isBegunAnew() throws IOException {
        writeTwo();
        byte[] whole = Files.readAllBytes(file());
        for (int cut = 0; cut < VectorCache.HEADER; cut++) {
            Files.write(file(), Arrays.copyOf(whole, cut));
            assertThat(read()).isEmpty();
            append(THIRD, 7, 8, 9);
            assertThat(read()).containsOnlyKeys(THIRD);
        }
    }

    @Test
    void recordThatDisagreesWithItsChecksum_countsAsAbsent() throws IOException {
        writeTwo();
        byte[] whole = Files.readAllBytes(file());
        whole[VectorCache.HEADER + ContentHash.BYTES] ^= 1;
        Files.write(file(), whole);
        assertThat(read()).containsOnlyKeys(SECOND);
        append(FIRST, 1, 2, 3);
        assertThat(read().get(FIRST)).containsExactly(1, 2, 3);
    }

    @Test
    void fileOfAnotherKind_isRefused() throws IOException {
        Files.writeString(file(), "no cache of vectors at all");
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.STORAGE_FAILED))
                .hasMessageContaining(file() + " is not a cache of vectors");
        Files.delete(file());
        writeTwo(); // which would wait for ever, were the refused one still held
        assertThat(read()).hasSize(2);
    }

    @Test
    void vectorOfAnotherLength_isRefused() {
        writeTwo();
        assertThatThrownBy(() -> append(THIRD, 7, 8)).hasMessageContaining("2 values, must have 3");
    }

    private void writeTwo() {
        append(FIRST, 1, 2, 3);
        append(SECOND, -4, 0.5f, 1e-30f);
    }

    private void append(ContentHash hash, float... vector) {
        try (VectorCache cache = open()) {
            cache.read(ALL);
            cache.append(hash, vector);
        }
    }

    private Map<ContentHash, float[]> read() {
        try (VectorCache cache = open()) {
            return cache.read(ALL);
        }
    }

    private VectorCache open() {
        return VectorCache.open(directory, "encoder", Progress.SILENT);
    }

    private Path file() {
        return directory.resolve("encoder.vectors");
    }
}
