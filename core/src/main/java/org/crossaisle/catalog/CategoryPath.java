package org.crossaisle.catalog;

import java.util.ArrayList;
import java.util.List;
import org.crossaisle.PublicApi;

/**
 * A path from a department down to a category, such as {@code Beauty>Makeup>Nails}. Level 0 is the department.
 *
 * @param levels names from the department down, at least one, none blank
 */
@PublicApi
public record CategoryPath(List<String> levels) {
    /** The separator of levels in the text form of a path. */
    public static final char SEPARATOR = '>';

    public CategoryPath {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("a category path needs at least one level");
        }
        for (String level : levels) {
            if (level.isBlank()) {
                throw new IllegalArgumentException("a level of the category path " + levels + " is blank");
            }
        }
    }

    /**
     * Reads {@code "Beauty>Makeup"}; white space around a level is dropped.
     *
     * @throws IllegalArgumentException when the text is blank or a level is
     */
    public static CategoryPath parse(String text) {
        List<String> levels = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == SEPARATOR) {
                levels.add(text.substring(from, at).strip());
                from = at + 1;
            }
        }
        return new CategoryPath(levels);
    }

    public int depth() {
        return levels.size();
    }

    public String department() {
        return levels.get(0);
    }

    /** The name of the category itself: the last level. */
    public String name() {
        return levels.get(levels.size() - 1);
    }

    /**
     * The path cut after {@code level}; a shorter path is unchanged.
     *
     * @param level at least 0
     */
    public CategoryPath upTo(int level) {
        return level + 1 >= levels.size() ? this : new CategoryPath(levels.subList(0, level + 1));
    }

    /** True when this is {@code other} or lies below it. */
    public boolean isWithin(CategoryPath other) {
        return levels.size() >= other.levels.size()
                && levels.subList(0, other.levels.size()).equals(other.levels);
    }

    @Override
    public String toString() {
        return String.join(String.valueOf(SEPARATOR), levels);
    }
}
