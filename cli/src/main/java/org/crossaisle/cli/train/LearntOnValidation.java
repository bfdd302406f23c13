package org.crossaisle.cli.train;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.io.settings.RecordBinder;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Trainer;

/**
 * The kinds of settings that a recipe learnt from validation targets. Metrics on the same targets are then optimistic,
 * most of all for trees.
 *
 * @param names names of the kinds of settings, such as "trees"
 */
record LearntOnValidation(List<String> names) {
    /** Descriptions by the name of a fitted value. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    private static final String EPOCHS = "epochs"; // a setting, the only one that validation changes
    private static final String RECIPES = "recipes";

    static {
        KINDS.put("weights", "weights");
        KINDS.put("trees", "trees");
        KINDS.put(EPOCHS, "the number of epochs");
        KINDS.put("temperature", "a temperature");
        KINDS.put("pull", "how far categories move items");
        KINDS.put("retrieverWeight", "weights");
        KINDS.put("calibration", "a calibration");
        KINDS.put(RECIPES, "which departments have a model of their own");
    }

    LearntOnValidation {
        names = List.copyOf(names);
    }

    /** Compares a recipe as requested with the recipe after selection. */
    public static LearntOnValidation of(Trainer asked, Frozen frozen) {
        Set<String> learnt = new HashSet<>();
        collect(frozen.fitted(), learnt);
        if (!epochs(asked).containsAll(epochs(frozen.recipe()))) {
            learnt.add(EPOCHS);
        }
        return new LearntOnValidation(KINDS.entrySet().stream()
                .filter(kind -> learnt.contains(kind.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList());
    }

    private static void collect(Fitted fitted, Set<String> names) {
        names.addAll(fitted.numbers().keySet());
        names.addAll(fitted.texts().keySet());
        fitted.parts().values().forEach(part -> collect(part, names));
        if (!fitted.recipes().isEmpty()) {
            names.add(RECIPES);
        }
    }

    /** Every setting of that name, with its value. */
    private static Set<Map.Entry<String, String>> epochs(Trainer recipe) {
        return RecordBinder.flatten(Recipes.describe(recipe)).entrySet().stream()
                .filter(setting -> List.of(setting.getKey().split("\\.")).contains(EPOCHS))
                .collect(Collectors.toSet());
    }

    /** The warning to print with the metrics; empty if nothing was learnt from their targets. */
    public Optional<String> warning() {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("these are the targets from which " + inWords()
                        + " were learnt, so the figures are optimistic; evaluate measures on other targets");
    }

    private String inWords() {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
