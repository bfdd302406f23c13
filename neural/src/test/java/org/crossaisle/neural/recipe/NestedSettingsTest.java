package org.crossaisle.neural.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crossaisle.RecsException;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.model.Trainer;
import org.junit.jupiter.api.Test;

class NestedSettingsTest {
    private static final Map<String, Object> CROSSED = Map.of(
            "recipe",
            "cross-category",
            "of",
            Map.of("recipe", "hybrid", "parts", List.of("gru", Map.of("recipe", "itemknn", "neighbours", 50), "gru")));

    private static Trainer with(String... keysAndValues) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            settings.put(keysAndValues[at], keysAndValues[at + 1]);
        }
        return Recipes.with(Recipes.fromSettings(CROSSED, "test"), settings, "--set cross-category");
    }

    private static Object at(Trainer trainer, Object... steps) {
        Object at = Recipes.describe(trainer);
        for (Object step : steps) {
            at = Objects.requireNonNull(
                    step instanceof Integer index ? ((List<?>) at).get(index) : ((Map<?, ?>) at).get(step));
        }
        return at;
    }

    @Test
    void settingsOfPartsOfTheRecipeWithin_areReplaced_andNothingElse() {
        Trainer changed = with(
                "of.parts.itemknn.neighbours",
                "70",
                "loss",
                "0.05",
                "of.parts.2.epochs",
                "3",
                "of.parts.2.dimension",
                "32");
        assertThat(at(changed, "loss")).isEqualTo(0.05);
        assertThat(at(changed, "of", "parts", 1, "neighbours")).isEqualTo(70);
        assertThat(at(changed, "of", "parts", 2, "training", "epochs")).isEqualTo(3);
        assertThat(at(changed, "of", "parts", 2, "dimension")).isEqualTo(32);
        Trainer before = Recipes.fromSettings(CROSSED, "test");
        assertThat(at(changed, "of", "parts", 0)).isEqualTo(at(before, "of", "parts", 0));
        assertThat(with()).isEqualTo(before);
    }

    @Test
    void unknownPart_andUnknownSettingOfAPart_areRefusedWithTheNearest() {
        assertThatThrownBy(() -> with("of.parts.itemnkn.neighbours", "70"))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("Nearest: parts.itemknn.SETTING; the parts are gru, itemknn, gru");
        assertThatThrownBy(() -> with("of.parts.3.neighbours", "70"))
                .hasMessageContaining("there is no setting parts.3");
        assertThatThrownBy(() -> with("of.parts.itemknn.neihgbours", "70")).hasMessageContaining("Nearest: neighbours");
    }

    @Test
    void partThatIsThereTwice_isAskedForByNumber() {
        assertThatThrownBy(() -> with("of.parts.gru.epochs", "3")).hasMessageContaining("name one by its number");
    }
}
