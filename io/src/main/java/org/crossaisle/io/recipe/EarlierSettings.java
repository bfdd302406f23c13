package org.crossaisle.io.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Frozen;
import org.jspecify.annotations.Nullable;

/**
 * Reads models of earlier versions, in which what was learnt on validation was among the settings. The weights of a
 * blend stay there, as fixed weights.
 */
record EarlierSettings(RecipeTable table) {
    private static final String RECIPE = "recipe";

    Frozen read(Map<String, Object> settings, String where) {
        Separated separated = separate(settings, where);
        return new Frozen(table.read(separated.settings, where), separated.fitted);
    }

    private record Separated(Map<String, Object> settings, Fitted fitted) {}

    private Separated separate(Map<?, ?> written, String where) {
        Map<String, Object> settings = new LinkedHashMap<>();
        written.forEach((key, value) -> settings.put(String.valueOf(key), value));
        Fitted fitted = fitted(settings, where);
        for (Map.Entry<String, Object> setting : settings.entrySet()) {
            if (isRecipe(setting.getValue())) {
                Separated inner = separate((Map<?, ?>) setting.getValue(), where);
                setting.setValue(inner.settings);
                fitted = fitted.withPart(setting.getKey(), inner.fitted);
            } else if (setting.getValue() instanceof List<?> list
                    && list.stream().anyMatch(this::isRecipe)) {
                List<Object> parts = new ArrayList<>(list);
                for (int at = 0; at < parts.size(); at++) {
                    if (isRecipe(parts.get(at))) {
                        Separated inner = separate((Map<?, ?>) parts.get(at), where);
                        parts.set(at, inner.settings);
                        fitted = fitted.withPart(Fitted.partName(setting.getKey(), at), inner.fitted);
                    }
                }
                setting.setValue(parts);
            }
        }
        return new Separated(settings, fitted);
    }

    /** Takes out of the settings of one recipe what it learnt. */
    private Fitted fitted(Map<String, Object> settings, String where) {
        return switch (String.valueOf(settings.get(RECIPE))) {
            case "lambdamart" -> trees(settings.remove("trees"));
            case "cross-category" -> crossing(settings, where);
            case "guarded" -> guarded(settings, where);
            case "din", "wide-and-deep" -> ranking(settings.remove("chosen"), where);
            default -> Fitted.NONE;
        };
    }

    private static Fitted trees(@Nullable Object text) {
        return text == null || text.equals("")
                ? Fitted.NONE
                : Fitted.NONE.withTexts("trees", List.of(String.valueOf(text)));
    }

    private static Fitted crossing(Map<String, Object> settings, String where) {
        @Nullable Object temperature = settings.remove("temperature");
        List<Double> weights = numbers(settings.remove("weights"), where + ": weights");
        List<Double> pull = numbers(settings.remove("pull"), where + ": pull");
        if (!(temperature instanceof Number number) || weights.isEmpty() || pull.isEmpty()) {
            return Fitted.NONE;
        }
        return Fitted.NONE
                .with("temperature", List.of(number.doubleValue()))
                .with("weights", weights)
                .with("pull", pull);
    }

    private Fitted guarded(Map<String, Object> settings, String where) {
        List<String> departments = texts(settings.remove("departments"), where + ": departments");
        List<?> alone = settings.remove("alone") instanceof List<?> list ? list : List.of();
        if (departments.size() != alone.size()) {
            throw FrozenDescription.unreadable(
                    where,
                    "there are " + alone.size() + " recipes alone for " + departments.size()
                            + " departments; expected one for each");
        }
        Fitted fitted = Fitted.NONE;
        for (int at = 0; at < alone.size(); at++) {
            if (!isRecipe(alone.get(at))) {
                throw FrozenDescription.unreadable(where, "alone holds " + alone.get(at) + ", expected a recipe");
            }
            Separated own = separate((Map<?, ?>) alone.get(at), where);
            fitted = fitted.withRecipe(departments.get(at), new Frozen(table.read(own.settings, where), own.fitted));
        }
        return fitted.withTexts("findings", texts(settings.remove("findings"), where + ": findings"));
    }

    private static Fitted ranking(@Nullable Object chosen, String where) {
        List<Double> numbers = numbers(chosen, where + ": chosen");
        if (numbers.isEmpty()) {
            return Fitted.NONE;
        }
        if (numbers.size() != 3) {
            throw FrozenDescription.unreadable(
                    where,
                    "chosen has " + numbers.size()
                            + " numbers; expected three: the weight of the retriever, slope and offset");
        }
        return Fitted.NONE.with("retrieverWeight", numbers.subList(0, 1)).with("calibration", numbers.subList(1, 3));
    }

    private static List<Double> numbers(@Nullable Object written, String where) {
        return written == null ? List.of() : FrozenDescription.numbers(written, where);
    }

    private static List<String> texts(@Nullable Object written, String where) {
        return written == null ? List.of() : FrozenDescription.texts(written, where);
    }

    private boolean isRecipe(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.containsKey(RECIPE);
    }
}
