package org.crossaisle.io.format.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.crossaisle.io.settings.SettingsFile;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A format as text in YAML, in both directions. What is left at its default is not written. */
public final class FormatText {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private FormatText() {}

    /**
     * Reads a format.
     *
     * @param where the text comes from, for messages
     * @throws org.crossaisle.RecsException SETTING_INVALID when it is not a format
     */
    public static ShopFormat parse(String text, String where) {
        return new PlanNode(SettingsFile.parse(text, where), where).as(FormatText::format);
    }

    private static ShopFormat format(PlanNode node) {
        return new ShopFormat(node.text("format"), node.text("documentation"), node.each("tables", FormatText::table));
    }

    private static TablePlan table(PlanNode node) {
        return new TablePlan(
                node.text("table"),
                node.text("description"),
                node.texts("files"),
                node.nested("read", ReadPlan.DETECTED, FormatText::read),
                node.nested("detect", Signature.NONE, FormatText::signature),
                node.lists("where"),
                node.lists("except"),
                node.nested("fill", FillPlan.NONE, fill -> new FillPlan(fill.texts("by"), fill.texts("columns"))),
                node.each("join", FormatText::join),
                node.nested("pivot", PivotPlan.NONE, FormatText::pivot),
                node.lists("columns"),
                node.pairs("actions"),
                node.text("defaultAction"),
                node.nested("category", CategoryPlan.NONE, FormatText::category),
                node.lists("empty"),
                node.texts("html"),
                node.texts("attributes"),
                grouping(node.text("group")));
    }

    private static TablePlan.Grouping grouping(String name) {
        return name.isEmpty() ? TablePlan.Grouping.NONE : named("group", name, TablePlan.Grouping.values());
    }

    private static ReadPlan read(PlanNode node) {
        return new ReadPlan(
                node.text("delimiter"),
                node.text("quote"),
                node.text("encoding"),
                node.texts("header"),
                node.text("unnest"));
    }

    private static Signature signature(PlanNode node) {
        return new Signature(node.texts("columns"), node.texts("absent"), node.lists("values"), node.text("line"));
    }

    private static JoinPlan join(PlanNode node) {
        String key = node.text("key");
        String theirs = node.text("theirKey");
        return new JoinPlan(
                node.texts("files"),
                key,
                theirs.isEmpty() ? key : theirs,
                node.pairs("columns"),
                node.lists("where"),
                node.flag("all"),
                node.flag("optional"),
                node.nested("read", ReadPlan.DETECTED, FormatText::read));
    }

    private static PivotPlan pivot(PlanNode node) {
        return new PivotPlan(node.text("key"), node.text("name"), node.text("value"), node.text("time"));
    }

    private static CategoryPlan category(PlanNode node) {
        String layout = node.text("layout");
        return new CategoryPlan(
                layout.isEmpty() ? CategoryPlan.Layout.PATHS : named("layout", layout, CategoryPlan.Layout.values()),
                node.texts("from"),
                node.text("levels"),
                node.texts("paths"),
                node.text("root"));
    }

    private static <E extends Enum<E>> E named(String key, String name, E[] constants) {
        List<String> names = Stream.of(constants).map(FormatText::name).toList();
        int found = names.indexOf(name);
        if (found < 0) {
            throw new IllegalArgumentException(key + " is " + name + "; expected one of " + String.join(", ", names));
        }
        return constants[found];
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The text of a format, which {@link #parse} reads as an equal one. */
    public static String of(ShopFormat format) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "format", format.name());
        put(values, "documentation", format.documentation());
        put(values, "tables", format.tables().stream().map(FormatText::values).toList());
        return YAML.writeValueAsString(values);
    }

    private static Map<String, Object> values(TablePlan plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "table", plan.table());
        put(values, "description", plan.description());
        put(values, "files", plan.files());
        put(values, "read", values(plan.read()));
        Map<String, Object> detect = new LinkedHashMap<>();
        put(detect, "columns", plan.signature().columns());
        put(detect, "absent", plan.signature().absent());
        put(detect, "values", plan.signature().values());
        put(detect, "line", plan.signature().line());
        put(values, "detect", detect);
        put(values, "where", plan.where());
        put(values, "except", plan.except());
        Map<String, Object> fill = new LinkedHashMap<>();
        put(fill, "by", plan.fill().by());
        put(fill, "columns", plan.fill().columns());
        put(values, "fill", fill);
        put(values, "join", plan.joins().stream().map(FormatText::values).toList());
        Map<String, Object> pivot = new LinkedHashMap<>();
        put(pivot, "key", plan.pivot().key());
        put(pivot, "name", plan.pivot().name());
        put(pivot, "value", plan.pivot().value());
        put(pivot, "time", plan.pivot().time());
        put(values, "pivot", pivot);
        put(values, "columns", plan.columns());
        put(values, "actions", plan.actions());
        put(values, "defaultAction", plan.defaultAction());
        put(values, "category", values(plan.category()));
        put(values, "empty", plan.empty());
        put(values, "html", plan.html());
        put(values, "attributes", plan.attributes());
        put(values, "group", plan.group() == TablePlan.Grouping.NONE ? "" : name(plan.group()));
        return values;
    }

    private static Map<String, Object> values(ReadPlan read) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "delimiter", read.delimiter());
        put(values, "quote", read.quote());
        put(values, "encoding", read.encoding());
        put(values, "header", read.header());
        put(values, "unnest", read.unnest());
        return values;
    }

    private static Map<String, Object> values(JoinPlan join) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "files", join.files());
        put(values, "key", join.key());
        put(values, "theirKey", join.theirKey().equals(join.key()) ? "" : join.theirKey());
        put(values, "columns", join.columns());
        put(values, "where", join.where());
        put(values, "all", join.all());
        put(values, "optional", join.optional());
        put(values, "read", values(join.read()));
        return values;
    }

    private static Map<String, Object> values(CategoryPlan category) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (!category.isNone()) {
            put(values, "layout", name(category.layout()));
            put(values, "from", category.from());
            put(values, "levels", category.levels());
            put(values, "paths", category.paths());
            put(values, "root", category.root());
        }
        return values;
    }

    private static void put(Map<String, Object> values, String key, Object value) {
        boolean absent = value.equals("")
                || value.equals(false)
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        if (!absent) {
            values.put(
                    key,
                    value instanceof List<?> list && list.size() == 1 && list.get(0) instanceof String one
                            ? one
                            : value);
        }
    }
}
