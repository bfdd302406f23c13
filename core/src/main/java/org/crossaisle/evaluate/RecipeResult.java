package org.crossaisle.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.evaluate.calibration.CategoryCalibration;
import org.crossaisle.evaluate.calibration.Reliability;
import org.crossaisle.model.Trainer;

/**
 * What one recipe reached.
 *
 * @param recipe its name
 * @param seeds with which it was trained
 * @param seconds for fitting, choosing and ranking, over all seeds
 * @param problem why it could not be measured, empty when it was
 * @param frozen the recipe with nothing open, as it was chosen with the first seed; empty where it could not be
 *     measured
 * @param subsets by name, "all" first
 * @param reliability of the probabilities that the model of the first seed tells, where it tells any
 * @param foresight of the category of the next interaction by that model, where it tells of categories
 */
public record RecipeResult(
        String recipe,
        List<Long> seeds,
        double seconds,
        String problem,
        Optional<Trainer> frozen,
        Map<String, SubsetResult> subsets,
        Optional<Reliability> reliability,
        Optional<CategoryCalibration> foresight) {
    public RecipeResult {
        seeds = List.copyOf(seeds);
        subsets = Collections.unmodifiableMap(new LinkedHashMap<>(subsets));
    }

    /** That of a recipe which tells nothing of categories. */
    public RecipeResult(
            String recipe,
            List<Long> seeds,
            double seconds,
            String problem,
            Optional<Trainer> frozen,
            Map<String, SubsetResult> subsets,
            Optional<Reliability> reliability) {
        this(recipe, seeds, seconds, problem, frozen, subsets, reliability, Optional.empty());
    }

    /** A metric on a subset, NaN where there is none. */
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
        foresight.ifPresent(told -> map.put("categories", told.asMap()));
        return map;
    }
}
