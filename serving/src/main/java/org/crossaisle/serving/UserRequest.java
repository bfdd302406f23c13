package org.crossaisle.serving;

import org.crossaisle.PublicApi;
import org.crossaisle.history.History;
import org.crossaisle.model.Query;
import org.crossaisle.recommend.category.CategoryRecommendations;
import org.crossaisle.recommend.crossing.Crossing;

/**
 * A request of a user: the model that answers it, even if the service swaps models in the meantime, and the user's
 * history until the request.
 *
 * @param time time of the request, in seconds since 1970
 */
@PublicApi
public record UserRequest(ServingModel model, History history, long time) {
    /**
     * A list with its reasons.
     *
     * @throws IllegalArgumentException when the recommender refuses the crossing, or count is below 1
     */
    public ExplainedList recommend(Crossing crossing, int count) {
        return model.recommend(query(count), crossing);
    }

    /** The categories new to the user. */
    public CategoryRecommendations categories(int level, int count) {
        return model.categories(query(count), level);
    }

    private Query query(int count) {
        return model.query(history, time, count);
    }
}
