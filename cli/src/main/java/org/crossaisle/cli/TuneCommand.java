package org.crossaisle.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.crossaisle.RecsException;
import org.crossaisle.cli.option.DeviceOption;
import org.crossaisle.cli.option.RecipeOptions;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.cli.option.SplitOptions;
import org.crossaisle.cli.stop.Resumable;
import org.crossaisle.cli.stop.Stopping;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.dataset.Split;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.io.settings.RecordBinder;
import org.crossaisle.io.settings.SettingsFile;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Trainer;
import org.crossaisle.neural.tune.OnValidation;
import org.crossaisle.neural.tune.Search;
import org.crossaisle.neural.tune.SearchResults;
import org.crossaisle.neural.tune.Space;
import org.crossaisle.neural.tune.TrialLog;
import org.crossaisle.neural.tune.TrialOutcome;
import org.crossaisle.provenance.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Searches for settings of a recipe that suit the shop. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        description =
                "Tries settings of a recipe on a shop and keeps the best by NDCG@10 on the validation targets; the"
                        + " test targets are not used. Unpromising trials stop after a few epochs. An interrupted search"
                        + " resumes when it is run again.",
        footer = {
            "",
            "Examples:",
            "  crossaisle tune --shop myshop --recipe bsarec --trials 30 --out tuned",
            "  crossaisle tune --shop myshop --recipe bsarec --set bsarec.dimension=64 --minutes 60 --out tuned",
            "  crossaisle tune --shop myshop --recipe itemknn --space myspace.yaml --out tuned-knn",
            "",
            "Then:",
            "  crossaisle evaluate --shop myshop --recipe bsarec,tuned/best.yaml",
            "  crossaisle train --shop myshop --recipe tuned/best.yaml --model mymodel",
            "",
            "A space is a YAML file of settings, each with its choices or a range:",
            "  training.learningRate: {from: 0.0003, to: 0.005, log: true}",
            "  dimension: [32, 64]"
        })
final class TuneCommand implements Callable<Integer>, Resumable {
    private static final String BEST = "best.yaml";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ShopOption shop;

    @Mixin
    private RecipeOptions recipes;

    @Mixin
    private DeviceOption device;

    @Mixin
    private SplitOptions split;

