package org.crossaisle.io.format.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.crossaisle.Nearest;
import org.crossaisle.RecsException;
import org.jspecify.annotations.Nullable;

/** A map of a format file while it is read. Keys that nobody asked for are errors. For one thread. */
final class PlanNode {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String where;
    private final Set<String> known = new HashSet<>();

    PlanNode(Map<?, ?> values, String where) {
        values.forEach((key, value) -> this.values.put(String.valueOf(key), value));
        this.where = where;
    }

    private @Nullable Object take(String key) {
        known.add(key);
        return values.get(key);
    }

    String text(String key) {
        Object value = take(key);
        if (value instanceof Map || value instanceof List) {
            throw invalid(key, "a text");
        }
        return value == null ? "" : String.valueOf(value);
    }

    boolean flag(String key) {
        String text = text(key);
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            throw invalid(key, "true or false");
        }
        return text.equals("true");
    }

    /** A list of texts; a single text is a list of one. */
    List<String> texts(String key) {
        return texts(key, take(key));
    }

    private List<String> texts(String key, @Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Map) {
            throw invalid(key, "a text or a list");
        } else if (value instanceof List<?> list) {
            list.forEach(one -> texts.add(String.valueOf(one)));
        } else if (value != null) {
            texts.add(String.valueOf(value));
        }
        return texts;
    }

    SortedMap<String, List<String>> lists(String key) {
        SortedMap<String, List<String>> lists = new TreeMap<>();
        map(key).forEach((name, value) -> lists.put(String.valueOf(name), texts(key + "." + name, value)));
        return lists;
    }

    SortedMap<String, String> pairs(String key) {
        SortedMap<String, String> texts = new TreeMap<>();
        map(key).forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        return texts;
    }

    private Map<?, ?> map(String key) {
        Object value = take(key);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw invalid(key, "keys and values");
    }

    /** A nested map as a value; an absent one is {@code otherwise}. */
    <T> T nested(String key, T otherwise, Function<PlanNode, T> read) {
        if (take(key) == null) {
            return otherwise;
        }
        return new PlanNode(map(key), where + ": " + key).as(read);
    }

    <T> List<T> each(String key, Function<PlanNode, T> read) {
        Object value = take(key);
        List<T> all = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object one : list) {
                if (!(one instanceof Map<?, ?> map)) {
                    throw invalid(key, "a list of keys and values");
                }
                all.add(new PlanNode(map, where + ": " + key + " " + (all.size() + 1)).as(read));
            }
        } else if (value != null) {
            throw invalid(key, "a list");
        }
        return all;
    }

    /** The value that {@code read} makes of this map, all of whose keys it must read. */
    <T> T as(Function<PlanNode, T> read) {
        T result;
        try {
            result = read.apply(this);
        } catch (IllegalArgumentException e) {
            requireKnown(); // a misspelled key is why another one is missing
            throw new RecsException(RecsException.Code.SETTING_INVALID, where + ": " + e.getMessage(), e);
        }
        requireKnown();
        return result;
    }

    private void requireKnown() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                List<String> names = known.stream().sorted().toList();
                throw new RecsException(
                        RecsException.Code.SETTING_INVALID,
                        where + ": there is no key " + key + ". Nearest: " + Nearest.to(key, names));
            }
        }
    }

    private RecsException invalid(String key, String expected) {
        return new RecsException(
                RecsException.Code.SETTING_INVALID,
                where + ": " + key + " is " + values.get(key) + "; expected " + expected);
    }
}
