package org.crossaisle.io.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossaisle.RecsException;
import org.crossaisle.io.shop.TableFindings;

/**
 * Reads a column of categories in any layout: one path or several, as text or as a list. What separates levels and
 * paths, and whether a list is one path or several categories, is judged once for the column. Immutable after it was
 * judged.
 */
public final class CategoryColumn {
    /** Separators of levels that hardly ever are part of a name. */
    private static final List<String> CERTAIN_LEVELS = List.of("->", ">", "»", "›", "::", "\\");

    private static final List<String> PATHS = List.of("|", "\n", ";", ",");
    private static final Set<String> CERTAIN_PATHS = Set.of("|");
    private static final Pattern CODE = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)*");
    private static final Set<String> ROOTS = Set.of(
            "default category",
            "root catalog",
            "root category",
            "root",
            "all",
            "all categories",
            "all products",
            "catalog",
            "catalogue",
            "shop",
            "products");

    private final String file;
    private final String column;
    private final CategoryLayout layout;
    private final Predicate<String> known;
    private final List<String> notes = new ArrayList<>();
    private String levels = "";
    private String paths = "";
    private ListMeaning meaning = ListMeaning.SET;
    private String root = "";

    private CategoryColumn(String file, String column, CategoryLayout layout, Predicate<String> known) {
        this.file = file;
        this.column = column;
        this.layout = layout;
        this.known = known;
    }

    /**
     * Judges a column.
     *
     * @param cells the values of each field; one value unless the field is a list
     * @param known true for the id of a category in the shop's table of categories
     * @throws RecsException INPUT_UNREADABLE when the fields can be read in several ways
     */
    public static CategoryColumn judge(
            String file, String column, List<List<String>> cells, CategoryLayout layout, Predicate<String> known) {
        CategoryColumn judged = new CategoryColumn(file, column, layout, known);
        List<List<String>> distinct =
                cells.stream().filter(cell -> !cell.isEmpty()).distinct().toList();
        List<String> values = distinct.stream().flatMap(List::stream).distinct().toList();
        judged.levels =
                layout.categorySeparator().isEmpty() ? judged.levelSeparator(values) : layout.categorySeparator();
        boolean lists = distinct.stream().anyMatch(cell -> cell.size() > 1);
        judged.paths = layout.pathSeparator().equals(CategoryLayout.NONE)
                ? ""
                : !layout.pathSeparator().isEmpty() ? layout.pathSeparator() : judged.pathSeparator(values, lists);
        judged.meaning = judged.meaning(distinct);
        judged.root = judged.commonRoot(distinct);
        return judged;
    }

    // Levels

    private String levelSeparator(List<String> values) {
        for (String candidate : CERTAIN_LEVELS) {
            Optional<String> example =
                    values.stream().filter(each -> each.contains(candidate)).findFirst();
            if (example.isPresent()) {
                if (!candidate.equals(">")) {
                    note("the levels of a path are separated by " + candidate + ", as in " + quote(example.get()));
                }
                return candidate;
            }
        }
        List<String> slashed =
                pieces(values).filter(each -> each.contains("/")).distinct().toList();
        if (!slashed.isEmpty()) {
            if (isHierarchy(pieces(values).distinct().toList(), "/")) {
                note("the levels of a path are separated by /, as in " + quote(slashed.get(0)));
                return "/";
            }
            note("/ is part of names, as in " + quote(slashed.get(0))
                    + "; --category-separator / makes levels of them");
        }
        List<String> codes =
                values.stream().filter(each -> CODE.matcher(each).matches()).toList();
        List<String> dotted = codes.stream().filter(each -> each.contains(".")).toList();
        if (dotted.size() * 2 > values.size() && codes.size() >= 0.9 * values.size()) {
            if (isHierarchy(codes, "\\.")) {
                note("the levels of a path are separated by a point, as in " + quote(dotted.get(0)));
                return ".";
            }
            note("points are part of names, as in " + quote(dotted.get(0))
                    + "; --category-separator . makes levels of them");
        }
        return "";
    }

    /** The values, split at what may stand between paths. */
    private static Stream<String> pieces(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split("[|;,\\n]", -1)))
                .map(String::strip);
    }

    /** True when most first levels lead to several second ones, as in a tree. */
    private static boolean isHierarchy(List<String> values, String separator) {
        List<List<String>> split = values.stream()
                .map(value -> Arrays.asList(value.split(separator, -1)))
                .toList();
        List<List<String>> deep = split.stream().filter(each -> each.size() > 1).toList();
        Set<String> shared = new HashSet<>();
        Set<String> firsts = new HashSet<>();
        split.forEach(each -> {
            if (!firsts.add(each.get(0))) {
                shared.add(each.get(0));
            }
        });
        long inTree = deep.stream().filter(each -> shared.contains(each.get(0))).count();
        return inTree * 2 > deep.size();
    }

    // Paths

    private String pathSeparator(List<String> values, boolean lists) {
        for (String candidate : PATHS) {
            if (lists && !candidate.equals("|")) {
                break; // the list separates them
            }
            List<String> split = values.stream()
                    .filter(each -> each.contains(candidate) && !candidate.equals(levels))
                    .toList();
            if (split.isEmpty()) {
                continue;
            }
            if (CERTAIN_PATHS.contains(candidate)) {
                note("several categories of an item are separated by " + shown(candidate) + ", as in "
                        + quote(split.get(0)));
                return candidate;
            }
            SeparatorEvidence evidence = new SeparatorEvidence(values, candidate, levels, known);
            long supported = split.stream().filter(evidence::supports).count();
            if (supported * 2 > split.size()) {
                note("several categories of an item are separated by " + shown(candidate) + ", as in "
                        + quote(split.get(0)));
                return candidate;
            }
            if (supported > 0) {
                String example = split.get(0);
                throw new RecsException(
                        RecsException.Code.INPUT_UNREADABLE,
                        file + ": the categories of column " + column + " can be read in two ways: " + quote(example)
                                + " is one category, or several: "
                                + String.join(
                                        " and ",
                                        splitAt(example, candidate).stream()
                                                .map(CategoryColumn::quote)
                                                .toList())
                                + ". Say which with --path-separator \"" + candidate + "\" or --path-separator none.");
            }
            note(shown(candidate) + " is part of names, as in " + quote(split.get(0)) + "; --path-separator \""
                    + candidate + "\" makes several categories of them");
        }
        return "";
    }

    // Lists

    /** What a field of several names without levels is. */
    private ListMeaning meaning(List<List<String>> cells) {
        List<List<String>> split = cells.stream().map(this::parts).toList();
        List<List<String>> several =
                split.stream().filter(each -> each.size() > 1).toList();
        boolean hasPaths =
                !levels.isEmpty() && several.stream().flatMap(List::stream).anyMatch(part -> part.contains(levels));
        if (several.isEmpty() || hasPaths) {
            return ListMeaning.SET;
        }
        if (layout.categoriesAre().isPresent()) {
            return layout.categoriesAre().get();
        }
        List<String> example = several.get(0);
        if (several.stream().allMatch(each -> each.stream().allMatch(known))) {
            return ListMeaning.SET; // ids of the category table, which has the paths
        }
        Optional<ListMeaning> judged = new ListEvidence(split).meaning();
        if (judged.isEmpty()) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE,
                    file + ": a list of categories in column " + column + " can be read in two ways: " + example
                            + " is the path " + String.join(">", example) + ", or " + example.size()
                            + " categories. Say which with --categories-are path or set.");
        }
        note("a list such as " + example + (judged.get() == ListMeaning.SET ? " is several categories" : " is one path")
                + "; --categories-are path or set says otherwise");
        return judged.get();
    }

    /** The root that every path has and that stands for the whole shop, empty when there is none. */
    private String commonRoot(List<List<String>> cells) {
        List<List<String>> all =
                cells.stream().flatMap(cell -> split(cell).stream()).toList();
        if (all.isEmpty() || all.stream().noneMatch(path -> path.size() > 1)) {
            return "";
        }
        String first = all.get(0).get(0);
        boolean isRoot = ROOTS.contains(first.toLowerCase(Locale.ROOT))
                && all.stream().allMatch(path -> path.get(0).equals(first));
        if (isRoot) {
            note("the root " + quote(first) + " of every path is left out");
        }
        return isRoot ? first : "";
    }

    // Reading

    /**
     * The paths of a field, each from the department down; a level may be blank. A path that another one continues is
     * left out.
     */
    public List<List<String>> read(List<String> cell) {
        List<List<String>> found = new ArrayList<>();
        for (List<String> path : split(cell)) {
            List<String> below = !root.isEmpty() && path.get(0).equals(root) ? path.subList(1, path.size()) : path;
            if (!below.isEmpty()) {
                found.add(below);
            }
        }
        if (found.size() < 2) {
            return found;
        }
        return found.stream()
                .filter(path -> found.stream()
                        .noneMatch(other -> other.size() > path.size()
                                && other.subList(0, path.size()).equals(path)))
                .distinct()
                .toList();
    }

    private List<List<String>> split(List<String> cell) {
        List<String> parts = parts(cell);
        if (parts.size() > 1 && meaning == ListMeaning.PATH) {
            return List.of(parts);
        }
        return parts.stream()
                .map(part -> levels.isEmpty() ? List.of(part) : splitAt(part, levels))
                .toList();
    }

    private List<String> parts(List<String> cell) {
        List<String> parts = new ArrayList<>();
        for (String value : cell) {
            for (String part : paths.isEmpty() ? List.of(value.strip()) : splitAt(value, paths)) {
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    static List<String> splitAt(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at).strip());
            from = at + separator.length();
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    private static String quote(String value) {
        return TableFindings.quote(value);
    }

    private static String shown(String separator) {
        return separator.equals(",") ? "a comma" : separator.equals("\n") ? "a line end" : separator;
    }

    private void note(String text) {
        notes.add("column " + column + ": " + text);
    }

    /** What was judged. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
