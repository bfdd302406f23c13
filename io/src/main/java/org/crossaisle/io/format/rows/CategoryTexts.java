package org.crossaisle.io.format.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossaisle.io.format.plan.CategoryPlan;
import org.crossaisle.io.format.plan.ColumnExpression;
import org.crossaisle.io.format.plan.TablePlan;

/** The category paths of a row as our tables write them, {@code Beauty>Makeup>Nails}. */
final class CategoryTexts {
    private final CategoryPlan plan;
    private final List<ColumnExpression> from;
    private final Pattern separators;

    CategoryTexts(CategoryPlan plan) {
        this.plan = plan;
        from = plan.from().stream().map(ColumnExpression::new).toList();
        separators = Pattern.compile(
                "(?<!\\\\)(?:" + plan.paths().stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")");
    }

    /** The paths, the main one first. A path that another one continues is left out. */
    List<String> of(RowFields fields) {
        if (plan.layout() == CategoryPlan.Layout.LEVELS) {
            return ofLevels(fields);
        }
        if (plan.layout() == CategoryPlan.Layout.FLAGS) {
            return plan.from().stream()
                    .filter(column -> fields.text(column).equals("1"))
                    .map(CategoryTexts::plain)
                    .toList();
        }
        for (ColumnExpression expression : from) {
            List<String> found = values(expression, fields);
            if (!found.isEmpty()) {
                return plan.layout() == CategoryPlan.Layout.IDS ? found : ofPaths(found);
            }
        }
        return List.of();
    }

    /** The values of a field: those of a list, or the parts of a text. */
    private List<String> values(ColumnExpression expression, RowFields fields) {
        List<String> listed = expression.isColumn() ? fields.values(expression.toString()) : List.of();
        if (listed.size() > 1) {
            return listed;
        }
        List<String> values = new ArrayList<>();
        String text = expression.value(fields::text);
        for (String value : plan.paths().isEmpty() ? new String[] {text} : separators.split(text)) {
            if (!value.isBlank()) {
                values.add(value.replace("\\,", ",").strip());
            }
        }
        return values;
    }

    private List<String> ofPaths(List<String> texts) {
        Set<List<String>> paths = new LinkedHashSet<>();
        for (String text : texts) {
            List<String> levels = new ArrayList<>();
            for (String level : plan.levels().isEmpty()
                    ? List.of(text)
                    : List.of(text.split(Pattern.quote(plan.levels().strip())))) {
                if (!level.isBlank()) {
                    levels.add(plain(level));
                }
            }
            boolean root = plan.root().equals(TablePlan.ANY)
                    || !levels.isEmpty() && levels.get(0).equals(plan.root());
            if (root && !levels.isEmpty()) {
                levels.remove(0);
            }
            if (!levels.isEmpty()) {
                paths.add(levels);
            }
        }
        return written(paths);
    }

    /** The first value of each level makes the main path; each further value one that ends at its level. */
    private List<String> ofLevels(RowFields fields) {
        List<String> main = new ArrayList<>();
        Set<List<String>> paths = new LinkedHashSet<>();
        Set<List<String>> others = new LinkedHashSet<>();
        for (ColumnExpression expression : from) {
            List<String> values = values(expression, fields);
            if (values.isEmpty()) {
                break;
            }
            for (String other : values.subList(1, values.size())) {
                List<String> path = new ArrayList<>(main);
                path.add(plain(other));
                others.add(path);
            }
            main.add(plain(values.get(0)));
        }
        if (!main.isEmpty()) {
            paths.add(main);
        }
        paths.addAll(others);
        return written(paths);
    }

    private static String plain(String level) {
        return level.strip().replace('>', '/').replace('|', '/');
    }

    private static List<String> written(Set<List<String>> paths) {
        return paths.stream()
                .filter(path -> paths.stream().noneMatch(other -> continues(other, path)))
                .map(path -> String.join(">", path))
                .toList();
    }

    private static boolean continues(List<String> longer, List<String> path) {
        return longer.size() > path.size() && longer.subList(0, path.size()).equals(path);
    }
}
