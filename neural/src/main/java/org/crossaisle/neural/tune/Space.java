package org.crossaisle.neural.tune;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.crossaisle.RecsException;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.io.settings.SettingsFile;
import org.crossaisle.model.Trainer;

/**
 * A search space: the settings of a recipe to search, each with its possible values.
 *
 * @param where where the space is defined, for messages
 */
public record Space(List<Axis> axes, String where) {
    private static final String USUAL = "usual-space.yaml";
    private static final Set<String> OF_TIMES = Set.of("features.times", "days");

    /** The number of consecutive points without a new trial after which the space counts as exhausted. */
    private static final int MOST_REPEATS = 1000;

    public Space {
        axes = List.copyOf(axes);
    }

    /**
     * A user-defined space: a YAML file of settings, each with a list of choices or with {@code {from, to, log}}.
     *
     * @throws RecsException if the file cannot be read, or names a setting that the recipe lacks or a value it rejects
     */
    public static Space read(Path file, Trainer trainer) {
        return new Space(SpaceReader.axes(SettingsFile.read(file), file.toString()), file.toString()).fittedTo(trainer);
    }

    /**
     * The default space for a recipe; empty for recipes without settings to search.
     *
     * @param times whether the shop's events have times
     */
    public static Space usual(Trainer trainer, boolean times) {
        Map<String, Object> settings = Recipes.describe(trainer);
        List<Axis> axes = SpaceReader.axes(SettingsFile.parse(defaultsText(), USUAL), USUAL).stream()
                .filter(axis -> has(settings, axis.name()))
                .filter(axis -> times || !OF_TIMES.contains(axis.name()))
                .toList();
        return new Space(axes, USUAL).fittedTo(trainer);
    }

    private static String defaultsText() {
        try (InputStream in = Objects.requireNonNull(Space.class.getResourceAsStream(USUAL), USUAL)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(Map<?, ?> settings, String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? settings.containsKey(name)
                : settings.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                        && has(inner, name.substring(dot + 1));
    }

    /** The same space without these settings. Names may omit the prefix before their dot. */
    public Space without(Collection<String> fixed) {
        return new Space(
                axes.stream()
                        .filter(axis -> fixed.stream().noneMatch(name -> isSame(axis.name(), name)))
                        .toList(),
                where);
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
    }

    public boolean isEmpty() {
        return axes.isEmpty();
    }

    /**
     * The same space, restricted to whole numbers where the recipe accepts no others; rejects values that the recipe
     * does not accept.
     */
    private Space fittedTo(Trainer trainer) {
        List<Axis> fitted = new ArrayList<>();
        for (Axis axis : axes) {
            axis.ends().forEach(value -> Recipes.with(trainer, Map.of(axis.name(), value), where));
            fitted.add(
                    axis instanceof Axis.Range range && !takes(trainer, range.name(), range.fraction())
                            ? new Axis.Range(range.name(), range.from(), range.to(), range.log(), true)
                            : axis);
        }
        return new Space(fitted, where);
    }

    private static boolean takes(Trainer trainer, String name, String value) {
        try {
            Recipes.with(trainer, Map.of(name, value));
            return true;
        } catch (RecsException e) {
            return false;
        }
    }

    /**
     * The trials: for each, the settings that differ from the recipe's own. The first has none; the others cover the
     * space evenly, whatever their number, without duplicates. The result depends only on the seed, and fewer trials
     * are a prefix of more.
     *
     * @param most maximum number of trials; fewer if the space has no more
     */
    public List<Map<String, String>> trials(Trainer trainer, int most, long seed) {
        Set<Map<String, String>> trials = new LinkedHashSet<>();
        trials.add(Map.of());
        Halton points = new Halton(axes.size(), seed);
        int repeats = 0;
        for (int index = 0; trials.size() < most && repeats < MOST_REPEATS; index++) {
            repeats = trials.add(changes(trainer, points.point(index))) ? 0 : repeats + 1;
        }
        return List.copyOf(trials);
    }

    private Map<String, String> changes(Trainer trainer, double... point) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (int at = 0; at < point.length; at++) {
            String name = axes.get(at).name();
            String value = axes.get(at).at(point[at]);
            if (!Recipes.with(trainer, Map.of(name, value), where).equals(trainer)) {
                changes.put(name, value);
            }
        }
        return changes;
    }

    /** Each setting with its values, as text. */
    public Map<String, String> inWords() {
        Map<String, String> words = new LinkedHashMap<>();
        axes.forEach(axis -> words.put(axis.name(), axis.toString()));
        return words;
    }
}
