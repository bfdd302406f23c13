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

    /** What may become of a category. */
    public enum Kind {
        /** It has another path. */
        RENAMED,
        /** It lies in one with another category of before, or in one that was there. */
        MERGED,
        /** Its items lie in several. */
        SPLIT,
        /** None of its items lies in any. */
        GONE
    }

    public CategoryChange {
        now = List.copyOf(now);
    }

    public Kind kind() {
        if (now.isEmpty()) {
            return Kind.GONE;
        }
        if (now.size() > 1) {
            return Kind.SPLIT;
        }
        return merged ? Kind.MERGED : Kind.RENAMED;
    }

    /** As a person would say it: "Beauty>Hair Care is now Beauty>Hair". */
    @Override
    public String toString() {
        return switch (kind()) {
            case GONE -> before + " is gone";
            case RENAMED -> before + " is now " + now.get(0).category;
            case MERGED -> before + " was merged into " + now.get(0).category;
            case SPLIT ->
                before + " was split into "
                        + now.stream()
                                .map(part -> part.category + " (" + part.items + " items)")
                                .collect(Collectors.joining(" and "));
        };
    }
}
