package org.crossaisle.catalog;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of one category that is no longer there.
 *
 * @param before the category
 * @param now where its items lie now, most of them first; empty when none of them lies in any category
 * @param merged whether the first of these stands for another category of before as well
 */
public record CategoryChange(CategoryPath before, List<Part> now, boolean merged) {
    /**
     * A part of what was one category.
     *
     * @param items how many of its items lie there
     */
    public record Part(CategoryPath category, int items) {}

    public CategoryChange {
        now = List.copyOf(now);
    }

    /** As a person would say it: "Beauty>Hair Care is now Beauty>Hair". */
    @Override
    public String toString() {
        if (now.isEmpty()) {
            return before + " is gone";
        }
        if (now.size() > 1) {
            return before + " was split into "
                    + now.stream()
                            .map(part -> part.category + " (" + part.items + " items)")
                            .collect(Collectors.joining(" and "));
        }
        return before + (merged ? " was merged into " : " is now ") + now.get(0).category;
    }
}
