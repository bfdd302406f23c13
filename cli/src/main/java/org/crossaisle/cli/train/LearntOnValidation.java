package org.crossaisle.cli.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.crossaisle.io.settings.RecordBinder;

/**
 * The kinds of settings that a recipe learnt from validation targets. Metrics on the same targets are then optimistic,
 * most of all for trees.
 *
 * @param names names of the kinds of settings, such as "trees"
 */
record LearntOnValidation(List<String> names) {
    /** Descriptions of what is learnt, by setting name. Model selection changes no other settings. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("weights", "weights");
        KINDS.put("trees", "trees");
        KINDS.put("epochs", "the number of epochs");
        KINDS.put("temperature", "a temperature");
        KINDS.put("pull", "how far categories move items");
        KINDS.put("chosen", "weights");
        KINDS.put("departments", "which departments have a model of their own");
    }

    LearntOnValidation {
        names = List.copyOf(names);
    }

    /**
     * Compares a recipe as requested with the recipe after selection.
     *
     * @param asked all settings as requested, nested
     * @param settled the same, with what was learnt
     */
    public static LearntOnValidation of(Map<String, Object> asked, Map<String, Object> settled) {
        Map<String, String> before = RecordBinder.flatten(asked);
        Map<String, String> after = RecordBinder.flatten(settled);
        TreeSet<String> changed = new TreeSet<>();
        after.forEach((name, value) -> {
            if (!Objects.equals(before.get(name), value) && !value.isEmpty() && !value.equals("[]")) {
                changed.add(name);
            }
        });
        return new LearntOnValidation(KINDS.entrySet().stream()
                .filter(kind -> changed.stream().anyMatch(name -> isOf(kind.getKey(), name)))
                .map(Map.Entry::getValue)
                .distinct()
                .toList());
    }

    /** Whether a setting has that name, at any level. */
    private static boolean isOf(String kind, String name) {
        return List.of(name.split("\\.")).contains(kind);
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
