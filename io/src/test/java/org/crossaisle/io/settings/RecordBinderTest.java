package org.crossaisle.io.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossaisle.RecsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordBinderTest {
    public enum Side {
        FROM_START,
        FROM_END
    }

    public record Inner(int size) {}

    public record Outer(
            int epochs, double rate, boolean fast, String name, Side side, List<Double> weights, List<Inner> parts) {
        public Outer {
            if (epochs < 1) {
                throw new IllegalArgumentException("epochs is " + epochs + ", must be at least 1");
            }
        }
    }

    private static final Outer DEFAULTS =
            new Outer(10, 0.5, false, "plain", Side.FROM_START, List.of(), List.of(new Inner(3)));

    private final RecordBinder<Inner> binder = new RecordBinder<>(
            Inner.class,
            (written, where) -> new Inner(Integer.parseInt(String.valueOf(written))),
            inner -> inner.size());

    @Test
    void nested_isToldWhereItWasWritten() {
        List<String> told = new ArrayList<>();
        new RecordBinder<>(
                        Inner.class,
                        (written, where) -> {
                            told.add(where);
                            return new Inner(0);
                        },
                        inner -> inner.size())
                .bind(DEFAULTS, Map.of("parts", List.of(7, 8)), "best.yaml");
        assertThat(told).containsExactly("best.yaml: parts", "best.yaml: parts");
    }

    @Test
    void everyKey_canBeSetAndReadBack() {
        Map<String, Object> values = Map.of(
                "epochs",
                3,
                "rate",
                "0.25",
                "fast",
                true,
                "name",
                "名字",
                "side",
                "from-end",
                "weights",
                List.of(1, 0.5),
                "parts",
                List.of(7, 8));
        Outer bound = binder.bind(DEFAULTS, values, "test");
        assertThat(bound)
                .isEqualTo(new Outer(
                        3, 0.25, true, "名字", Side.FROM_END, List.of(1.0, 0.5), List.of(new Inner(7), new Inner(8))));
        assertThat(binder.bind(DEFAULTS, binder.describe(bound), "test")).isEqualTo(bound);
    }

    @Test
    void whatIsNotWritten_keepsItsDefault() {
        assertThat(binder.bind(DEFAULTS, Map.of(), "test")).isEqualTo(DEFAULTS);
    }

    @Test
    void unknownKey_isRefusedWithTheNearest() {
        assertThatThrownBy(() -> binder.bind(DEFAULTS, Map.of("epoch", 3), "best.yaml"))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.SETTING_INVALID))
                .hasMessageContaining("best.yaml: there is no setting epoch. Nearest: epochs");
    }

    @Test
    void valueOfAnotherType_isRefusedWithBoth() {
        assertThatThrownBy(() -> binder.bind(DEFAULTS, Map.of("epochs", "many"), "--set"))
                .hasMessageContaining("--set: epochs is many, expected a value of type int");
        assertThatThrownBy(() -> binder.bind(DEFAULTS, Map.of("side", "left"), "--set"))
                .hasMessageContaining("[FROM_START, FROM_END]");
        assertThatThrownBy(() -> binder.bind(DEFAULTS, Map.of("fast", "yes"), "--set"))
                .hasMessageContaining("fast");
        assertThatThrownBy(() -> binder.bind(DEFAULTS, Map.of("weights", 1), "--set"))
                .hasMessageContaining("list");
    }

    @Test
    void valueOutOfRange_isRefusedByTheRecordItself() {
        assertThatThrownBy(() -> binder.bind(DEFAULTS, Map.of("epochs", 0), "--set"))
                .isInstanceOf(RecsException.class)
                .hasMessage("--set: epochs is 0, must be at least 1");
    }

    public interface Encoder {}

    public record Gru(int layers) implements Encoder {}

    public record Attention(int layers, int heads) implements Encoder {}

    public record Training(int epochs, double rate) {}

    public record Whole(int dimension, Encoder users, Training training) {}

    private static final Whole WHOLE = new Whole(64, new Attention(2, 4), new Training(10, 0.1));

    private final RecordBinder<Inner> choosing = binder.withChoice(
            Encoder.class, new SettingChoice("encoder", Map.of("gru", new Gru(1), "attention", new Attention(2, 2))));

    @Test
    void settingsOfAnInnerRecord_areWrittenAsAMapWithDotsOrByTheirNameAlone() {
        Whole expected = new Whole(64, new Attention(2, 8), new Training(3, 0.1));
        assertThat(choosing.bind(WHOLE, Map.of("users", Map.of("heads", 8), "training", Map.of("epochs", 3)), "test"))
                .isEqualTo(expected);
        assertThat(choosing.bind(WHOLE, Map.of("users.heads", "8", "training.epochs", "3"), "test"))
                .isEqualTo(expected);
        assertThat(choosing.bind(WHOLE, Map.of("heads", "8", "epochs", "3"), "test"))
                .isEqualTo(expected);
        assertThat(choosing.bind(WHOLE, choosing.describe(expected), "test")).isEqualTo(expected);
    }

    @Test
    void choice_isMadeByNameAndKeepsNothingOfWhatWasThere() {
        Whole expected = new Whole(64, new Gru(1), new Training(10, 0.1));
        assertThat(choosing.bind(WHOLE, Map.of("users", "gru"), "test")).isEqualTo(expected);
        assertThat(choosing.bind(WHOLE, Map.of("users.encoder", "gru"), "test")).isEqualTo(expected);
        assertThat(choosing.describe(expected)).containsEntry("users", Map.of("encoder", "gru", "layers", 1));
        assertThat(choosing.bind(WHOLE, Map.of("users", Map.of("encoder", "gru", "layers", 3)), "test"))
                .isEqualTo(new Whole(64, new Gru(3), new Training(10, 0.1)));
        assertThat(choosing.bind(WHOLE, choosing.describe(expected), "test")).isEqualTo(expected);
        assertThatThrownBy(() -> choosing.bind(WHOLE, Map.of("users", "grue"), "best.yaml"))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("best.yaml: there is no encoder grue. Nearest: gru");
    }

    @Test
    void keyOfNoInnerRecordOrOfSeveral_isRefused() {
        record Twice(Training first, Training second) {}
        assertThatThrownBy(() -> choosing.bind(WHOLE, Map.of("epoch", 3), "--set"))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("Nearest: training.epochs");
        assertThatThrownBy(() ->
                        choosing.bind(new Twice(new Training(1, 1), new Training(1, 1)), Map.of("epochs", 3), "--set"))
                .isInstanceOf(RecsException.class)
                .hasMessage("--set: epochs is a setting of first.epochs and of second.epochs; say which");
        assertThatThrownBy(() -> choosing.bind(WHOLE, Map.of("training", 3), "--set"))
                .isInstanceOf(RecsException.class)
                .hasMessage("--set: training is 3, expected its settings: epochs, rate");
    }

    @Test
    void nestedSettings_flattenToKeysWithDots() {
        assertThat(RecordBinder.flatten(Map.of("recipe", "blend", "parts", List.of(Map.of("recipe", "ease")))))
                .containsExactly(Map.entry("parts.0.recipe", "ease"), Map.entry("recipe", "blend"));
    }

    @Test
    void brokenYaml_isAnErrorWithItsLine(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("recipe.yaml"), "recipe: itemknn\nneighbours: [1\n");
        assertThatThrownBy(() -> SettingsFile.read(file))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("yaml:");
        Path good = Files.writeString(directory.resolve("good.yaml"), "recipe: itemknn\nneighbours: 7\n");
        assertThat(SettingsFile.read(good)).containsEntry("neighbours", 7);
        Path empty = Files.writeString(directory.resolve("empty.yaml"), "");
        assertThatThrownBy(() -> SettingsFile.read(empty)).isInstanceOf(RecsException.class);
    }
}
