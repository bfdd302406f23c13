package org.crossaisle.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crossaisle.Progress;
import org.crossaisle.cli.option.RequestTimeConverter;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.cli.option.SplitOptions;
import org.crossaisle.cli.print.JsonFile;
import org.crossaisle.cli.stop.Stopping;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.TemporalSplit;
import org.crossaisle.evaluate.Evaluation;
import org.crossaisle.evaluate.EvaluationReport;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Trainer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the long tables of docs/results.md. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = "Measures recipes on public data sets, for hours: the long tables of docs/results.md.",
        footer = {
            "",
            "Example:",
            "  crossaisle bench quality --data ../shared/data --set-of amazon-beauty,amazon-sports --out bench"
        })
final class BenchQualityCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            defaultValue = "../shared/data",
            paramLabel = "DIR",
            description = "The folder of data sets.")
    private Path data;

    @Option(
            names = "--set-of",
            split = ",",
            defaultValue = "amazon-beauty,amazon-sports,amazon-departments",
            paramLabel = "NAME",
            description = "Which data sets. Default: ${DEFAULT-VALUE}.")
    private List<String> sets;

    @Option(names = "--recipe", split = ",", paramLabel = "NAME", description = "Which recipes. Default: all.")
    private @Nullable List<String> recipes;

    @Option(names = "--seeds", split = ",", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private List<Long> seeds;

    @Option(
            names = "--request-time",
            paramLabel = "TIME",
            converter = RequestTimeConverter.class,
            description = RequestTimeConverter.DESCRIPTION
                    + " Default: last-event for leave-one-out, target for the temporal split.")
    private @Nullable RequestTime requestTime;

    @Option(
            names = "--out",
            defaultValue = "bench",
            paramLabel = "DIR",
            description = "The directory for shops and JSON files.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        PrintWriter print = spec.commandLine().getOut();
        Progress progress = Stopping.progress();
        for (String set : sets) {
            Shop shop = shop(set, progress);
            Dataset dataset = shop.dataset();
            // The temporal split is for shops with several departments; the others are compared with published figures.
            boolean temporal = dataset.hasTimes() && shop.catalog().categories().departments() > 1;
            Split split = temporal
                    ? new TemporalSplit(TemporalSplit.Targets.LAST).of(dataset)
                    : new LeaveOneOut().of(dataset);
            RequestTime usual =
                    SplitOptions.usualOf(temporal ? SplitOptions.Kind.TEMPORAL : SplitOptions.Kind.LEAVE_ONE_OUT);
            Map<String, Trainer> trainers = new LinkedHashMap<>();
            List<String> names = recipes == null ? Recipes.names() : recipes;
            names.forEach(name -> trainers.put(name, Recipes.of(name)));
            EvaluationReport report = new Evaluation(
                            set,
                            split.withRequestTime(requestTime == null ? usual : requestTime),
                            Evaluation.defaultLevels(shop.catalog()),
                            true,
                            progress)
                    .run(trainers, seeds, Optional.empty());
            JsonFile.write(report.asMap(), out.resolve(set + ".json"));
            print.println(report.toText());
            print.printf(
                    Locale.ROOT,
                    "seeds %s, Java %s, %d processors%n%n",
                    seeds,
                    System.getProperty("java.version"),
                    Runtime.getRuntime().availableProcessors());
            print.flush();
        }
        return 0;
    }

    private Shop shop(String set, Progress progress) {
        Path directory = out.resolve(set);
        Path files = data.resolve(set);
        new ShopImport(ImportSettings.DEFAULTS.acceptingAll().withName(set))
                .run(
                        files.resolve("events.csv.gz"),
                        files.resolve("items.csv.gz"),
                        Optional.empty(),
                        directory,
                        Instant.now(),
                        ShopOption.secret(),
                        progress);
        return Shop.open(directory, ShopOption.secret());
    }
}
