package org.crossaisle.recommend.rerank;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.PublicApi;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.history.History;
import org.crossaisle.model.VectorModel;

/**
 * The input of a {@link Reranker} for one list.
 *
 * @param pool the candidates: their items, scores and values
 * @param levels the category levels of the shop, from level 0 on
 * @param level the level at which the list was asked for
 * @param history the user's own history, without a basket
 * @param vectors the model, if it has item vectors
 * @param places the number of places of the list
 */
@PublicApi
public record RerankContext(
        CandidatePool pool,
        List<CategoryLevel> levels,
        CategoryLevel level,
        History history,
        Optional<VectorModel> vectors,
        int places) {
    public RerankContext {
        levels = List.copyOf(levels);
    }

    /**
     * The similarities of the candidates.
     *
     * @throws IllegalArgumentException when vectors are requested and the model has none
     */
    public Similarities similarities(Similarity similarity) {
        return switch (similarity) {
            case CATEGORIES -> new CategorySimilarities(pool, levels);
            case VECTORS ->
                new VectorSimilarities(
                        pool,
                        vectors.orElseThrow(() -> new IllegalArgumentException(
                                "similarity by vectors needs a model with item vectors, and this model has none")));
        };
    }

    /**
     * The user's mixture: the share of each category of the history at the level of the list, in order of first
     * appearance from the latest interaction back. Recent interactions weigh more. The shares sum to 1; empty without
     * categories.
     */
    public Map<Integer, Double> mixture() {
        return CategoryMixture.shares(history, level);
    }
}
