package org.crossaisle.neural.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossaisle.Help;
import org.crossaisle.RecsException;
import org.crossaisle.io.recipe.RecipeSettings;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.io.settings.RecordHelp;
import org.crossaisle.io.settings.SettingChoice;
import org.crossaisle.model.Trainer;
import org.junit.jupiter.api.Test;

class RecipeSettingsTest {
    @Test
    void everySettingOfEveryRecipe_hasHelp() {
        List<String> without = new ArrayList<>();
        int compared = 0;
        for (String recipe : Recipes.names()) {
            for (RecordHelp.Line line : RecipeSettings.of(Recipes.of(recipe))) {
                if (line.help().isEmpty()) {
                    without.add(recipe + ": " + line.key());
                }
                compared++;
            }
        }
        assertThat(without).isEmpty();
        assertThat(compared).isGreaterThan(700);
    }

    /** Those that no recipe has by default are printed nowhere, but other settings may choose them. */
    @Test
    void everySettingOfEveryChoice_hasHelp() {
        List<String> without = new ArrayList<>();
        int compared = 0;
        for (SettingChoice choice : new NeuralRecipes().choices().values()) {
            for (Record settings : choice.named().values()) {
                for (RecordComponent component : settings.getClass().getRecordComponents()) {
                    if (!component.isAnnotationPresent(Help.class)) {
                        without.add(settings.getClass().getName() + ": " + component.getName());
                    }
                    compared++;
                }
            }
        }
        assertThat(without).isEmpty();
        assertThat(compared).isGreaterThan(40);
    }

    /** Each number and switch of each recipe, set to another value by its key, is read back. */
    @Test
    void everyNumberAndSwitch_isReadBack() {
        List<String> unset = new ArrayList<>();
        int compared = 0;
        for (String recipe : Recipes.names()) {
            Trainer trainer = Recipes.of(recipe);
            for (RecordHelp.Line line : RecipeSettings.of(trainer)) {
                if (line.value().matches("-?[0-9.E-]+|true|false")) {
                    if (others(line.value()).noneMatch(other -> isReadBack(trainer, line.key(), other))) {
                        unset.add(recipe + ": " + line.key());
                    }
                    compared++;
                }
            }
        }
        assertThat(unset).isEmpty();
        assertThat(compared).isGreaterThan(300);
    }

    private static Stream<String> others(String value) {
        if (value.equals("true") || value.equals("false")) {
            return Stream.of(String.valueOf(value.equals("false")));
        }
        if (!value.contains(".")) {
            long whole = Long.parseLong(value);
            return Stream.of(whole + 1, whole * 2, whole - 1, 1L).map(String::valueOf);
        }
        double number = Double.parseDouble(value);
        return Stream.of(number / 2, (number + 1) / 2, number + 0.1).map(String::valueOf);
    }

    private static boolean isReadBack(Trainer trainer, String key, String value) {
        try {
            Trainer changed = Recipes.with(trainer, Map.of(key, value));
            return RecipeSettings.of(changed).stream()
                    .anyMatch(line -> line.key().equals(key) && line.value().equals(value));
        } catch (RecsException refused) {
            return false; // by its bounds
        }
    }
}
