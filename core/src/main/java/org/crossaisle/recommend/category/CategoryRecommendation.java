package org.crossaisle.recommend.category;

import java.util.Optional;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.catalog.CategoryPath;

/**
 * A category that is new to a user.
 *
 * @param rank from 1
 * @param category its number
 * @param path from the department down
 * @param probability what the {@link CategoryRecommendations.Basis} says it is, in [0, 1]
 * @param because the surest way customers go to it from a category the user knows, of at least 5 customers and more
 *     than chance has it; empty where there is none
 */
public record CategoryRecommendation(
        int rank, int category, CategoryPath path, double probability, Optional<Affinity> because) {}
