package org.crossaisle.cli.option;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossaisle.Nearest;
import org.crossaisle.RecsException;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.model.Trainer;
import picocli.CommandLine.Option;

/** Options for recipes and their settings. */
public final class RecipeOptions {
    @Option(
            names = "--recipe",
            required = true,
            split = ",",
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "Recipes by name or by a YAML file, separated by commas: ${COMPLETION-CANDIDATES}.")
    public List<String> names;

    @Option(
            names = "--set",
            paramLabel = "RECIPE.KEY=VALUE",
            description = "Replaces a setting of a recipe, such as transformer.epochs=5. May be repeated.")
    public Map<String, String> settings = new LinkedHashMap<>();

    /** The available recipes, for the help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Recipes.names().iterator();
        }
    }

    /** The recipes by the names given. */
    public Map<String, Trainer> trainers() {
        Map<String, Trainer> trainers = new LinkedHashMap<>();
        names.forEach(name -> trainers.put(name, Recipes.of(name)));
        settings.forEach((key, value) -> {
            String recipe = recipeOf(key);
            String setting = key.substring(recipe.length() + 1);
            trainers.computeIfPresent(
                    recipe, (name, trainer) -> Recipes.with(trainer, Map.of(setting, value), "--set " + recipe));
        });
        return trainers;
    }

    /** The names of the given settings, without their recipes. */
    public Set<String> given() {
        return settings.keySet().stream()
                .map(key -> key.substring(recipeOf(key).length() + 1))
                .collect(Collectors.toSet());
    }

    /** The recipe of RECIPE.KEY, where both may have dots: the longest requested recipe that is a prefix. */
    private String recipeOf(String key) {
        return names.stream()
                .filter(name -> key.startsWith(name + "."))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new RecsException(
                        RecsException.Code.SETTING_INVALID,
                        "--set " + key + ": expected RECIPE.KEY with one of the recipes in --recipe. Nearest: "
                                + Nearest.to(key.substring(0, Math.max(0, key.indexOf('.'))), names)));
    }
}
