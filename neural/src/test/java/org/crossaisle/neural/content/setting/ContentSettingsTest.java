package org.crossaisle.neural.content.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.io.settings.RecordBinder;
import org.crossaisle.model.Trainer;
import org.junit.jupiter.api.Test;

class ContentSettingsTest {
    private static final RecordBinder<Trainer> BINDER = new RecordBinder<>(
            Trainer.class,
            (value, where) -> {
                throw none(value);
            },
            value -> {
                throw none(value);
            });

    @Test
    void everyKey_isReadAndWrittenAlike() {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("text", "bge-small-zh");
        written.put("pooling", "cls");
        written.put("dimensions", 64);
        written.put("vectors", List.of("a.csv", "dir/b.npy"));
        written.put(
                "image",
                Map.of(
                        "model", "m.onnx",
                        "folder", "pictures",
                        "attribute", "photo",
                        "side", 96,
                        "mean", List.of(0.1, 0.2, 0.3),
                        "deviation", List.of(0.4, 0.5, 0.6),
                        "output", "pool"));
        written.put(
                "sound",
                Map.of(
                        "model", "s.onnx",
                        "folder", "sounds",
                        "attribute", "clip",
                        "rate", 8_000,
                        "samples", 100,
                        "output", "last"));
        ContentSettings settings = BINDER.bind(ContentSettings.DEFAULTS, written, "test");
        assertThat(BINDER.describe(settings)).isEqualTo(written);
        assertThat(BINDER.describe(ContentSettings.DEFAULTS))
                .allSatisfy((key, value) -> assertThat(value).isNotEqualTo(written.get(key)));
    }

    @Test
    void valuesOutOfBounds_areRefused() {
        assertRefused(
                Map.of("text", "minilmm"), "text is minilmm, must be one of none, auto, minilm", "Nearest: minilm");
        assertRefused(Map.of("dimensions", 0), "dimensions is 0, must be in [1, 384]");
        assertRefused(Map.of("dimensions", 385), "dimensions is 385");
        assertRefused(Map.of("vectors", List.of("a.csv", "b/a.npy")), "a is already the name of other content");
        assertRefused(Map.of("vectors", List.of("text.csv")), "text is already the name of other content");
        assertRefused(Map.of("image.model", "m.onnx"), "image.folder is \"\"; expected both or neither");
        assertRefused(Map.of("image.side", 0), "image.side is 0");
        assertRefused(Map.of("image.mean", List.of(0.1)), "image.mean has 1 values");
        assertRefused(Map.of("image.deviation", List.of(0.1, 0.0, 0.1)), "image.deviation is 0.0");
        assertRefused(Map.of("sound.folder", "x"), "sound.model is \"\"");
        assertRefused(Map.of("sound.rate", 0), "sound.rate is 0");
        assertRefused(Map.of("sound.samples", 0), "sound.samples is 0");
    }

    @Test
    void pathOfAModel_isAText() {
        assertThat(BINDER.bind(ContentSettings.DEFAULTS, Map.of("text", "my/Model.ONNX"), "test")
                        .text())
                .isEqualTo("my/Model.ONNX");
    }

    private static void assertRefused(Map<String, Object> written, CharSequence... parts) {
        assertThatThrownBy(() -> BINDER.bind(ContentSettings.DEFAULTS, written, "test"))
                .hasMessageContainingAll(parts);
    }

    private static IllegalStateException none(Object value) {
        return new IllegalStateException(value + " stands for itself, and nothing here does");
    }
}
