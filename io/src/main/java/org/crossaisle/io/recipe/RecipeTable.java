package org.crossaisle.io.recipe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossaisle.Extensions;
import org.crossaisle.Nearest;
import org.crossaisle.RecsException;
import org.crossaisle.io.settings.RecordBinder;
import org.crossaisle.io.settings.SettingChoice;
import org.crossaisle.model.Trainer;
import org.jspecify.annotations.Nullable;

/** The recipes of some providers by name; reads and writes their settings. Immutable; threads may share it. */
final class RecipeTable {
    private static final String RECIPE = "recipe";

    /** Names of the recipes in crossaisle-neural; a test there checks that the list is current. */
    private static final Set<String> NEURAL = Set.of(
            "content-based",
            "gru",
            "lstm",
            "transformer",
            "bsarec",
            "bert4rec",
            "hstu",
            "youtube-dnn",
            "multi-interest",
            "text",
            "textcnn",
            "hybrid",
            "best",
            "cross-category",
            "guarded",
            "without-times",
            "din",
            "wide-and-deep",
            "pruned",
            "int8");

    private final Map<String, Recipe> recipes = new LinkedHashMap<>();
    private final RecordBinder<Trainer> binder;

    /** @throws RecsException when two providers have a recipe of the same name */
    RecipeTable(List<RecipeProvider> providers) {
        Map<String, RecipeProvider> owners = new HashMap<>();
        RecordBinder<Trainer> binding = new RecordBinder<>(Trainer.class, this::read, this::describe);
        for (RecipeProvider provider : providers) {
            for (Recipe recipe : provider.recipes()) {
                RecipeProvider owner = owners.putIfAbsent(recipe.name(), provider);
                if (owner != null) {
                    throw twice(recipe, owner, provider);
                }
                recipes.put(recipe.name(), recipe);
            }
            for (Map.Entry<Class<?>, SettingChoice> choice : provider.choices().entrySet()) {
                binding = binding.withChoice(choice.getKey(), choice.getValue());
            }
        }
        binder = binding;
    }

    /** The counting recipes and those of every provider found. */
    static RecipeTable found() {
        List<RecipeProvider> providers = new ArrayList<>();
        providers.add(new CountingRecipes());
        providers.addAll(Extensions.of(RecipeProvider.class));
        return new RecipeTable(providers);
    }

    private static RecsException twice(Recipe recipe, RecipeProvider one, RecipeProvider other) {
        return new RecsException(
                RecsException.Code.SETTING_INVALID,
                "two providers have a recipe named " + recipe.name() + ": "
                        + one.getClass().getName() + " and " + other.getClass().getName()
                        + "; rename one, or remove its jar from the class path");
    }

    List<Recipe> all() {
        return List.copyOf(recipes.values());
    }

    List<String> names() {
        return List.copyOf(recipes.keySet());
    }

    static Optional<String> moduleOf(String name) {
        return NEURAL.contains(name) ? Optional.of("crossaisle-neural") : Optional.empty();
    }

    Trainer named(String name, String where) {
        Recipe recipe = recipes.get(name);
        if (recipe == null) {
            throw new RecsException(RecsException.Code.SETTING_INVALID, where + ": " + unknown(name));
        }
        return recipe.defaults();
    }

    private String unknown(String name) {
        return moduleOf(name)
                .map(module -> "recipe `" + name + "` needs module " + module + " on the class path")
                .orElseGet(() -> "there is no recipe " + name + ". Nearest: " + Nearest.to(name, names()) + ". All: "
                        + String.join(", ", names()) + ". A recipe of another jar needs that jar in "
                        + Extensions.CLASSPATH);
    }

    Trainer with(Trainer trainer, Map<String, String> settings, String where) {
        Map<String, Object> placed = new NestedSettings(RECIPE, where)
                .placed(
                        describe(trainer),
                        settings,
                        (inner, key, value) -> describe(with(read(inner, where), Map.of(key, value), where)));
        return bind(trainer, placed, where);
    }

    Map<String, Object> describe(Trainer trainer) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put(RECIPE, registered(trainer));
        if (trainer instanceof Record settings) {
            described.putAll(binder.describe(settings));
        }
        return described;
    }

    /**
     * The registered name of a trainer. If its name contains settings ({@code popular-7-days}), this is the first name
     * registered for its class.
     */
    private String registered(Trainer trainer) {
        String name = trainer.name();
        return recipes.containsKey(name)
                ? name
                : recipes.values().stream()
                        .filter(recipe -> recipe.defaults().getClass() == trainer.getClass())
                        .map(Recipe::name)
                        .findFirst()
                        .orElse(name);
    }

    /** Reads a recipe written as its name, or as a map with the key {@code recipe} and settings. */
    Trainer read(@Nullable Object written, String where) {
        if (written instanceof String name) {
            return named(name, where);
        }
        if (written instanceof Map<?, ?> map && map.get(RECIPE) instanceof String name) {
            Map<String, Object> settings = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                if (!RECIPE.equals(key) && value != null) {
                    settings.put(String.valueOf(key), value);
                }
            });
            return bind(named(name, where), settings, where);
        }
        throw new RecsException(
                RecsException.Code.SETTING_INVALID,
                where + ": " + written + " is not a recipe; write a recipe's name, or a map with the key recipe");
    }

    private Trainer bind(Trainer trainer, Map<String, Object> settings, String where) {
        if (trainer instanceof Record record && binder.bind(record, settings, where) instanceof Trainer changed) {
            return changed;
        }
        throw new IllegalStateException(trainer.name() + " is not a record, so it has no settings to bind");
    }
}
