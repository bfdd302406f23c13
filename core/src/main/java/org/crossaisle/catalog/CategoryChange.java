package org.crossaisle.catalog;

import java.util.List;
import java.util.stream.Collectors;
import org.crossaisle.PublicApi;

/**
 * The fate of one category that no longer exists.
 *
 * @param before the category
 * @param now where its items are now, the largest part first; empty when none of them has a category
 * @param merged whether the first of these also replaces another earlier category
 */
@PublicApi
public record CategoryChange(CategoryPath before, List<Part> now, boolean merged) {
    /**
     * One part of a former category.
     *
     * @param items how many of its items are there
     */
    public record Part(CategoryPath category, int items) {}

    /** The kinds of change. */
    public enum Kind {
        /** The category has another path. */
        RENAMED,
        /** The category was merged with another earlier category, or into one that already existed. */
        MERGED,
        /** Its items are now in several categories. */
        SPLIT,
        /** None of its items has a category. */
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

    /** The change as a sentence: "Beauty>Hair Care is now Beauty>Hair". */
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
