package org.crossaisle.evaluate;

import java.util.ArrayList;
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
import org.crossaisle.evaluate.compare.Comparison;
import org.crossaisle.evaluate.compare.Comparisons;
import org.crossaisle.evaluate.metric.Answer;
import org.crossaisle.evaluate.metric.Measures;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;

/**
 * Evaluates recipes on a split: each is fitted and its open settings chosen, fitted again if the split requires it, and
 * evaluated once on the test targets.
 *
 * @param dataset the name of the data, for the report
 * @param split the data for fitting, validation and test
 * @param levels the category levels to report, without duplicates
 * @param masked whether items of the history are excluded from the ranking; then targets whose item is already in the
 *     history are left out and counted
 * @param parts whether the parts of a composed recipe get their own rows, as "recipe: part"
 * @param progress receives progress reports
 */
public record Evaluation(
        String dataset, Split split, List<Integer> levels, boolean masked, boolean parts, Progress progress) {
    /** The baseline recipes whose hits are obvious, and therefore not serendipitous. */
    private static final List<String> OBVIOUS = List.of("popular", "itemknn");

    public Evaluation {
        levels = List.copyOf(levels);
    }

    /** Without rows for parts. */
    public Evaluation(String dataset, Split split, List<Integer> levels, boolean masked, Progress progress) {
        this(dataset, split, levels, masked, false, progress);
    }

    /**
     * The levels of the protocol for a catalog: 0, 1 and 2 if there are several departments, else from 1 on, limited by
     * the depth of the catalog.
     */
    public static List<Integer> defaultLevels(Catalog catalog) {
        int first = catalog.categories().departments() > 1 ? 0 : 1;
        return IntStream.rangeClosed(first, 2)
                .filter(level -> level < catalog.categories().levels())
                .boxed()
                .toList();
    }

    /**
     * Runs the evaluation.
     *
     * @param recipes by report name, in the order of the report
     * @param seeds the seeds; each recipe is trained with each of them
     * @param reference the recipe with which all others are compared; empty: the first
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
        FullRanking ranker = new FullRanking(categories, masked);
        Map<String, RecipeMeasurement> measured = new LinkedHashMap<>();
        recipes.forEach((name, trainer) -> measured.putAll(measure(name, trainer, seeds, targets, ranker)));
        List<List<Answer>> obvious = OBVIOUS.stream()
                .flatMap(name -> Optional.ofNullable(measured.get(name)).stream())
                .filter(other -> !other.answers.isEmpty())
                .map(other -> other.answers.get(0))
                .toList();
        measured.values().forEach(recipe -> recipe.addValues(measures, obvious));
        List<RecipeResult> results = new ArrayList<>();
        measured.forEach((name, recipe) -> results.add(recipe.result(name, seeds, measures)));
        String against = reference.orElse(recipes.keySet().iterator().next());
        return new EvaluationReport(
                dataset,
                split.name(),
                split.targets(),
                split.knownRequestTime(),
                targets.size(),
                split.test().size() - targets.size(),
                masked,
                results,
                compare(measured, against, measures));
    }

    /**
     * The metrics of a chosen model on the validation targets. They must not be reported, since they were used for the
     * choice; they show whether a model that is trained again is similar.
     */
    public RecipeResult onValidation(Trainer.Chosen chosen) {
        Split evaluated = new Split(
                split.name(),
                split.targets(),
                split.fit(),
                List.of(),
                split.fit(),
                split.validation(),
                split.requestTime());
        String name = chosen.frozen().name();
        return new Evaluation(dataset, evaluated, levels, masked, progress)
                .run(Map.of(name, new AlreadyFitted(chosen)), List.of(0L), Optional.empty())
                .results()
                .get(0);
    }

    /** A trainer that returns an existing model. */
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

    /** The recipe under its name, and if requested its parts under theirs. */
    private Map<String, RecipeMeasurement> measure(
            String name, Trainer trainer, List<Long> seeds, List<Target> targets, FullRanking ranker) {
        Map<String, RecipeMeasurement> all = new LinkedHashMap<>();
        RecipeMeasurement measured = new RecipeMeasurement();
        all.put(name, measured);
        int[] itemEvents = split.refit().itemCounts();
        long begin = System.nanoTime();
        try {
            for (long seed : seeds) {
                TrainingRun run =
                        new TrainingRun(seed, progress, Optional.empty()).withRequestTime(split.requestTime());
                Trainer.Chosen chosen = trainer.choose(split.fit(), split.validation(), run);
                measured.frozen = measured.frozen == null ? chosen.frozen() : measured.frozen;
                Model model = split.needsRefit() ? chosen.frozen().fit(split.refit(), run) : chosen.model();
                LeakCheck.of(model, split.refit());
                measured.rank(model, targets, ranker, itemEvents, progress);
                if (parts) {
                    model.parts()
                            .forEach((part, alone) -> all.computeIfAbsent(
                                            name + ": " + part, key -> new RecipeMeasurement())
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

    private static List<Comparison> compare(
            Map<String, RecipeMeasurement> measured, String reference, Measures measures) {
        RecipeMeasurement other = measured.get(reference);
        if (other == null || other.answers.isEmpty()) {
            return List.of();
        }
        List<Answer> answers = other.answers.get(0);
        Map<String, int[]> subsets = measures.subsets(answers);
        Comparisons comparisons = new Comparisons(
                subsets,
                answers.stream().mapToInt(answer -> answer.target().user()).toArray(),
                Comparisons.acrossCategories(subsets));
        List<Comparison> all = new ArrayList<>();
        measured.forEach((name, recipe) -> {
            if (!name.equals(reference) && !recipe.answers.isEmpty()) {
                all.addAll(comparisons.of(name, recipe.values, reference, other.values));
            }
        });
        return all;
    }
}
