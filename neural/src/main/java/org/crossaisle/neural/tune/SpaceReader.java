package org.crossaisle.neural.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.Nearest;
import org.crossaisle.RecsException;

/** A parser that turns the definitions of a space file into axes. */
final class SpaceReader {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String LOG = "log";
    private static final List<String> KEYS = List.of(FROM, TO, LOG);

    private SpaceReader() {}

    /**
     * The axes, in the order of the file. Nested settings are written with dots or as maps.
     *
     * @throws RecsException if a definition is neither a list of choices nor a range
     */
    static List<Axis> axes(Map<String, Object> written, String where) {
        List<Axis> axes = new ArrayList<>();
        add("", written, where, axes);
        return axes;
    }

    private static void add(String before, Map<?, ?> written, String where, List<Axis> axes) {
        written.forEach((key, value) -> {
            String name = before + key;
            if (value instanceof List<?> choices) {
                axes.add(choices(name, choices, where));
            } else if (value instanceof Map<?, ?> map && (map.containsKey(FROM) || map.containsKey(TO))) {
                axes.add(range(name, map, where));
            } else if (value instanceof Map<?, ?> map) {
                add(name + ".", map, where, axes);
            } else {
                throw invalid(where + ": " + name + " is " + value
                        + ", expected a list of choices, [64, 128], or a range, {from: 0.1, to: 0.6, log: true}");
            }
        });
    }

    private static Axis choices(String name, List<?> choices, String where) {
        if (choices.isEmpty() || choices.stream().anyMatch(choice -> choice == null || choice instanceof Map)) {
            throw invalid(where + ": " + name + " is " + choices + ", expected one or more plain values");
        }
        return new Axis.Choices(
                name, choices.stream().map(String::valueOf).distinct().toList());
    }

    private static Axis range(String name, Map<?, ?> written, String where) {
        Map<String, Object> range = new LinkedHashMap<>();
        written.forEach((key, value) -> range.put(String.valueOf(key), value));
        range.keySet().forEach(key -> {
            if (!KEYS.contains(key)) {
                throw invalid(where + ": " + name + " has no key " + key + ". Nearest: " + Nearest.to(key, KEYS)
                        + ". All: " + String.join(", ", KEYS));
            }
        });
        Object log = range.getOrDefault(LOG, false);
        if (!(log instanceof Boolean even)) {
            throw invalid(where + ": " + name + ".log is " + log + ", expected true or false");
        }
        try {
            return new Axis.Range(name, number(name, FROM, range, where), number(name, TO, range, where), even, false);
        } catch (IllegalArgumentException e) {
            throw new RecsException(RecsException.Code.SETTING_INVALID, where + ": " + e.getMessage(), e);
        }
    }

    /** YAML reads {@code 3e-4}, which has no decimal point, as a string. */
    private static double number(String name, String key, Map<String, Object> range, String where) {
        try {
            double number = Double.parseDouble(String.valueOf(range.get(key)));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw invalid(where + ": " + name + "." + key + " is " + range.get(key) + ", expected a number");
    }

    private static RecsException invalid(String message) {
        return new RecsException(RecsException.Code.SETTING_INVALID, message);
    }
}
