package org.crossaisle.io.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.crossaisle.RecsException;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.blend.Blend;
import org.crossaisle.model.boost.LambdaMart;
import org.crossaisle.model.count.Popular;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FrozenDescriptionTest {
    private static final Fitted TREES =
            Fitted.NONE.with("weights", List.of(1.0, 0.0156)).withTexts("trees", List.of("eJ"));

    /** Writes and reads the description as JSON, as a model directory does. */
    @SuppressWarnings("unchecked")
    private static Frozen back(Frozen frozen) {
        JsonMapper json = JsonMapper.shared();
        Map<String, Object> read = json.readValue(json.writeValueAsString(Recipes.describe(frozen)), Map.class);
        return Recipes.frozen(read, "here");
    }

    @Test
    void frozenRecipe_isReadBack_withWhatItLearnt_atEveryDepth() {
        Fitted fitted = Fitted.NONE
                .withPart("of", TREES)
                .withRecipe("Toys > Dolls", new Frozen(new LambdaMart(), TREES))
                .withTexts("findings", List.of("one", "two"));
        Frozen frozen = new Frozen(new Blend(), fitted);
        assertThat(back(frozen)).isEqualTo(frozen);
        assertThat(back(Frozen.of(new Popular()))).isEqualTo(Frozen.of(new Popular()));
    }

    @Test
    void settingsOfAnEarlierVersion_areSeparated_atEveryDepth() {
        Map<String, Object> trees = Map.of("recipe", "lambdamart", "trees", "eJ");
        Frozen read = Recipes.frozen(
                Map.of("recipe", "blend", "parts", List.of(trees, "popular"), "weights", List.of(1.0, 0.5)), "here");
        assertThat(read.recipe())
                .isEqualTo(new Blend(List.of(new LambdaMart(), new Popular()), List.of(1.0, 0.5), 500));
        assertThat(read.fitted())
                .isEqualTo(Fitted.NONE.withPart("parts.0", Fitted.NONE.withTexts("trees", List.of("eJ"))));
        assertThat(Recipes.frozen(Map.of("recipe", "lambdamart", "trees", ""), "here"))
                .isEqualTo(Frozen.of(new LambdaMart()));
    }

    @Test
    void damagedDescription_isRefused_andSaysWhere() {
        Map<String, Object> settings = Map.of("recipe", "popular");
        assertThatThrownBy(() -> Recipes.frozen(Map.of("settings", settings), "a.json"))
                .isInstanceOf(RecsException.class)
                .hasMessage("a.json: fitted: null is not a map");
        Map<String, Object> words = Map.of("numbers", Map.of("weights", List.of("one")));
        assertThatThrownBy(() -> Recipes.frozen(Map.of("settings", settings, "fitted", words), "a.json"))
                .hasMessage("a.json: fitted.weights: [one] is not a list of numbers");
        Map<String, Object> unknown = Map.of("weights", List.of(1.0));
        assertThatThrownBy(() -> Recipes.frozen(Map.of("settings", settings, "fitted", unknown), "a.json"))
                .hasMessage("a.json: fitted: weights is not known; expected numbers, texts, parts or recipes");
    }
}
