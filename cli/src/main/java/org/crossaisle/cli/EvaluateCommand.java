package org.crossaisle.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crossaisle.Nearest;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.cli.option.DeviceOption;
import org.crossaisle.cli.option.RecipeOptions;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.cli.option.SplitOptions;
import org.crossaisle.cli.print.JsonFile;
import org.crossaisle.cli.stop.Stopping;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Split;
import org.crossaisle.evaluate.Evaluation;
import org.crossaisle.evaluate.EvaluationReport;
import org.crossaisle.evaluate.SubsetResult;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Trainer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures recipes on a shop by the evaluation protocol. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Trains recipes on a part of a shop's events and measures how well they predict the rest.",
        footer = {
            "",
            "Examples:",
            "  crossaisle evaluate --shop myshop --recipe popular,blend,transformer",
            "  crossaisle evaluate --shop myshop --split temporal --recipe itemknn,transformer --seeds 1,2,3 --json out.json",
            "  crossaisle evaluate --shop myshop --recipe transformer --set transformer.epochs=5 --at-least"
                    + " transformer.ndcg@10=0.03"
        })
final class EvaluateCommand implements Callable<Integer> {
    /** The exit status when a metric is below its bound. */
    static final int BELOW = 3;

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

    @Option(names = "--seeds", defaultValue = "1", split = ",", paramLabel = "SEED", description = "Default: 1.")
    private List<Long> seeds;

    @Option(
            names = "--levels",
            split = ",",
            paramLabel = "LEVEL",
            description = "Category levels to report, 0 = department.")
    private List<Integer> levels = List.of();

    @Option(
            names = "--unmasked",
            description = "Ranks items of the history too, and keeps targets that repeat an item of the history.")
    private boolean unmasked;

    @Option(
            names = "--on-validation",
            description =
                    "Measures on the validation targets instead of the test targets, to choose among recipes and settings"
                            + " without using the test. The scores of a recipe chosen this way are optimistic.")
    private boolean onValidation;

    @Option(names = "--reference", paramLabel = "RECIPE", description = "The recipe that the others are compared with.")
    private @Nullable String reference;

    @Option(
            names = "--by-exposure",
            description =
                    "Also shows the metrics by how often the items occur in training and by how long the users' histories"
                            + " are. The JSON always has them.")
    private boolean byExposure;

    @Option(
            names = "--metric",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Also prints these metrics, such as mrr@10 or one from another jar. The JSON always has all metrics.")
    private List<String> metrics = List.of();

    @Option(
            names = "--parts",
            description =
                    "Also reports each part of a recipe that combines others, in a row of its own. This costs only the"
                            + " time to rank.")
    private boolean parts;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes all metrics to this file.")
    private @Nullable Path json;

    @Option(
            names = "--at-least",
            split = ",",
            paramLabel = "RECIPE.METRIC=VALUE",
            description = "Exits with status 3 if a metric on all targets is lower.")
    private Map<String, Double> bounds = new LinkedHashMap<>();

    @Override
    public Integer call() {
        device.use();
        Map<String, Trainer> trainers = recipes.trainers();
        if (reference != null && !trainers.containsKey(reference)) {
            throw unknown("--reference " + reference);
        }
        bounds.keySet().forEach(this::recipeOf);
        Shop opened = shop.open();
        Dataset data = opened.dataset();
        String name = opened.name() + (opened.simulated() ? " (simulated)" : "");
        Split whole = split.forComparison(data);
        Split asked = onValidation ? whole.validationAsTest() : whole;
        EvaluationReport report = new Evaluation(
                        name, asked, levels(data.catalog()), !unmasked, parts, Stopping.progress())
                .run(trainers, seeds, Optional.ofNullable(reference));
        if (report.n() == 0) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    "nothing can be measured: no target is left"
                            + (report.repeats() == 0
                                    ? ""
                                    : ", because each of the " + report.repeats()
                                            + " users had the item before; --unmasked asks for repeats too")
                            + ". Look at the report of the import: ids or actions may have been misread.");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(report.toText());
        if (byExposure) {
            out.println();
            out.print(report.exposureText());
        }
        out.flush();
        if (json != null) {
            JsonFile.write(report.asMap(), json);
        }
        if (!metrics.isEmpty()) { // after writing the file, so that a wrong name loses no results
            out.println();
            out.print(report.metricsText(metrics));
            out.flush();
        }
        return reached(report, out) ? 0 : BELOW;
    }

    /** The recipe of RECIPE.METRIC, where both may have dots: the longest requested recipe that is a prefix. */
    private String recipeOf(String bound) {
        return recipes.names.stream()
                .filter(name -> bound.startsWith(name + "."))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> unknown("--at-least " + bound));
    }

    private RecsException unknown(String option) {
        return new RecsException(
                RecsException.Code.SETTING_INVALID,
                option + ": expected one of the recipes in --recipe: " + String.join(", ", recipes.names));
    }

    private List<Integer> levels(Catalog catalog) {
        int deepest = catalog.categories().levels();
        for (int level : levels) {
            if (level < 0 || level >= deepest || Collections.frequency(levels, level) > 1) {
                throw new RecsException(
                        RecsException.Code.SETTING_INVALID,
                        "--levels " + level + ": expected distinct levels from 0 to below the " + deepest
                                + " levels of the catalog");
            }
        }
        return levels.isEmpty() ? Evaluation.defaultLevels(catalog) : levels;
    }

    private boolean reached(EvaluationReport report, PrintWriter out) {
        boolean all = true;
        for (Map.Entry<String, Double> bound : bounds.entrySet()) {
            String recipe = recipeOf(bound.getKey());
            String metric = bound.getKey().substring(recipe.length() + 1);
            Map<String, Double> known = report.result(recipe)
                    .map(result -> result.subsets().get("all"))
                    .map(SubsetResult::metrics)
                    .orElse(Map.of());
            if (!known.isEmpty() && !known.containsKey(metric)) {
                throw new RecsException(
                        RecsException.Code.SETTING_INVALID,
                        "--at-least " + bound.getKey() + ": there is no metric " + metric + ". Nearest: "
                                + Nearest.to(metric, List.copyOf(known.keySet())));
            }
            double value = known.getOrDefault(metric, Double.NaN);
            boolean holds = value >= bound.getValue();
            out.printf(
                    "%s is %.4f, expected at least %.4f: %s%n",
                    bound.getKey(), value, bound.getValue(), holds ? "yes" : "NO");
            all &= holds;
        }
        out.flush();
        return all;
    }
}
