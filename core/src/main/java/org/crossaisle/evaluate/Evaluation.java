package org.crossaisle.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.CalibratedModel;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.jspecify.annotations.Nullable;

/**
 * Measures recipes on a split: each is fitted and chosen, fitted again where the split says so, and asked for the test
 * targets once.
 *
 * @param dataset the name of the data, for the report
 * @param split what may be seen when
 * @param levels the category levels to report, none twice
 * @param masked whether items of the history are kept out of the ranking; then targets whose item is already in the history
 *     cannot be answered, and are left out and counted
 * @param parts whether the parts of a recipe that is made of others get rows of their own, as "recipe: part"
 * @param progress who watches
 */
public record Evaluation(
        String dataset, Split split, List<Integer> levels, boolean masked, boolean parts, Progress progress) {
    /** The recipes whose hits are obvious: what they find is not serendipitous. */
    private static final List<String> OBVIOUS = List.of("popular", "itemknn");

    private static final List<String> WITH_INTERVALS = List.of("recall@10", "ndcg@10");

    public Evaluation {
        levels = List.copyOf(levels);
    }

    /** Without rows for parts. */
    public Evaluation(String dataset, Split split, List<Integer> levels, boolean masked, Progress progress) {
        this(dataset, split, levels, masked, false, progress);
    }

    /** The levels of the protocol for a catalog: 0, 1 and 2 where there are departments, else from 1 on, as deep as it goes. */
    public static List<Integer> defaultLevels(Catalog catalog) {
        int first = catalog.categories().departments() > 1 ? 0 : 1;
        return IntStream.rangeClosed(first, 2)
                .filter(level -> level < catalog.categories().levels())
                .boxed()
                .toList();
    }

    /**
     * Measures.
     *
     * @param recipes by the names they are reported under, in the order of the report
     * @param seeds each recipe is trained with each
     * @param reference the recipe all others are compared with; empty: the first
     */
    public EvaluationReport run(Map<String, Trainer> recipes, List<Long> seeds, Optional<String> reference) {
        LeakCheck.of(split);
        BitSet known = split.refit().knownItems();
        List<CategoryLevel> categories = levels.stream()
                .map(level -> new CategoryLevel(split.refit().catalog(), level, known, CategoryLevel.MINIMUM_ITEMS))
                .toList();
        List<Target> targets = split.test().stream()
                .filter(target -> !masked || !target.history().contains(target.item()))
                .toList();
        Measures measures = new Measures(categories, split.refit());
        Ranker ranker = new Ranker(categories, masked);
        Map<String, Measured> measured = new LinkedHashMap<>();
        recipes.forEach((name, trainer) -> measured.putAll(measure(name, trainer, seeds, targets, ranker)));
        List<List<Answer>> obvious = OBVIOUS.stream()
                .flatMap(name -> Optional.ofNullable(measured.get(name)).stream())
                .filter(other -> !other.answers.isEmpty())
                .map(other -> other.answers.get(0))
                .toList();
        measured.values().forEach(one -> one.addValues(measures, obvious));
        List<RecipeResult> results = new ArrayList<>();
        measured.forEach((name, one) -> results.add(one.result(name, seeds, measures)));
        String against = reference.orElse(recipes.keySet().iterator().next());
        return new EvaluationReport(
                dataset,
                split.name(),
                split.targets(),
                targets.size(),
                split.test().size() - targets.size(),
                masked,
                results,
                compare(measured, against, measures));
    }

    /**
     * What a chosen model reaches on the validation targets. No figure to report, since it was the one to choose by: it tells
     * whether a model that is trained again came out alike.
     */
    public RecipeResult onValidation(Trainer.Chosen chosen) {
        Split asked = new Split(split.name(), split.targets(), split.fit(), List.of(), split.fit(), split.validation());
        String name = chosen.frozen().name();
        return new Evaluation(dataset, asked, levels, masked, progress)
                .run(Map.of(name, new AlreadyFitted(chosen)), List.of(0L), Optional.empty())
                .results()
                .get(0);
    }

    /** A trainer for a model that is there. */
    private record AlreadyFitted(Trainer.Chosen chosen) implements Trainer {
        @Override
        public String name() {
            return chosen.frozen().name();
        }

        @Override
        public Model fit(Dataset data, TrainingRun run) {
            return chosen.model();
        }

        @Override
        public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
            return chosen;
        }

        @Override
        public Model load(State state, Catalog catalog) {
            return chosen.frozen().load(state, catalog);
        }
    }

    /** The recipe under its name, and its parts under theirs where they are asked for. */
    private Map<String, Measured> measure(
            String name, Trainer trainer, List<Long> seeds, List<Target> targets, Ranker ranker) {
        Map<String, Measured> all = new LinkedHashMap<>();
        Measured measured = new Measured();
        all.put(name, measured);
        int[] itemEvents = split.refit().itemCounts();
        long begin = System.nanoTime();
        try {
            for (long seed : seeds) {
                TrainingRun run = new TrainingRun(seed, progress, Optional.empty());
                Trainer.Chosen chosen = trainer.choose(split.fit(), split.validation(), run);
                measured.frozen = measured.frozen == null ? chosen.frozen() : measured.frozen;
                Model model = split.needsRefit() ? chosen.frozen().fit(split.refit(), run) : chosen.model();
                LeakCheck.of(model, split.refit());
                measured.rank(model, targets, ranker, itemEvents, progress);
                if (parts) {
                    model.parts()
                            .forEach((part, alone) -> all.computeIfAbsent(name + ": " + part, key -> new Measured())
                                    .rank(alone, targets, ranker, itemEvents, progress));
                }
            }
        } catch (RecsException e) {
            if (e.code() != RecsException.Code.TOO_LARGE
                    && e.code() != RecsException.Code.DATA_INSUFFICIENT
                    && e.code() != RecsException.Code.UNSUPPORTED) {
                throw e;
            }
            all.keySet().retainAll(List.of(name));
            measured.answers.clear();
            measured.problem = String.valueOf(e.getMessage());
        }
        measured.seconds = (System.nanoTime() - begin) / 1e9;
        return all;
    }

    /** One recipe under measurement. */
    private static final class Measured {
        private final List<List<Answer>> answers = new ArrayList<>(); // [seeds][targets]
        private final Map<String, double[]> values = new LinkedHashMap<>(); // metric -> [targets], averaged over seeds
        private final Map<String, List<Double>> bySeed = new LinkedHashMap<>(); // metric -> means over all targets
        private Optional<Reliability> reliability = Optional.empty();
        private Optional<CategoryForesight> foresight = Optional.empty();
        private String problem = "";
        private @Nullable Trainer frozen;
        private double seconds;

        void rank(Model model, List<Target> targets, Ranker ranker, int[] itemEvents, Progress progress) {
            answers.add(ranker.rank(model, targets, progress));
            if (reliability.isEmpty() && model instanceof CalibratedModel calibrated) {
                reliability = Optional.of(Reliability.of(calibrated, answers.get(0)));
            }
            if (foresight.isEmpty() && model instanceof CategoryModel categories) {
                foresight = Optional.of(CategoryForesight.of(categories, answers.get(0), itemEvents));
            }
        }

        void addValues(Measures measures, List<List<Answer>> obvious) {
            for (List<Answer> ofSeed : answers) {
                measures.ofTargets(ofSeed, obvious).forEach((name, added) -> {
                    double[] sum = values.computeIfAbsent(name, key -> new double[added.length]);
                    for (int at = 0; at < added.length; at++) {
                        sum[at] += added[at] / answers.size();
                    }
                    if (WITH_INTERVALS.contains(name)) {
                        int[] all = IntStream.range(0, added.length).toArray();
                        bySeed.computeIfAbsent(name, key -> new ArrayList<>()).add(Measures.mean(added, all));
                    }
                });
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
                    name, seeds, seconds, problem, Optional.ofNullable(frozen), subsets, reliability, foresight);
        }

        private SubsetResult subset(List<Answer> first, String name, int[] places, Measures measures) {
            Map<String, Double> metrics = new LinkedHashMap<>();
            values.forEach((metric, ofTargets) -> {
                double mean = Measures.mean(ofTargets, places);
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
                    Bootstrap.Interval interval = Bootstrap.DEFAULT.of(users(first, places), at(metric, places));
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

        /** The exploration gap: how much more of the lists is new than of what users took. */
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

        private double[] at(String metric, int[] places) {
            double[] all = values.getOrDefault(metric, new double[0]);
            return Arrays.stream(places).mapToDouble(place -> all[place]).toArray();
        }

        private static int[] users(List<Answer> answers, int[] places) {
            return Arrays.stream(places)
                    .map(place -> answers.get(place).target().user())
                    .toArray();
        }
    }

    /** NDCG@10 on all targets and on the deepest cross subset, the two declared primaries, against the reference. */
    private static List<Comparison> compare(Map<String, Measured> measured, String reference, Measures measures) {
        Measured other = measured.get(reference);
        List<Comparison> comparisons = new ArrayList<>();
        if (other == null || other.answers.isEmpty()) {
            return comparisons;
        }
        Map<String, int[]> subsets = new LinkedHashMap<>();
        measures.subsets(other.answers.get(0)).forEach((name, places) -> {
            if (name.equals("all")) {
                subsets.put(name, places);
            } else if (name.startsWith("cross@") && places.length > 0) {
                subsets.keySet().removeIf(earlier -> earlier.startsWith("cross@"));
                subsets.put(name, places);
            }
        });
        measured.forEach((name, one) -> {
            if (!name.equals(reference) && !one.answers.isEmpty()) {
                comparisons.addAll(compare(name, one, reference, other, subsets));
            }
        });
        return comparisons;
    }

    private static List<Comparison> compare(
            String name, Measured recipe, String reference, Measured other, Map<String, int[]> subsets) {
        String metric = "ndcg@10";
        List<Comparison> raw = new ArrayList<>();
        subsets.forEach((subset, places) -> {
            double[] differences = recipe.at(metric, places);
            double[] others = other.at(metric, places);
            for (int at = 0; at < differences.length; at++) {
                differences[at] -= others[at];
            }
            Bootstrap.Interval interval =
                    Bootstrap.DEFAULT.of(Measured.users(recipe.answers.get(0), places), differences);
            double mean = Arrays.stream(differences).average().orElse(Double.NaN);
            raw.add(new Comparison(
                    name, reference, subset, metric, mean, interval.low(), interval.high(), interval.pValue()));
        });
        double[] corrected =
                Bootstrap.holm(raw.stream().mapToDouble(Comparison::pValue).toArray());
        return IntStream.range(0, raw.size())
                .mapToObj(at -> {
                    Comparison one = raw.get(at);
                    return new Comparison(
                            name,
                            reference,
                            one.subset(),
                            metric,
                            one.difference(),
                            one.low(),
                            one.high(),
                            corrected[at]);
                })
                .toList();
    }
}
