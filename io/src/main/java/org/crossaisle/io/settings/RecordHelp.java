package org.crossaisle.io.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crossaisle.Help;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a record as lines of help, in the order of its components. Those of nested records follow, with dots,
 * as {@link RecordBinder} reads them.
 */
public final class RecordHelp {
    /**
     * One setting.
     *
     * @param key the key as written, such as "training.epochs"
     * @param value the value in the described record, as written
     * @param help what the setting does; empty if its component has no {@link Help}
     */
    public record Line(String key, String value, String help) {}

    private final String name;
    private final List<Line> lines = new ArrayList<>();

    private RecordHelp(String name) {
        this.name = name;
    }

    /**
     * The lines of a record.
     *
     * @param described the description from {@link RecordBinder#describe}
     * @param name the key that names a record within the description, such as "recipe"; it is left out at the top
     *     level, and a nested record that has it takes one line
     */
    public static List<Line> of(Record settings, Map<String, Object> described, String name) {
        RecordHelp help = new RecordHelp(name);
        help.add("", settings, described);
        return List.copyOf(help.lines);
    }

    private void add(String prefix, Record settings, Map<?, ?> described) {
        described.forEach((key, value) -> {
            Optional<RecordComponent> component = Arrays.stream(
                            settings.getClass().getRecordComponents())
                    .filter(each -> each.getName().equals(key))
                    .findFirst();
            if (value instanceof Map<?, ?> inner
                    && !inner.containsKey(name)
                    && component.isPresent()
                    && get(component.get(), settings) instanceof Record record) {
                add(prefix + key + ".", record, inner);
            } else if (!name.equals(key)) {
                String text = component.map(RecordHelp::help).orElse("Which kind. Its settings follow.");
                lines.add(new Line(prefix + key, written(value), text));
            }
        });
    }

    private static String help(RecordComponent component) {
        Help help = component.getAnnotation(Help.class);
        String text = help == null ? "" : help.value();
        return component.getType().isEnum() ? (text + " One of " + constants(component.getType()) + ".").strip() : text;
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    private String written(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::written).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Map<?, ?> map && map.get(name) != null) {
            return String.valueOf(map.get(name));
        }
        return String.valueOf(value);
    }

    private static Object get(RecordComponent component, Record settings) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(settings.getClass() + " must be a public record", e);
        }
    }
}
