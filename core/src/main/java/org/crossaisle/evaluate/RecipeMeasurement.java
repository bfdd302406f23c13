package org.crossaisle.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.calibration.CategoryCalibration;
import org.crossaisle.evaluate.calibration.Reliability;
import org.crossaisle.evaluate.compare.Bootstrap;
import org.crossaisle.evaluate.compare.TargetValues;
import org.crossaisle.evaluate.metric.Answer;
import org.crossaisle.evaluate.metric.Exposure;
import org.crossaisle.evaluate.metric.Measures;
import org.crossaisle.model.CalibratedModel;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.jspecify.annotations.Nullable;

/** The evaluation of one recipe. */
final class RecipeMeasurement {
    private static final List<String> WITH_INTERVALS = List.of("recall@10", "ndcg@10");

    final List<List<Answer>> answers = new ArrayList<>(); // [seeds][targets]
    TargetValues values = TargetValues.NONE; // averaged over seeds
    private final Map<String, List<Double>> bySeed = new LinkedHashMap<>(); // metric -> means over all targets
    private Optional<Reliability> reliability = Optional.empty();
    private Optional<CategoryCalibration> calibration = Optional.empty();
    String problem = "";

    @Nullable
    Frozen frozen;

    double seconds;

    void rank(Model model, List<Target> targets, FullRanking ranker, int[] itemEvents, Progress progress) {
        answers.add(ranker.rank(model, targets, progress));
        if (reliability.isEmpty()) {
            reliability = model.as(CalibratedModel.class).map(calibrated -> Reliability.of(calibrated, answers.get(0)));
        }
        if (calibration.isEmpty()) {
            calibration = model.as(CategoryModel.class)
                    .map(categories -> CategoryCalibration.of(categories, answers.get(0), itemEvents));
        }
    }

    void addValues(Measures measures, List<List<Answer>> obvious) {
        List<TargetValues> ofSeeds = answers.stream()
                .map(ofSeed -> TargetValues.of(measures.ofTargets(ofSeed, obvious)))
                .toList();
        values = TargetValues.mean(ofSeeds);
        for (TargetValues ofSeed : ofSeeds) {
            int[] all = IntStream.range(0, ofSeed.size()).toArray();
            for (String metric : WITH_INTERVALS) {
                bySeed.computeIfAbsent(metric, key -> new ArrayList<>()).add(ofSeed.mean(metric, all));
            }
        }
    }

    RecipeResult result(String name, List<Long> seeds, Measures measures) {
        Map<String, SubsetResult> subsets = new LinkedHashMap<>();
        if (!answers.isEmpty()) {
            List<Answer> first = answers.get(0);
            measures.subsets(first)
                    .forEach((subset, places) -> subsets.put(subset, subset(first, subset, places, measures)));
        }
        return new RecipeResult(
                name, seeds, seconds, problem, Optional.ofNullable(frozen), subsets, reliability, calibration);
    }

    private SubsetResult subset(List<Answer> first, String name, int[] places, Measures measures) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        values.metrics().forEach(metric -> {
            double mean = values.mean(metric, places);
            if (!Double.isNaN(mean)) {
                metrics.put(metric, mean);
            }
        });
        if (places.length > 0) {
            metrics.putAll(measures.ofLists(first, places));
        }
        Map<String, SubsetResult.Range> intervals = new LinkedHashMap<>();
        if (!name.startsWith("history") && !Exposure.names().contains(name)) {
            for (String metric : WITH_INTERVALS) {
                Bootstrap.Interval interval = Bootstrap.DEFAULT.of(users(first, places), values.at(metric, places));
                if (!Double.isNaN(interval.low())) {
                    intervals.put(metric, new SubsetResult.Range(interval.low(), interval.high()));
                }
            }
        }
        addGaps(first, name, metrics, measures);
        return new SubsetResult(
                places.length,
                (double) places.length / Math.max(1, first.size()),
                metrics,
                intervals,
                name.equals("all") && answers.size() > 1 ? spreads() : Map.of());
    }

    private Map<String, SeedSpread> spreads() {
        Map<String, SeedSpread> spreads = new LinkedHashMap<>();
        bySeed.forEach((metric, means) -> spreads.put(metric, new SeedSpread(means)));
        return spreads;
    }

    /** The exploration gap: the share of new categories in lists minus that in the targets. */
    private void addGaps(List<Answer> first, String name, Map<String, Double> metrics, Measures measures) {
        if (!name.equals("all")) {
            return;
        }
        measures.subsets(first).forEach((subset, places) -> {
            String level = subset.startsWith("cross@") ? subset.substring("cross@".length()) : "";
            Double novelty = metrics.get("novelty[" + level + "]@10");
            if (novelty != null) {
                metrics.put("gap[" + level + "]@10", novelty - (double) places.length / first.size());
            }
        });
    }

    private static int[] users(List<Answer> answers, int[] places) {
        return Arrays.stream(places)
                .map(place -> answers.get(place).target().user())
                .toArray();
    }
}
