package org.crossaisle.io.format.plan;

import java.util.List;

/**
 * How the categories of an item are written.
 *
 * @param layout what the columns hold
 * @param from the columns. With {@link Layout#PATHS} and {@link Layout#IDS} the first that is not empty; with
 *     {@link Layout#LEVELS} one for each level, the department first
 * @param levels what separates the levels of a path; empty if a category is a single level
 * @param paths what separates several paths or values; empty list if there is only one
 * @param root a first level that all paths have and that is no department, such as {@code Default Category}; {@code *}
 *     for any, empty for none
 */
public record CategoryPlan(Layout layout, List<String> from, String levels, List<String> paths, String root) {
    public static final CategoryPlan NONE = new CategoryPlan(Layout.PATHS, List.of(), "", List.of(), "");

    /** What the columns of categories hold. */
    public enum Layout {
        /** One path or several. */
        PATHS,
        /** One level of a path each. */
        LEVELS,
        /** Ids of the categories table. */
        IDS,
        /** 1 for each category that the item is in; the names of the columns are the categories. */
        FLAGS
    }

    public CategoryPlan {
        from = List.copyOf(from);
        paths = List.copyOf(paths);
    }

    public boolean isNone() {
        return from.isEmpty();
    }
}
