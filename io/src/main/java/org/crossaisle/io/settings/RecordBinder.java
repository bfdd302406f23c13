package org.crossaisle.io.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crossaisle.Nearest;
import org.crossaisle.RecsException;
import org.jspecify.annotations.Nullable;

/**
 * Binds written settings to a record, and writes a record back. The keys are the record's components. A missing key
 * keeps its default; an unknown key is an error that names the nearest known one.
 *
 * <p>A component that is a record itself is written as a map, or with dots, {@code training.epochs}; if only one of the
 * inner records has a component of that name, the name alone is enough, {@code epochs}.
 *
 * @param <N> a type of component with its own text form, such as a trainer within a trainer
 */
public final class RecordBinder<N> {
    private final Class<N> nested;
    private final BiFunction<Object, String, N> read;
    private final Function<N, Object> write;
    private final Map<Class<?>, SettingChoice> choices;

    /**
     * Creates a binder for records that may hold components of one further type.
     *
     * @param nested that type
     * @param read reads one from the written value and its location, such as "best.yaml: parts"
     * @param write the reverse
     */
    public RecordBinder(Class<N> nested, BiFunction<Object, String, N> read, Function<N, Object> write) {
        this(nested, read, write, Map.of());
    }

    private RecordBinder(
            Class<N> nested,
            BiFunction<Object, String, N> read,
            Function<N, Object> write,
            Map<Class<?>, SettingChoice> choices) {
        this.nested = nested;
        this.read = read;
        this.write = write;
        this.choices = choices;
    }

    /** A binder like this one, for which a component of type {@code kind} is one of several records, chosen by name. */
    public RecordBinder<N> withChoice(Class<?> kind, SettingChoice choice) {
        Map<Class<?>, SettingChoice> more = new HashMap<>(choices);
        more.put(kind, choice);
        return new RecordBinder<>(nested, read, write, more);
    }

