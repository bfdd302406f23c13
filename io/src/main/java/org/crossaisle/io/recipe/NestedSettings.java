package org.crossaisle.io.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.Nearest;
import org.crossaisle.RecsException;
import org.jspecify.annotations.Nullable;

/**
 * Settings of recipes within a recipe: {@code of.candidates} is a setting of the wrapped recipe, and
 * {@code of.parts.bsarec.epochs} one of its part {@code bsarec}. A part can also be named by its index, from {@code 0}.
 *
 * @param recipe the key that holds a recipe's name in a description
 * @param where they come from, for messages
 */
record NestedSettings(String recipe, String where) {
    /** Replaces a setting in a description. */
    interface Change {
        Object of(Object described, String key, String value);
    }

    /**
     * The settings in the form to bind: those of nested recipes are merged into the description of their recipe.
     *
     * @param described the outer recipe
     * @param settings texts by key
     */
    Map<String, Object> placed(Map<String, Object> described, Map<String, String> settings, Change change) {
        Map<String, Object> placed = new LinkedHashMap<>();
        settings.forEach((key, value) -> {
            int dot = key.indexOf('.');
            String outer = dot < 0 ? key : key.substring(0, dot);
            String rest = key.substring(dot + 1);
            @Nullable Object before = placed.containsKey(outer) ? placed.get(outer) : described.get(outer);
            if (dot >= 0 && before != null && isRecipe(before)) {
                placed.put(outer, change.of(before, rest, value));
            } else if (dot >= 0
                    && before instanceof List<?> parts
                    && parts.stream().anyMatch(this::isRecipe)) {
                placed.put(outer, changed(key, parts, rest, value, change));
            } else {
                placed.put(key, value);
            }
        });
        return placed;
    }

    private List<Object> changed(String key, List<?> parts, String rest, String value, Change change) {
        List<String> names = parts.stream().map(this::nameOf).toList();
        int end = rest.indexOf('.');
        String name = end < 0 ? rest : rest.substring(0, end);
        int at = name.matches("\\d{1,4}") ? Integer.parseInt(name) : names.indexOf(name);
        if (end < 0 || at < 0 || at >= parts.size()) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    where + ": there is no setting " + key + ". Nearest: "
                            + key.substring(0, key.length() - rest.length()) + Nearest.to(name, names)
                            + ".SETTING; the parts are " + String.join(", ", names));
        }
        if (names.indexOf(name) != names.lastIndexOf(name)) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    where + ": " + key + " is a setting of several parts; name one by its number, counted from 0: "
                            + String.join(", ", names));
        }
        List<Object> changed = new ArrayList<>(parts);
        changed.set(at, change.of(parts.get(at), rest.substring(end + 1), value));
        return changed;
    }

    private boolean isRecipe(Object described) {
        return described instanceof Map<?, ?> map && map.containsKey(recipe);
    }

    private String nameOf(Object described) {
        return described instanceof Map<?, ?> map ? String.valueOf(map.get(recipe)) : String.valueOf(described);
    }
}
