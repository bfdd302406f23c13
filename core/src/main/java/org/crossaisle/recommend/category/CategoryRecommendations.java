package org.crossaisle.recommend.category;

import java.util.List;
import java.util.OptionalDouble;
import org.crossaisle.PublicApi;

/**
 * Categories for a user, the most probable first.
 *
 * @param list the categories that are new to the user, best first
 * @param basis the basis of the list
 * @param level of the categories, 0 being the department
 * @param propensity the probability that the user's next interaction leaves the known categories, in [0, 1]; empty for
 *     a user without a history
 */
@PublicApi
public record CategoryRecommendations(
        List<CategoryRecommendation> list, Basis basis, int level, OptionalDouble propensity) {
    /** The meaning of the probabilities. */
    public enum Basis {
        /** The probability that the next interaction is in the category, from a model that predicts categories. */
        MODEL,
        /**
         * The share of customers who ever go on to it from one of the user's categories, the largest over these: a rate
         * of the graph.
         */
        GRAPH,
        /** The share of all customers with an event in it, for a user without a history. */
        POPULAR
    }

    public CategoryRecommendations {
        list = List.copyOf(list);
    }
}