    /**
     * The defaults, overridden by the written values.
     *
     * @param values by component name; texts are parsed as the type of the component
     * @param where they come from, for messages: "best.yaml", "--set"
     * @throws RecsException when a key is unknown or a value is not valid for its component
     */
    public <R extends Record> R bind(R defaults, Map<String, Object> values, String where) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Map<String, Object> own = placed(defaults, components, values, where);
        @Nullable Object[] arguments = new Object[components.length];
        for (int at = 0; at < components.length; at++) {
            RecordComponent component = components[at];
            Object before = get(component, defaults);
            arguments[at] = !own.containsKey(component.getName())
                    ? before
                    : before instanceof Record inner && !nested.isInstance(before)
                            ? inner(component, inner, own.get(component.getName()), where)
                            : value(component, own.get(component.getName()), where);
        }
        return make(defaults, components, arguments, where);
    }

    /** The written values by component: keys with dots and keys of inner records are moved into nested maps. */
    private Map<String, Object> placed(
            Record defaults, RecordComponent[] components, Map<String, Object> values, String where) {
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        Map<String, Object> own = new LinkedHashMap<>();
        Map<String, Map<String, Object>> inner = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            int dot = key.indexOf('.');
            String outer = dot < 0 ? key : key.substring(0, dot);
            if (dot >= 0 && names.contains(outer)) {
                inner.computeIfAbsent(outer, none -> new LinkedHashMap<>()).put(key.substring(dot + 1), value);
            } else if (names.contains(key)) {
                own.put(key, value);
            } else {
                List<String> holders = Arrays.stream(components)
                        .filter(component -> holds(get(component, defaults), key))
                        .map(RecordComponent::getName)
                        .toList();
                if (holders.size() != 1) {
                    throw unknown(key, holders, keys(defaults), where);
                }
                inner.computeIfAbsent(holders.get(0), none -> new LinkedHashMap<>())
                        .put(key, value);
            }
        });
        inner.forEach((name, moved) -> {
            Map<String, Object> all = new LinkedHashMap<>();
            if (own.get(name) instanceof Map<?, ?> written) {
                written.forEach((key, value) -> all.put(String.valueOf(key), value));
            } else if (own.get(name) != null) {
                throw invalid(where + ": " + name + " is " + own.get(name) + " and has settings as well");
            }
            all.putAll(moved);
            own.put(name, all);
        });
        return own;
    }

    private boolean holds(Object value, String key) {
        return value instanceof Record inner
                && !nested.isInstance(value)
                && Arrays.stream(inner.getClass().getRecordComponents())
                        .anyMatch(component -> component.getName().equals(key));
    }

    /** All valid keys: the components, and those of inner records with dots. */
    private List<String> keys(Record defaults) {
        List<String> keys = new ArrayList<>();
        for (RecordComponent component : defaults.getClass().getRecordComponents()) {
            Object value = get(component, defaults);
            if (value instanceof Record inner && !nested.isInstance(value)) {
                keys(inner).forEach(key -> keys.add(component.getName() + "." + key));
            } else {
                keys.add(component.getName());
            }
        }
        return keys;
    }

    private static RecsException unknown(String key, List<String> holders, List<String> keys, String where) {
        if (holders.size() > 1) {
            return invalid(where + ": " + key + " is a setting of "
                    + holders.stream().map(holder -> holder + "." + key).collect(Collectors.joining(" and of "))
                    + "; say which");
        }
        return invalid(where + ": there is no setting " + key
                + (keys.isEmpty()
                        ? "; there are none"
                        : ". Nearest: " + nearest(key, keys) + ". All: " + String.join(", ", keys)));
    }

    /** The nearest valid key. Keys are compared without the prefix before the dot, unless one was written. */
    private static String nearest(String key, List<String> keys) {
        if (key.indexOf('.') >= 0) {
            return Nearest.to(key, keys);
        }
        Map<String, String> byName = new LinkedHashMap<>();
        keys.forEach(each -> byName.putIfAbsent(each.substring(each.lastIndexOf('.') + 1), each));
        String name = Nearest.to(key, List.copyOf(byName.keySet()));
        return byName.getOrDefault(name, name);
    }

    private Record inner(RecordComponent component, Record before, @Nullable Object written, String where) {
        SettingChoice choice = choices.get(component.getType());
        if (written instanceof Map<?, ?> map) {
            Map<String, Object> settings = new LinkedHashMap<>();
            map.forEach((key, value) -> settings.put(String.valueOf(key), value));
            Record defaults = before;
            if (choice != null && settings.containsKey(choice.key())) {
                Record named = choice.of(String.valueOf(settings.remove(choice.key())), where);
                defaults = named.getClass() == before.getClass() ? before : named;
            }
            return bind(defaults, settings, where);
        }
        if (choice != null && written instanceof String name) {
            return choice.of(name, where);
        }
        throw invalid(where + ": " + component.getName() + " is " + written + ", expected its settings: "
                + String.join(", ", keys(before)));
    }

    @SuppressWarnings("unchecked") // the canonical constructor of R returns an R
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
            throw new IllegalStateException("the settings of " + defaults.getClass() + " cannot be constructed", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(defaults.getClass() + " must be a public record", e);
        }
    }

    private Object value(RecordComponent component, @Nullable Object written, String where) {
        try {
            return value(component.getGenericType(), written, where + ": " + component.getName());
        } catch (IllegalArgumentException e) {
            String type = component.getGenericType() instanceof Class<?> plain
                    ? plain.getSimpleName().toLowerCase(Locale.ROOT)
                    : "list";
            String choices = component.getType().isEnum()
                    ? ", one of " + Arrays.toString(component.getType().getEnumConstants())
                    : "";
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    where + ": " + component.getName() + " is " + written + ", expected a value of type " + type
                            + choices,
                    e);
        }
    }

    private Object value(Type type, @Nullable Object written, String where) {
        if (written == null) {
            throw new IllegalArgumentException("the value is empty");
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            if (!(written instanceof List<?> elements)) {
                throw new IllegalArgumentException("not a list");
            }
            List<Object> values = new ArrayList<>();
            elements.forEach(element -> values.add(value(list.getActualTypeArguments()[0], element, where)));
            return values;
        }
        String text = String.valueOf(written);
        if (type == nested) {
            return read.apply(written, where);
        } else if (type == int.class || type == Integer.class) {
            return Integer.parseInt(text);
        } else if (type == long.class || type == Long.class) {
            return Long.parseLong(text);
        } else if (type == double.class || type == Double.class) {
            return Double.parseDouble(text);
        } else if (type == boolean.class || type == Boolean.class) {
            return bool(text);
        } else if (type == String.class) {
            return text;
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            return constant(constants, text);
        }
        throw new IllegalStateException("settings of type " + type + " are not supported");
    }

    private static boolean bool(String text) {
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
        throw new IllegalArgumentException("not one of the constants");
    }

    /** Every setting of a record by name, in the order of its components, as {@link #bind} reads them. */
    public Map<String, Object> describe(Record settings) {
        Map<String, Object> described = new LinkedHashMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            Object value = get(component, settings);
            described.put(
                    component.getName(),
                    value instanceof Record inner && !nested.isInstance(value)
                            ? described(component, inner)
                            : described(value));
        }
        return described;
    }

    private Map<String, Object> described(RecordComponent component, Record inner) {
        Map<String, Object> described = new LinkedHashMap<>();
        SettingChoice choice = choices.get(component.getType());
        if (choice != null) {
            described.put(choice.key(), choice.nameOf(inner).orElseThrow());
        }
        described.putAll(describe(inner));
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
