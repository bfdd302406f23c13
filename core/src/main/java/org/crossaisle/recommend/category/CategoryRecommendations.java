package org.crossaisle.recommend.category;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Categories for a user, the most probable first.
 *
 * @param list of categories the user does not know
 * @param basis what the list rests on
 * @param level of the categories, 0 being the department
 * @param propensity how likely the user is to leave the categories they know with what they do next, in [0, 1]; empty
 *     for a user without a history
 */
public record CategoryRecommendations(
        List<CategoryRecommendation> list, Basis basis, int level, OptionalDouble propensity) {
    /** What the probabilities are. */
    public enum Basis {
        /** That of the next interaction lying in the category, from a model that foresees categories. */
        MODEL,
        /**
         * The share of customers who ever go on to it from the one of the user's categories that most go on from: a
         * rate of the graph.
         */
        GRAPH,
        /** The share of all customers who have it, for a user without a history. */
        POPULAR
    }

    public CategoryRecommendations {
        list = List.copyOf(list);
    }
}
