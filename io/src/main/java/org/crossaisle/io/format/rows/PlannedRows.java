package org.crossaisle.io.format.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.crossaisle.io.format.plan.ColumnExpression;
import org.crossaisle.io.format.plan.TablePlan;
import org.crossaisle.io.table.RowReader;

/** Rows with our columns, made from the columns of a format as a plan says. */
final class PlannedRows extends DerivedRows {
    private static final String PATH = "category_path";
    private static final String OTHER_PATHS = "other_category_paths";
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final TablePlan plan;
    private final ItemNames names;
    private final RowFields fields;
    private final List<String> ours = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final Map<String, List<ColumnExpression>> expressions = new HashMap<>();
    private final CategoryTexts categories;
    private final Set<String> used;
    private List<String> paths = List.of();
    private int seen;

    /** @param names the names of items, by which events find them */
    PlannedRows(RowReader source, TablePlan plan, ItemNames names) {
        super(source);
        this.plan = plan;
        this.names = names;
        fields = new RowFields(source);
        categories = new CategoryTexts(plan.category());
        used = new HashSet<>(plan.used());
        plan.columns()
                .forEach((column, texts) -> expressions.put(
                        column, texts.stream().map(ColumnExpression::new).toList()));
        for (String column : TablePlan.known(plan.table())) {
            boolean pseudo =
                    column.equals(TablePlan.PARENT) && plan.table().equals("items") || column.equals(TablePlan.ALSO);
            boolean action = column.equals("event") && !plan.defaultAction().isEmpty();
            if (!pseudo && (expressions.containsKey(column) || action)) {
                ours.add(column);
            }
        }
        if (!plan.category().isNone()) {
            ours.add(PATH);
            ours.add(OTHER_PATHS);
        }
        columns.addAll(ours);
        if (!plan.attributes().contains(TablePlan.ANY)) {
            columns.addAll(plan.attributes());
        }
    }

    @Override
    public List<String> columns() {
        if (plan.attributes().contains(TablePlan.ANY)) {
            List<String> theirs = source.columns();
            for (; seen < theirs.size(); seen++) {
                String column = theirs.get(seen);
                if (!used.contains(column) && !column.isEmpty()) {
                    columns.add(columns.contains(column) ? column + " (" + source.name() + ")" : column);
                }
            }
        }
        return columns;
    }

    @Override
    public boolean next() {
        if (!source.next()) {
            return false;
        }
        if (source.fault().isEmpty()) {
            paths = plan.category().isNone() ? List.of() : categories.of(fields);
            if (plan.table().equals("items") && plan.group() == TablePlan.Grouping.NONE) {
                String id = value("item_id");
                names.addItem(id);
                also().forEach(name -> names.addName(name, id));
            }
        }
        return true;
    }

    /** The further names of the item in the current row. */
    List<String> also() {
        return expressions.getOrDefault(TablePlan.ALSO, List.of()).stream()
                .flatMap(expression -> expression.values(fields::text).stream())
                .toList();
    }

    /** The product of which the current row is a variant; empty when it is none. */
    String parent() {
        return value(TablePlan.PARENT);
    }

    @Override
    public List<String> values(int column) {
        return single(text(column));
    }

    @Override
    public String text(int column) {
        if (column >= ours.size()) {
            return fields.text(columns().get(column));
        }
        String name = ours.get(column);
        return switch (name) {
            case PATH -> paths.isEmpty() ? "" : paths.get(0);
            case OTHER_PATHS -> paths.isEmpty() ? "" : String.join("|", paths.subList(1, paths.size()));
            case "event" -> action();
            case "item_id" -> plan.table().equals("events") ? item() : value(name);
            default -> plan.html().contains(name) ? withoutTags(value(name)) : value(name);
        };
    }

    private String action() {
        String name = value("event");
        return name.isEmpty()
                ? plan.defaultAction()
                : plan.actions().getOrDefault(name, plan.actions().getOrDefault(TablePlan.ANY, name));
    }

    /** The first name that the catalog knows; else the first that is there, so that the report can show it. */
    private String item() {
        String first = "";
        for (ColumnExpression expression : expressions.getOrDefault("item_id", List.of())) {
            String name = value(expression);
            String id = names.known(name);
            if (!id.isEmpty()) {
                return id;
            }
            first = first.isEmpty() ? name : first;
        }
        return first;
    }

    private String value(String column) {
        for (ColumnExpression expression : expressions.getOrDefault(column, List.of())) {
            String value = value(expression);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private String value(ColumnExpression expression) {
        return expression.value(fields::text);
    }

    private static String withoutTags(String html) {
        String text = TAG.matcher(html).replaceAll(" ").replace("&nbsp;", " ").replace("&lt;", "<");
        text = text.replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
