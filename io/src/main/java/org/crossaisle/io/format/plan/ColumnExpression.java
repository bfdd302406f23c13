package org.crossaisle.io.format.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Where a value comes from. Immutable.
 *
 * <ul>
 *   <li>{@code Variant SKU}: a column
 *   <li>{@code {Title} - {Option1 Value}}: a text with columns in braces; empty when one of them is
 *   <li>{@code variations ~ sku=([^,|]+)}: what the group of a regular expression finds in a column, each time it does
 * </ul>
 */
public final class ColumnExpression {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
    private static final String MATCHES = " ~ ";

    private final String text;
    private final List<String> columns = new ArrayList<>();
    private final Optional<Pattern> pattern;
    private final boolean template;

    /** @throws IllegalArgumentException when the regular expression is none, or has no group */
    public ColumnExpression(String text) {
        this.text = text;
        int matches = text.indexOf(MATCHES);
        pattern = matches < 0 ? Optional.empty() : Optional.of(pattern(text.substring(matches + MATCHES.length())));
        Matcher placeholders = PLACEHOLDER.matcher(text);
        while (pattern.isEmpty() && placeholders.find()) {
            columns.add(placeholders.group(1));
        }
        template = !columns.isEmpty();
        if (!template) {
            columns.add(matches < 0 ? text : text.substring(0, matches));
        }
    }

    private static Pattern pattern(String expression) {
        try {
            Pattern compiled = Pattern.compile(expression);
            if (compiled.matcher("").groupCount() != 1) {
                throw new IllegalArgumentException(expression + " needs one group in parentheses: what is found");
            }
            return compiled;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(expression + " is not a regular expression: " + e.getMessage(), e);
        }
    }

    /** True for one column, whose name is the text of this expression. */
    public boolean isColumn() {
        return !template && pattern.isEmpty();
    }

    /** The columns it reads. */
    public List<String> columns() {
        return List.copyOf(columns);
    }

    /**
     * The values of a row, none of them empty; at most one unless it is a regular expression.
     *
     * @param field the value of a column of the row
     */
    public List<String> values(UnaryOperator<String> field) {
        if (pattern.isPresent()) {
            List<String> found = new ArrayList<>();
            Matcher matcher = pattern.get().matcher(field.apply(columns.get(0)));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
            return found;
        }
        String value = template ? filled(field) : field.apply(text);
        return value.isEmpty() ? List.of() : List.of(value);
    }

    /** The first of the {@link #values}; empty when there is none. */
    public String value(UnaryOperator<String> field) {
        if (!template && pattern.isEmpty()) {
            return field.apply(text);
        }
        List<String> values = values(field);
        return values.isEmpty() ? "" : values.get(0);
    }

    private String filled(UnaryOperator<String> field) {
        StringBuilder value = new StringBuilder();
        Matcher placeholders = PLACEHOLDER.matcher(text);
        int from = 0;
        while (placeholders.find()) {
            String part = field.apply(placeholders.group(1));
            if (part.isEmpty()) {
                return "";
            }
            value.append(text, from, placeholders.start()).append(part);
            from = placeholders.end();
        }
        return value.append(text, from, text.length()).toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
