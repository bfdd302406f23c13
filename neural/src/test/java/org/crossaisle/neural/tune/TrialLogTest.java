package org.crossaisle.neural.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.crossaisle.RecsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLogTest {
    private static final Map<String, String> SEARCHED = Map.of("shop", "beauty", "seed", "1");
    private static final List<TrialOutcome> OUTCOMES = List.of(
            new TrialOutcome(1, 0, Map.of(), new TrialOutcome.Reached(.1, .2, 4, false, 1.5, 7), ""),
            new TrialOutcome(2, 0, Map.of("blocks", "1"), TrialOutcome.Reached.NOTHING, "TOO_LARGE: größer als 7 MiB"));

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void write() {
        file = directory.resolve("trials.jsonl");
        try (TrialLog log = TrialLog.open(directory, SEARCHED)) {
            OUTCOMES.forEach(log::append);
        }
    }

    private List<TrialOutcome> read() {
        try (TrialLog log = TrialLog.open(directory, SEARCHED)) {
            return log.outcomes();
        }
    }

    @Test
    void whatWasAdded_isThereAgain() {
        assertThat(read()).isEqualTo(OUTCOMES);
    }

    /**
     * Wherever a crash tears the last line, the others stay, and when it is added again the file is as if nothing had
     * been.
     */
    @Test
    void lineTornAtAnyByte_isDropped() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int last = whole.length - 1;
        while (whole[last - 1] != '\n') {
            last--;
        }
        for (int length = last; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (TrialLog log = TrialLog.open(directory, SEARCHED)) {
                assertThat(log.outcomes()).as("%d bytes", length).isEqualTo(OUTCOMES.subList(0, 1));
                log.append(OUTCOMES.get(1));
            }
            assertThat(Files.readAllBytes(file)).as("%d bytes", length).isEqualTo(whole);
        }
    }

    @Test
    void firstLineTornAtAnyByte_isWrittenAgain() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; whole[length] != '\n'; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(read()).as("%d bytes", length).isEmpty();
            assertThat(Files.readAllLines(file)).as("%d bytes", length).hasSize(1);
        }
    }

    @Test
    void logOfAnotherSearch_isRefusedWithBothValues() {
        assertThatThrownBy(() -> TrialLog.open(directory, Map.of("shop", "toys", "seed", "1")))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.SETTING_INVALID))
                .hasMessageContaining("trials.jsonl holds another search: its shop is beauty, now it is toys");
        assertThatThrownBy(() -> TrialLog.open(directory, Map.of("shop", "beauty")))
                .hasMessageContaining("its seed is 1, now it is nothing");
        assertThat(read()).isEqualTo(OUTCOMES);
    }

    @Test
    void damagedLine_isNamed() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), "{\"trial\": oops", lines.get(2)));
        assertThatThrownBy(this::read).hasMessageContaining("trials.jsonl:2: expected a line of a search");
    }

    @Test
    void logInUse_isRefused() {
        try (TrialLog log = TrialLog.open(directory, SEARCHED)) {
            assertThat(log.outcomes()).hasSize(2);
            assertThatThrownBy(this::read).hasMessageContaining("is in use");
        }
        assertThat(read()).hasSize(2);
    }
}
