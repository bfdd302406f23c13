package org.crossaisle.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.cli.train.ModelTraining;
import org.crossaisle.dataset.Split;
import org.crossaisle.evaluate.benchmark.BenchmarkResult;
import org.crossaisle.evaluate.benchmark.BenchmarkTask;
import org.crossaisle.evaluate.compare.TargetValues;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures recipes for one benchmark table, seed by seed. Existing results are read from the files, and an interrupted
 * run resumes where it stopped: after the last finished seed, after selection, or at the last checkpoint of a training.
 *
 * @param task the task to measure
 * @param data description of the data and targets
 * @param chooseOnce whether open choices are resolved with the first seed only and reused for further seeds
 * @param files the files for outcomes
 * @param told receives the result of a recipe and a seed as one line
 */
record BenchmarkRun(
        BenchmarkTask task,
        Map<String, String> data,
        boolean chooseOnce,
        BenchmarkFiles files,
        Progress progress,
        Consumer<String> told) {
    /** Version of the stored results; increased when their meaning changes, so that everything is measured again. */
    private static final String FORMAT = "1";

    BenchmarkRun {
        data = Map.copyOf(data);
    }

    BenchmarkResult measure(String recipe, Trainer trainer, List<Long> seeds) {
        List<TargetValues> bySeed = new ArrayList<>();
        double seconds = 0;
        Optional<Frozen> frozen = Optional.empty(); // as selected with the first seed
        try {
            for (long seed : seeds) {
                Asked asked =
                        new Asked(recipe, seed, fingerprint(trainer, seed, frozen.isEmpty() ? seed : seeds.get(0)));
                Optional<BenchmarkOutcome> kept = files.outcome(recipe, seed, asked.fingerprint);
                BenchmarkOutcome outcome = kept.isPresent() ? kept.get() : measure(asked, trainer, frozen);
                told.accept(String.format(
                        Locale.ROOT,
                        "%s, seed %d: %s",
                        recipe,
                        seed,
                        kept.isPresent()
                                ? "kept from an earlier run"
                                : String.format(Locale.ROOT, "measured in %.1f s", outcome.seconds())));
                bySeed.add(TargetValues.ofFloats(outcome.values()));
                seconds += outcome.seconds();
                if (chooseOnce && frozen.isEmpty()) {
                    frozen = Optional.of(Recipes.frozen(outcome.chosen(), "what was chosen of " + recipe));
                }
            }
            return BenchmarkResult.of(recipe, seeds, seconds, bySeed);
        } catch (RecsException e) {
            return switch (e.code()) {
                case TOO_LARGE, DATA_INSUFFICIENT, UNSUPPORTED ->
                    BenchmarkResult.failed(recipe, seeds, seconds, String.valueOf(e.getMessage()));
                default -> throw e;
            };
        }
    }

    /** A recipe to measure with one seed. */
    private record Asked(String recipe, long seed, String fingerprint) {}

    /** @param chosen the selected recipe to fit; empty if it is still to be selected */
    private BenchmarkOutcome measure(Asked asked, Trainer trainer, Optional<Frozen> chosen) {
        Split split = task.split();
        long begin = System.nanoTime();
        double before = 0;
        Frozen frozen;
        Model model;
        Optional<BenchmarkOutcome> chosenBefore = chosen.isEmpty() && split.needsRefit()
                ? files.chosen(asked.recipe, asked.seed, asked.fingerprint)
                : Optional.empty();
        if (chosen.isPresent()) {
            frozen = chosen.get();
            model = frozen.fit(split.refit(), run(asked, "fit"));
        } else if (chosenBefore.isPresent()) {
            before = chosenBefore.get().seconds();
            frozen = Recipes.frozen(chosenBefore.get().chosen(), "what was chosen of " + asked.recipe);
            model = frozen.fit(split.refit(), run(asked, "fit"));
        } else {
            Trainer.Chosen settled = trainer.choose(split.fit(), split.validation(), run(asked, "choose"));
            frozen = settled.frozen();
            if (split.needsRefit()) {
                files.keepChosen(asked.recipe, asked.seed, outcome(asked, seconds(begin), frozen, Map.of()));
                model = frozen.fit(split.refit(), run(asked, "fit"));
            } else {
                model = settled.model();
            }
        }
        TargetValues values = task.measure(model, progress);
        BenchmarkOutcome outcome = outcome(asked, before + seconds(begin), frozen, values.asFloats());
        files.keepOutcome(asked.recipe, asked.seed, outcome);
        ModelTraining.removeWhatIsEmpty(files.checkpoints(asked.recipe, asked.fingerprint));
        return outcome;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static BenchmarkOutcome outcome(Asked asked, double seconds, Frozen frozen, Map<String, float[]> values) {
        return new BenchmarkOutcome(asked.fingerprint, seconds, Recipes.describe(frozen), values);
    }

    private TrainingRun run(Asked asked, String part) {
        return new TrainingRun(asked.seed, progress, Optional.of(files.checkpoints(asked.recipe, asked.fingerprint)))
                .withRequestTime(task.split().requestTime())
                .part(part);
    }

    private String fingerprint(Trainer trainer, long seed, long chosenWith) {
        Map<String, String> described = new TreeMap<>(data);
        described.put("format", FORMAT);
        described.put("recipe", JsonMapper.shared().writeValueAsString(Recipes.describe(trainer)));
        described.put("seed", String.valueOf(seed));
        described.put("chosen with seed", String.valueOf(chosenWith));
        return BenchmarkFiles.fingerprint(described);
    }
}