    @Option(
            names = "--trials",
            defaultValue = "30",
            paramLabel = "N",
            description = "Number of settings to try, including the recipe's own. Default: ${DEFAULT-VALUE}.")
    private int trials;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "Starts no new trial after this many minutes. Run again to resume. Default: no limit.")
    private @Nullable Integer minutes;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--space",
            paramLabel = "FILE",
            description = "The settings to search, in YAML. Default: those that matter most for the recipe.")
    private @Nullable Path spaceFile;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where trials.jsonl and best.yaml are written. Default: tuned-RECIPE.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        device.use();
        Map<String, Trainer> trainers = recipes.trainers();
        if (trainers.size() != 1) {
            throw invalid("tune needs one recipe, " + trainers.size() + " were given");
        }
        if (trials < 1) {
            throw invalid("--trials is " + trials + ", must be at least 1");
        }
        if (minutes != null && minutes < 1) {
            throw invalid("--minutes is " + minutes + ", must be at least 1");
        }
        Trainer trainer = trainers.values().iterator().next();
        Shop opened = shop.open();
        Split chosenOn = split.forServing(opened.dataset());
        Space space = space(trainer, opened.dataset().hasTimes());
        Path directory = out != null ? out : Path.of("tuned-" + trainer.name());
        PrintWriter print = spec.commandLine().getOut();
        OnValidation objective =
                new OnValidation(chosenOn, seed, Stopping.progress(), directory.resolve("checkpoints"));
        Search search = Search.of(trainer, space, trials, seed);
        SearchResults findings;
        try (TrialLog log = TrialLog.open(directory, searched(opened, chosenOn, trainer, space))) {
            print.printf("%d trials of %s: %s%n", search.trials().size(), trainer.name(), space.inWords());
            if (!log.outcomes().isEmpty()) {
                print.printf(
                        "%s: resuming after %d steps%n",
                        directory, log.outcomes().size());
            }
            print.flush();
            long begin = System.nanoTime();
            findings = search.run(
                    log, objective, () -> minutes == null || elapsed(begin).toMinutes() < minutes, now -> {
                        print.println(now.lastInWords());
                        print.flush();
                        write(now, search, directory.resolve(BEST), chosenOn);
                    });
            write(findings, search, directory.resolve(BEST), chosenOn);
            if (findings.complete()) {
                objective.deleteCheckpoints();
            }
        }
        print.println();
        print.print(findings.toText());
        print.println(inWords(findings, directory.resolve(BEST)));
        print.flush();
        return findings.best().isPresent() ? 0 : 1;
    }

    @Override
    public String howToResume() {
        return "run the same command again to resume";
    }

    private Space space(Trainer trainer, boolean times) {
        Set<String> given = recipes.given();
        if (spaceFile == null) {
            Space usual = Space.usual(trainer, times).without(given);
            if (usual.isEmpty()) {
                throw invalid("tune: " + trainer.name() + " has no settings left to search; name some with --space");
            }
            return usual;
        }
        Space own = Space.read(spaceFile, trainer);
        own.inWords().keySet().stream()
                .filter(name -> !own.without(given).inWords().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw invalid(name + " is fixed by --set and searched by " + spaceFile + "; use one of them");
                });
        return own;
    }

    /** The identity of a search: shop, split, recipe, space and seed. */
    private Map<String, String> searched(Shop opened, Split chosenOn, Trainer trainer, Space space) {
        Provenance imported = opened.provenance();
        Map<String, String> searched = new LinkedHashMap<>();
        searched.put("shop", opened.name() + ", imported at " + imported.madeAt() + " from " + imported.inputs());
        searched.put(
                "split",
                split.kind + ", targets " + split.targets + ", core " + split.core
                        + (chosenOn.requestTime() == RequestTime.TARGET ? "" : ", asked at " + chosenOn.requestTime()));
        searched.put("recipe", trainer.name());
        searched.put("seed", String.valueOf(seed));
        searched.putAll(RecordBinder.flatten(Map.of("recipe", Recipes.describe(trainer), "space", space.inWords())));
        return searched;
    }

    private static Duration elapsed(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void write(SearchResults findings, Search search, Path file, Split chosenOn) {
        findings.best()
                .ifPresent(best -> SettingsFile.write(
                        file,
                        String.format(
                                Locale.ROOT,
                                "Trial %d of %d: NDCG@10 %.4f on %d validation targets (%s, %s%s), which selected it, so the score is"
                                        + " optimistic",
                                best.trial(),
                                findings.trials(),
                                best.reached().ndcg(),
                                chosenOn.validation().size(),
                                chosenOn.name(),
                                RequestTime.heading(chosenOn.knownRequestTime()),
                                findings.complete() ? "" : "; the search is not complete"),
                        Recipes.describe(search.withSettings(best.settings()))));
    }

    private static String inWords(SearchResults findings, Path file) {
        Optional<TrialOutcome> best = findings.best();
        if (best.isEmpty()) {
            return "no trial could be measured";
        }
        String text = String.format(
                Locale.ROOT,
                "best: trial %d, NDCG@10 %.4f",
                best.get().trial(),
                best.get().reached().ndcg());
        if (best.get().trial() != 1) {
            text += findings.first()
                    .map(first -> String.format(
                            Locale.ROOT, "; as given %.4f", first.reached().ndcg()))
                    .orElse("");
        }
        return text + "; in " + file + (findings.complete() ? "" : "; the search is not complete, run again to resume");
    }

    private static RecsException invalid(String message) {
        return new RecsException(RecsException.Code.SETTING_INVALID, message);
    }
}
