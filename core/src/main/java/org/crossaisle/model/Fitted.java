package org.crossaisle.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.PublicApi;
import org.crossaisle.RecsException;

/**
 * What a recipe learnt on validation targets, as distinct from its settings: the weights of a blend, for example. Saved
 * with the model, and needed to fit the recipe again. Immutable.
 *
 * @param numbers lists of numbers, by name
 * @param texts lists of texts, by name
 * @param parts what the recipes inside learnt, by the setting that holds them: "of", or "parts.0" in a list
 * @param recipes recipes that were chosen on validation, by name
 */
@PublicApi
public record Fitted(
        Map<String, List<Double>> numbers,
        Map<String, List<String>> texts,
        Map<String, Fitted> parts,
        Map<String, Frozen> recipes) {
    /** Nothing was learnt. */
    public static final Fitted NONE = new Fitted(Map.of(), Map.of(), Map.of(), Map.of());

    public Fitted {
        numbers = lists(numbers);
        texts = lists(texts);
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        recipes = Collections.unmodifiableMap(new LinkedHashMap<>(recipes));
    }

    /** These values and a list of numbers. */
    public Fitted with(String name, List<Double> values) {
        return new Fitted(plus(numbers, name, values), texts, parts, recipes);
    }

    /** These values and a list of texts. */
    public Fitted withTexts(String name, List<String> values) {
        return new Fitted(numbers, plus(texts, name, values), parts, recipes);
    }

    /** These values and those of a recipe inside. */
    public Fitted withPart(String name, Fitted part) {
        return part.isEmpty() ? this : new Fitted(numbers, texts, plus(parts, name, part), recipes);
    }

    /** These values and a recipe that was chosen. */
    public Fitted withRecipe(String name, Frozen recipe) {
        return new Fitted(numbers, texts, parts, plus(recipes, name, recipe));
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    public Optional<List<Double>> numbers(String name) {
        return Optional.ofNullable(numbers.get(name));
    }

    /**
     * A list of numbers.
     *
     * @throws RecsException ARTIFACT_UNREADABLE when it has another length
     */
    public Optional<List<Double>> numbers(String name, int count) {
        Optional<List<Double>> found = numbers(name);
        if (found.isPresent() && found.get().size() != count) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    "the fitted values named " + name + " are " + found.get().size() + " numbers, expected " + count
                            + "; train the model again");
        }
        return found;
    }

    public Optional<List<String>> texts(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** What a recipe inside learnt; {@link #NONE} when there is nothing. */
    public Fitted part(String name) {
        return parts.getOrDefault(name, NONE);
    }

    /** The name of one of several recipes in a list. */
    public static String partName(String setting, int index) {
        return setting + "." + index;
    }

    /** All lists of numbers, those of parts under dotted names. */
    public Map<String, List<Double>> allNumbers() {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        parts.forEach(
                (part, inner) -> inner.allNumbers().forEach((name, values) -> all.put(part + "." + name, values)));
        all.putAll(numbers);
        return all;
    }

    private static <T> Map<String, List<T>> lists(Map<String, List<T>> map) {
        Map<String, List<T>> copy = new LinkedHashMap<>();
        map.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }

    private static <T> Map<String, T> plus(Map<String, T> map, String name, T value) {
        Map<String, T> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }
}
