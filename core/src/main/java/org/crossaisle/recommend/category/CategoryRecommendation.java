package org.crossaisle.recommend.category;

import java.util.Optional;
import org.crossaisle.PublicApi;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.catalog.CategoryPath;

/**
 * A recommended category that is new to a user.
 *
 * @param rank from 1
 * @param category its number
 * @param path from the department down
 * @param probability as defined by the {@link CategoryRecommendations.Basis}, in [0, 1]
 * @param because the most reliable move of customers to it from a category the user knows, by at least 5 customers and
 *     more often than by chance; empty if there is none
 */
@PublicApi
public record CategoryRecommendation(
        int rank, int category, CategoryPath path, double probability, Optional<Affinity> because) {}
