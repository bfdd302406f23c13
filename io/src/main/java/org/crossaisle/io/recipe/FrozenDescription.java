package org.crossaisle.io.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.crossaisle.RecsException;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Frozen;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link Frozen} recipe as nested maps and reads it back:
 *
 * <pre>
 * settings: {recipe: blend, ...}
 * fitted:
 *   numbers: {weights: [1.0, 0.25]}
 *   texts: {...}
 *   parts: {of: {numbers: ...}}
 *   recipes: {Toys: {settings: ..., fitted: ...}}
 * </pre>
 */
record FrozenDescription(RecipeTable table) {
    private static final String SETTINGS = "settings";
    private static final String FITTED = "fitted";

    Map<String, Object> of(Frozen frozen) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put(SETTINGS, table.describe(frozen.recipe()));
        described.put(FITTED, of(frozen.fitted()));
        return described;
    }

    private Map<String, Object> of(Fitted fitted) {
        Map<String, Object> parts = new LinkedHashMap<>();
        fitted.parts().forEach((name, part) -> parts.put(name, of(part)));
        Map<String, Object> recipes = new LinkedHashMap<>();
        fitted.recipes().forEach((name, recipe) -> recipes.put(name, of(recipe)));
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("numbers", fitted.numbers());
        described.put("texts", fitted.texts());
        described.put("parts", parts);
        described.put("recipes", recipes);
        described.values().removeIf(values -> ((Map<?, ?>) values).isEmpty());
        return described;
    }

    /** Reads what {@link #of} wrote, or the settings of an earlier version. */
    Frozen read(@Nullable Object written, String where) {
        Map<String, Object> described = map(written, where);
        if (!described.containsKey(SETTINGS)) {
            return new EarlierSettings(table).read(described, where);
        }
        return new Frozen(
                table.read(described.get(SETTINGS), where), fitted(described.get(FITTED), where + ": " + FITTED));
    }

    private Fitted fitted(@Nullable Object written, String where) {
        Map<String, Object> described = map(written, where);
        described.keySet().forEach(key -> {
            if (!List.of("numbers", "texts", "parts", "recipes").contains(key)) {
                throw unreadable(where, key + " is not known; expected numbers, texts, parts or recipes");
            }
        });
        return new Fitted(
                each(described.get("numbers"), where, FrozenDescription::numbers),
                each(described.get("texts"), where, FrozenDescription::texts),
                each(described.get("parts"), where, this::fitted),
                each(described.get("recipes"), where, this::read));
    }

    private static <T> Map<String, T> each(
            @Nullable Object written, String where, BiFunction<@Nullable Object, String, T> read) {
        Map<String, T> values = new LinkedHashMap<>();
        if (written != null) {
            map(written, where).forEach((name, value) -> values.put(name, read.apply(value, where + "." + name)));
        }
        return values;
    }

    static List<Double> numbers(@Nullable Object written, String where) {
        if (written instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
            return list.stream().map(each -> ((Number) each).doubleValue()).toList();
        }
        throw unreadable(where, written + " is not a list of numbers");
    }

    static List<String> texts(@Nullable Object written, String where) {
        if (written instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String::valueOf).toList();
        }
        throw unreadable(where, written + " is not a list of texts");
    }

    private static Map<String, Object> map(@Nullable Object written, String where) {
        if (!(written instanceof Map<?, ?> map)) {
            throw unreadable(where, written + " is not a map");
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    static RecsException unreadable(String where, String problem) {
        return new RecsException(RecsException.Code.ARTIFACT_UNREADABLE, where + ": " + problem);
    }
}
