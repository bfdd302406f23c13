package org.crossaisle.io.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.crossaisle.RecsException;
import org.crossaisle.io.table.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Binds what people wrote to a record of settings and back. The keys are the record's components; what is not written keeps
 * the value of the defaults; a key nobody knows is an error that names the nearest.
 *
 * @param <N> a kind of component that stands for itself, such as a trainer within a trainer
 */
public final class RecordBinder<N> {
    private final Class<N> nested;
    private final Function<Object, N> read;
    private final Function<N, Object> write;

    /**
     * A binder for records that may hold components of one further kind.
     *
     * @param nested that kind
     * @param read makes one from what was written
     * @param write the reverse
     */
    public RecordBinder(Class<N> nested, Function<Object, N> read, Function<N, Object> write) {
        this.nested = nested;
        this.read = read;
        this.write = write;
    }

    /**
     * The defaults with what was written in its place.
     *
     * @param values by component name; texts are understood as whatever the component is
     * @param where they come from, for messages: "best.yaml", "--set"
     * @throws RecsException when a key is unknown or a value is not one the component can have
     */
    public <R extends Record> R bind(R defaults, Map<String, Object> values, String where) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        for (String key : values.keySet()) {
            if (!names.contains(key)) {
                throw invalid(where + ": there is no setting " + key
                        + (names.isEmpty() ? "; there are none" : ". Nearest: " + Nearest.to(key, names))
                        + (names.isEmpty() ? "" : ". All: " + String.join(", ", names)));
            }
        }
        @Nullable Object[] arguments = new Object[components.length];
        for (int at = 0; at < components.length; at++) {
            RecordComponent component = components[at];
            arguments[at] = values.containsKey(component.getName())
                    ? value(component, values.get(component.getName()), where)
                    : get(component, defaults);
        }
        return make(defaults, components, arguments, where);
    }

    @SuppressWarnings("unchecked") // the canonical constructor of R makes an R
    private static <R extends Record> R make(
            R defaults, RecordComponent[] components, @Nullable Object[] arguments, String where) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = defaults.getClass().getDeclaredConstructor(types);
            return (R) constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new RecsException(
                        RecsException.Code.SETTING_INVALID, where + ": " + refused.getMessage(), refused);
            }
            throw new IllegalStateException("the settings of " + defaults.getClass() + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(defaults.getClass() + " must be a public record", e);
        }
    }

    private Object value(RecordComponent component, @Nullable Object written, String where) {
        try {
            return value(component.getGenericType(), written);
        } catch (IllegalArgumentException e) {
            String type = component.getGenericType() instanceof Class<?> plain
                    ? plain.getSimpleName().toLowerCase(Locale.ROOT)
                    : "list";
            String choices = component.getType().isEnum()
                    ? ", one of " + Arrays.toString(component.getType().getEnumConstants())
                    : "";
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    where + ": " + component.getName() + " is " + written + ", needed is a value of type " + type
                            + choices,
                    e);
        }
    }

    private Object value(Type type, @Nullable Object written) {
        if (written == null) {
            throw new IllegalArgumentException("nothing is written");
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            if (!(written instanceof List<?> elements)) {
                throw new IllegalArgumentException("no list");
            }
            List<Object> values = new ArrayList<>();
            elements.forEach(element -> values.add(value(list.getActualTypeArguments()[0], element)));
            return values;
        }
        String text = String.valueOf(written);
        if (type == nested) {
            return read.apply(written);
        } else if (type == int.class || type == Integer.class) {
            return Integer.parseInt(text);
        } else if (type == long.class || type == Long.class) {
            return Long.parseLong(text);
        } else if (type == double.class || type == Double.class) {
            return Double.parseDouble(text);
        } else if (type == boolean.class || type == Boolean.class) {
            return truth(text);
        } else if (type == String.class) {
            return text;
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            return constant(constants, text);
        }
        throw new IllegalStateException("settings of type " + type + " are not bound");
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return text.equals("true");
    }

    private static Object constant(Class<?> constants, String text) {
        String plain = text.replace('-', '_').toUpperCase(Locale.ROOT);
        for (Object constant : constants.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(plain)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no such constant");
    }

    /** Every setting of a record by name, in the order of its components, as {@link #bind} reads them. */
    public Map<String, Object> describe(Record settings) {
        Map<String, Object> described = new LinkedHashMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            described.put(component.getName(), described(get(component, settings)));
        }
        return described;
    }

    private Object described(Object value) {
        if (value instanceof List<?> elements) {
            List<Object> all = new ArrayList<>();
            elements.forEach(element -> all.add(described(element)));
            return all;
        } else if (nested.isInstance(value)) {
            return write.apply(nested.cast(value));
        } else if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return value;
    }

    /** Nested settings as one level of keys joined by dots, for a provenance. */
    public static Map<String, String> flatten(Map<String, ?> nested) {
        Map<String, String> flat = new TreeMap<>();
        nested.forEach((key, value) -> flatten(key, value, flat));
        return flat;
    }

    private static void flatten(String key, @Nullable Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((inner, one) -> flatten(key + "." + inner, one, flat));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int at = 0; at < list.size(); at++) {
                flatten(key + "." + at, list.get(at), flat);
            }
        } else {
            flat.put(key, String.valueOf(value));
        }
    }

    private static Object get(RecordComponent component, Record settings) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(settings.getClass() + " must be a public record", e);
        }
    }

    private static RecsException invalid(String message) {
        return new RecsException(RecsException.Code.SETTING_INVALID, message);
    }
}
