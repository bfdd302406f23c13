package org.crossaisle.io.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossaisle.Bounds;
import org.crossaisle.Nearest;
import org.crossaisle.PublicApi;
import org.crossaisle.Setting;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.CategoryTree;
import org.crossaisle.recommend.crossing.CategoryFilter;
import org.crossaisle.recommend.crossing.CrossShare;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.crossing.Scope;
import org.crossaisle.recommend.rerank.Rerankers;

/**
 * The text form of a {@link Crossing}, as used on the command line, in requests and in the defaults of a shop: texts by
 * name, with the same meaning everywhere. A setting that is not named leaves the list as the scores order it.
 *
 * @param texts by name, each one of {@link #NAMES}
 */
@PublicApi
public record CrossingText(Map<String, String> texts) {
    /** No settings. */
    public static final CrossingText NONE = new CrossingText(Map.of());

    /** All names. */
    public static final List<String> NAMES =
            ListSettings.ALL.stream().map(Setting::name).toList();

    /** The text that cancels a default of the shop. */
    private static final String NOTHING = "none";

    public CrossingText {
        texts = Map.copyOf(texts);
        for (String name : texts.keySet()) {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "there is no setting " + name + "; nearest: " + Nearest.to(name, NAMES));
            }
        }
    }

    /**
     * These settings, with the shop's defaults for the rest. A requested scope cancels a default share, and a requested
     * share cancels a default scope, since the two cannot be combined.
     */
    public CrossingText over(CrossingText settled) {
        Map<String, String> merged = new LinkedHashMap<>(settled.texts);
        if (texts.containsKey(ListSettings.SCOPE)
                && !texts.get(ListSettings.SCOPE).equals(Scope.ANY.text())) {
            merged.remove(ListSettings.CROSS_SHARE);
        }
        if (texts.containsKey(ListSettings.CROSS_SHARE)
                && !texts.get(ListSettings.CROSS_SHARE).equals(NOTHING)) {
            merged.remove(ListSettings.SCOPE);
        }
        merged.putAll(texts);
        return new CrossingText(merged);
    }

    /**
     * Reads the texts for a shop.
     *
     * @param defaultLevel the level if none is requested
     * @param levels number of levels
     * @throws IllegalArgumentException when a text cannot be read, names something that is not in the catalog, or
     *     conflicts with another text
     */
    public Crossing read(Catalog catalog, int defaultLevel, int levels) {
        int level = text(ListSettings.LEVEL).map(text -> level(text, levels)).orElse(defaultLevel);
        return new Crossing(
                text(ListSettings.SCOPE).map(CrossingText::scope).orElse(Scope.ANY),
                text(ListSettings.CROSS_SHARE).map(CrossingText::share).orElse(new CrossShare.AsScored()),
                level,
                text(ListSettings.BASKET).map(text -> items(text, catalog)).orElse(List.of()),
                new CategoryFilter(
                        text(ListSettings.CATEGORIES)
                                .map(text -> paths(ListSettings.CATEGORIES, text, catalog.categories()))
                                .orElse(List.of()),
                        text(ListSettings.EXCLUDE_CATEGORIES)
                                .map(text -> paths(ListSettings.EXCLUDE_CATEGORIES, text, catalog.categories()))
                                .orElse(List.of())),
                text(ListSettings.DIVERSITY).map(Rerankers.installed()::read).orElse(List.of()),
                text(ListSettings.WINDOW).map(text -> WindowText.read(text, level)));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name)).filter(text -> !text.equals(NOTHING));
    }

    private static Scope scope(String text) {
        return Stream.of(Scope.values())
                .filter(scope -> scope.text().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scope is " + quoted(text) + ", must be one of "
                        + Stream.of(Scope.values()).map(Scope::text).collect(Collectors.joining(", "))));
    }

    private static CrossShare share(String text) {
        if (text.equals("calibrated")) {
            return new CrossShare.Calibrated();
        }
        double share;
        try {
            share = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "crossShare is " + quoted(text) + ", must be a number in [0, 1], calibrated or none", e);
        }
        Bounds.share("crossShare", share);
        return new CrossShare.Fixed(share);
    }

    private static int level(String text, int levels) {
        String bounds = "must be a whole number in [0, " + (levels - 1) + "]";
        int level;
        try {
            level = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("level is " + quoted(text) + ", " + bounds, e);
        }
        if (level < 0 || level >= levels) {
            throw new IllegalArgumentException("level is " + level + ", " + bounds);
        }
        return level;
    }

    private static List<Integer> items(String text, Catalog catalog) {
        return KnownNames.of(
                        text,
                        id -> catalog.number(id).isPresent(),
                        id -> "basket: the catalog has no item " + quoted(id))
                .stream()
                .map(id -> catalog.number(id).orElseThrow())
                .distinct()
                .toList();
    }

    private static List<CategoryPath> paths(String name, String text, CategoryTree tree) {
        return KnownNames.of(
                        text,
                        path -> isKnown(path, tree),
                        path -> name + ": the catalog has no category " + quoted(path) + "; nearest: "
                                + nearest(path, tree))
                .stream()
                .map(CategoryPath::parse)
                .toList();
    }

    private static boolean isKnown(String path, CategoryTree tree) {
        return !path.isBlank()
                && Stream.of(path.split(">", -1)).noneMatch(String::isBlank)
                && tree.number(CategoryPath.parse(path)).isPresent();
    }

    private static String nearest(String path, CategoryTree tree) {
        List<String> all = new ArrayList<>();
        for (int category = 0; category < tree.size(); category++) {
            all.add(tree.path(category).toString());
        }
        return quoted(Nearest.to(path, all));
    }

    /** A value as a message shows it: quoted and truncated. */
    static String quoted(String value) {
        int most = 80;
        return '"' + (value.length() > most ? value.substring(0, most) + "..." : value) + '"';
    }
}
