package org.crossaisle.io.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            Inner.class, written -> new Inner(Integer.parseInt(String.valueOf(written))), inner -> inner.size());

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
                .hasMessageContaining("--set: epochs is many, needed is a value of type int");
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
