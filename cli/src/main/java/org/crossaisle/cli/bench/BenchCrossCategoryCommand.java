package org.crossaisle.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.crossaisle.Nearest;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.cli.option.DeviceOption;
import org.crossaisle.cli.option.RecipeOptions;
import org.crossaisle.cli.option.RequestTimeConverter;
import org.crossaisle.cli.print.JsonFile;
import org.crossaisle.cli.stop.Resumable;
import org.crossaisle.cli.stop.Stopping;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.evaluate.benchmark.BenchmarkReport;
import org.crossaisle.evaluate.benchmark.BenchmarkResult;
import org.crossaisle.evaluate.benchmark.BenchmarkTask;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Trainer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the published benchmark of cross-category recommendation, see docs/benchmark.md. */
@Command(
        name = "cross-category",
        mixinStandardHelpOptions = true,
        description =
                "Measures how well recipes predict the next category when it is new to the customer: the published"
                        + " benchmark of docs/benchmark.md. Results are kept in the out directory, and an interrupted run"
                        + " resumes when it is run again.",
        footer = {
            "",
            "Examples:",
            "  crossaisle bench cross-category --data ../shared/data --out bench",
            "  crossaisle bench cross-category --recipe popular,itemknn,transformer,mine.yaml --seeds 1 --out bench",
            "  crossaisle bench cross-category --set-of department-entries --recipe popular,blend --reference blend",
            "  crossaisle bench cross-category --data mydata --set-of myshop,myshop:entries --set mf.dimension=128"
        })
final class BenchCrossCategoryCommand implements Callable<Integer>, Resumable {
    private static final String USUAL_REFERENCE = "transformer";

    /** The baselines for department entries, in addition to the reference; the second is the hardest to beat. */
    private static final List<String> BASELINES = List.of("popular", "popular-30-days", "popular-across-departments");

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeviceOption device;

    @Option(
            names = "--data",
            defaultValue = "../shared/data",
            paramLabel = "DIR",
            description = "The folder of data sets, each a folder with events and items. Default: ${DEFAULT-VALUE}.")
    private Path data;

    @Option(
            names = "--set-of",
            split = ",",
            defaultValue = "amazon-departments," + BenchmarkSet.DEPARTMENT_ENTRIES + ",grocery-households,"
                    + BenchmarkShops.SIMULATOR,
            paramLabel = "NAME",
            description = "Data sets: folders, or a folder with :entries for its department entries; "
                    + BenchmarkSet.DEPARTMENT_ENTRIES + " for those of amazon-departments; " + BenchmarkShops.SIMULATOR
                    + ". Default: ${DEFAULT-VALUE}.")
    private List<String> sets;

    @Option(
            names = "--recipe",
            split = ",",
            defaultValue =
                    "popular,popular-30-days,popular-across-departments,itemknn,itemknn-attributes,content-based,transitions,ease,mf,gru,"
                            + "transformer,bsarec,blend,hybrid,best,cross-category",
            paramLabel = "NAME",
            description = "Recipes by name or by a YAML file. Default: ${DEFAULT-VALUE}.")
    private List<String> recipes;

    @Option(
            names = "--set",
            paramLabel = "RECIPE.KEY=VALUE",
            description = "Replaces a setting of a recipe, such as transformer.epochs=5. May be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--reference",
            paramLabel = "RECIPE",
            description = "The recipe that the others are compared with. Default: " + USUAL_REFERENCE
                    + " where it takes part, else the first.")
    private @Nullable String reference;

    @Option(
            names = "--seeds",
            split = ",",
            defaultValue = "1,2,3,4,5",
            paramLabel = "SEED",
            description = "Default: ${DEFAULT-VALUE}.")
    private List<Long> seeds;

    @Option(
            names = "--choose-once",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Chooses epochs and weights on validation with the first seed only, and reuses them for the other"
                            + " seeds, which halves the time. Default: ${DEFAULT-VALUE}.")
    private boolean chooseOnce;

