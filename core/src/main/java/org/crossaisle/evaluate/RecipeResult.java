package org.crossaisle.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.evaluate.calibration.CategoryCalibration;
import org.crossaisle.evaluate.calibration.Reliability;
import org.crossaisle.model.Frozen;

/**
 * The result of one recipe.
 *
 * @param recipe its name
 * @param seeds the seeds of its trainings
 * @param seconds for fitting, choosing and ranking, over all seeds
 * @param problem why it could not be evaluated; empty when it was
 * @param frozen the recipe with nothing open, as chosen with the first seed; empty if it could not be evaluated
 * @param subsets by name, "all" first
 * @param reliability of the probabilities predicted by the model of the first seed, if it predicts any
 * @param calibration the quality of that model's predictions of the next category, if it predicts categories
 */
public record RecipeResult(
        String recipe,
        List<Long> seeds,
        double seconds,
        String problem,
        Optional<Frozen> frozen,
        Map<String, SubsetResult> subsets,
        Optional<Reliability> reliability,
        Optional<CategoryCalibration> calibration) {
    public RecipeResult {
        seeds = List.copyOf(seeds);
        subsets = Collections.unmodifiableMap(new LinkedHashMap<>(subsets));
    }

    /** The result of a recipe that does not predict categories. */
    public RecipeResult(
            String recipe,
            List<Long> seeds,
            double seconds,
            String problem,
            Optional<Frozen> frozen,
            Map<String, SubsetResult> subsets,
            Optional<Reliability> reliability) {
        this(recipe, seeds, seconds, problem, frozen, subsets, reliability, Optional.empty());
    }

    /** A metric on a subset, NaN if there is none. */
    public double metric(String subset, String name) {
        SubsetResult result = subsets.get(subset);
        return result == null ? Double.NaN : result.metric(name);
    }

    /** Nested maps and lists, ready to be written as JSON. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("recipe", recipe);
        map.put("seeds", new ArrayList<>(seeds));
        map.put("seconds", seconds);
        if (!problem.isEmpty()) {
            map.put("problem", problem);
        }
        Map<String, Object> metrics = new LinkedHashMap<>();
        subsets.forEach((name, subset) -> metrics.put(name, subset.asMap()));
        map.put("metrics", metrics);
        reliability.ifPresent(table -> map.put("reliability", table.asMap()));
        calibration.ifPresent(categories -> map.put("categories", categories.asMap()));
        return map;
    }
}