    @Option(
            names = "--request-time",
            defaultValue = "target",
            paramLabel = "TIME",
            converter = RequestTimeConverter.class,
            description = RequestTimeConverter.DESCRIPTION + " Default: ${DEFAULT-VALUE}.")
    private RequestTime requestTime;

    @Option(
            names = "--out",
            defaultValue = "bench-cross-category",
            paramLabel = "DIR",
            description =
                    "The directory for shops, measurements, and a table of each data set as Markdown and JSON. Default:"
                            + " ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        device.use();
        Map<String, Trainer> trainers = trainers();
        String against = reference();
        Progress progress = Stopping.progress();
        BenchmarkShops shops = new BenchmarkShops(data, out.resolve("shops"), progress);
        List<BenchmarkSet> tables = sets.stream().map(BenchmarkSet::of).toList();
        tables.forEach(set -> shops.require(set.source())); // check now, not after hours
        Files.createDirectories(out);
        PrintWriter print = spec.commandLine().getOut();
        for (BenchmarkSet set : tables) {
            BenchmarkReport report = report(set, shops.open(set.source()), trainers, against, progress);
            print.println();
            print.println(report.toText());
            print.flush();
            JsonFile.write(report.asMap(), out.resolve(set.fileName() + ".json"));
            JsonFile.writeText(report.toMarkdown(), out.resolve(set.fileName() + ".md"));
        }
        return 0;
    }

    @Override
    public String howToResume() {
        return "run the same command again to resume";
    }

    private Map<String, Trainer> trainers() {
        RecipeOptions asked = new RecipeOptions();
        asked.names = recipes;
        asked.settings = settings;
        return asked.trainers();
    }

    private String reference() {
        if (reference == null) {
            return recipes.contains(USUAL_REFERENCE) ? USUAL_REFERENCE : recipes.get(0);
        }
        if (!recipes.contains(reference)) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "--reference " + reference + ": expected one of the recipes in --recipe. Nearest: "
                            + Nearest.to(reference, recipes));
        }
        return reference;
    }

    private BenchmarkReport report(
            BenchmarkSet set, Shop shop, Map<String, Trainer> trainers, String against, Progress progress) {
        Dataset dataset = shop.dataset();
        BenchmarkTask task = set.task(dataset, requestTime);
        PrintWriter print = spec.commandLine().getOut();
        BenchmarkRun run = new BenchmarkRun(
                task,
                described(set, shop, requestTime),
                chooseOnce,
                new BenchmarkFiles(out.resolve(set.fileName())),
                progress,
                line -> {
                    print.println(set.name() + ", " + line);
                    print.flush();
                });
        List<BenchmarkResult> results = new ArrayList<>();
        trainers.forEach((name, trainer) -> results.add(run.measure(name, trainer, seeds)));
        List<String> references = Stream.concat(
                        Stream.of(against), set.isEntries() ? BASELINES.stream() : Stream.empty())
                .distinct()
                .toList();
        return new BenchmarkReport(
                set.name() + (shop.simulated() ? " (simulated)" : ""), note(), task, results, references, progress);
    }

    private static Map<String, String> described(BenchmarkSet set, Shop shop, RequestTime requestTime) {
        Map<String, String> described = new TreeMap<>();
        shop.provenance().inputs().forEach((table, hash) -> described.put("sha256 of " + table, hash));
        described.put("users", String.valueOf(shop.dataset().users()));
        described.put("interactions", String.valueOf(shop.dataset().interactions()));
        described.put("version", shop.provenance().version());
        described.put("targets", set.described(shop.dataset(), requestTime));
        return described;
    }

    private String note() {
        String text = seeds.stream()
                .map(String::valueOf)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        if (seeds.size() == 1) {
            return "Seed " + text;
        }
        return "Seeds " + text
                + (chooseOnce
                        ? "; epochs and weights were chosen on validation with seed " + seeds.get(0)
                                + " alone and reused for the other seeds"
                        : "; epochs and weights were chosen on validation for each seed");
    }
}
