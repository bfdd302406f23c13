package org.crossaisle.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.cli.option.DeviceOption;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.cli.print.Answers;
import org.crossaisle.cli.serve.ServerProcess;
import org.crossaisle.cli.serve.Serving;
import org.crossaisle.cli.stop.Stopping;
import org.crossaisle.cli.train.ModelTraining;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.evaluate.Evaluation;
import org.crossaisle.evaluate.EvaluationReport;
import org.crossaisle.evaluate.RecipeResult;
import org.crossaisle.explain.Reason;
import org.crossaisle.history.History;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.crossaisle.io.recipe.ModelDirectory;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.io.settings.CrossingText;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.io.simulate.ShopSimulator;
import org.crossaisle.io.simulate.SimulationSettings;
import org.crossaisle.model.Trainer;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.serving.ServingModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs all steps once, from events to recommendations with reasons. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Simulates a shop, imports it, measures and trains recipes, prints recommendations with reasons, and serves"
                        + " them over HTTP.",
        footer = {
            "",
            "Examples:",
            "  crossaisle demo",
            "  crossaisle demo --once         does not serve",
            "  crossaisle demo --data DIR     on your own events.csv.gz and items.csv.gz, or on an imported shop"
        })
final class DemoCommand implements Callable<Integer> {
    private static final SimulationSettings SHOP =
            new SimulationSettings(2_500, 1_200, 60_000, 1, SimulationSettings.Language.MIXED, true);
    private static final List<String> COMPARED = List.of("popular", "itemknn", "transitions", "transformer");
    private static final String SERVED = "transformer";
    private static final String EPOCHS = "12";
    private static final int SMALL_SHOP = 10_000; // users

    /**
     * Training settings for a small shop. With the defaults, a dozen epochs have too few steps to learn much; smaller
     * batches and a higher learning rate raised NDCG@10 on the demo's shop from .22 to .34.
     */
    private static final Map<String, String> FOR_A_SMALL_SHOP =
            Map.of("batchSize", "64", "learningRate", "0.003", "dropout", "0.1");

    private static final int CUSTOMERS = 3;
    private static final long SEED = 1;

    /**
     * The category level to show, if the catalog is that deep: it resembles aisles. Departments are too broad for a
     * demo.
     */
    private static final int LEVEL = 2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeviceOption device;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A shop directory, or a directory with an events and an items file.")
    private @Nullable Path data;

    @Option(
            names = "--dir",
            defaultValue = "demo",
            paramLabel = "DIR",
            description = "The directory for the shop and the model. Default: ${DEFAULT-VALUE}.")
    private Path directory;

    @Option(names = "--once", description = "Exits after printing, without serving.")
    private boolean once;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "The port it serves on at the end. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Override
    public Integer call() {
        device.use();
        PrintWriter out = spec.commandLine().getOut();
        ServerProcess.Settings serving = new ServerProcess.Settings(
                directory.resolve("model"), Optional.empty(), Optional.empty(), "127.0.0.1", port, List.of(), Map.of());
        if (!once) {
            ServerProcess.check(serving); // check now, not after minutes of training
        }
        ModelTraining.requireWritable(directory.resolve("model"));
        Progress progress = Stopping.progress();
        Path place = shop(progress, out);
        Shop shop = Shop.open(place, ShopOption.secret());
        Dataset dataset = shop.dataset();
        if (shop.simulated()) {
            out.println("This shop is simulated: no real customers.");
        }
        Split split = new LeaveOneOut().of(dataset);
        RecipeResult served = measure(shop, split, progress, out);
        out.println();
        out.println("Training " + SERVED + " on all events of the shop, with the settings chosen above");
        out.flush();
        ModelDirectory model = new ModelTraining(
                        shop, place, SEED, directory.resolve("model"), split.requestTime(), progress)
                .fit(served.frozen().orElseThrow(), dataset, ModelTraining.metrics("test", split, served));
        ServingModel answering = ServingModel.of(shop, model, CrossingText.NONE, progress);
        Answers answers = new Answers(answering);
        int level = Math.min(LEVEL, answering.levels().size() - 1);
        Crossing third = Crossing.share(0.3, level);
        int shown = 0;
        for (int user : customers(dataset)) {
            answers.print("Customer " + ++shown, dataset.history(user), third, 6, Reason.Language.ENGLISH, out);
        }
        answers.print("A new customer", History.EMPTY, third, 6, Reason.Language.ENGLISH, out);
        out.println();
        out.println("The model is in " + directory.resolve("model") + "; query it with");
        out.println("  ./crossaisle recommend --model " + directory.resolve("model") + " --user ID --scope cross");
        out.flush();
        return once
                ? 0
                : Serving.run(serving, place.toString(), out, spec.commandLine().getErr());
    }

    private RecipeResult measure(Shop shop, Split split, Progress progress, PrintWriter out) {
        out.println("Measuring how well each customer's last event is predicted; " + SERVED + " trains for at most "
                + EPOCHS + " epochs here");
        out.flush();
        Map<String, Trainer> recipes = new LinkedHashMap<>();
        COMPARED.forEach(name -> recipes.put(name, trainer(name, shop.dataset().users())));
        Evaluation evaluation = new Evaluation(
                shop.name() + (shop.simulated() ? " (simulated)" : ""),
                split,
                Evaluation.defaultLevels(shop.catalog()).stream().limit(2).toList(),
                true,
                progress);
        out.println();
        EvaluationReport report = evaluation.run(recipes, List.of(SEED), Optional.of("transitions"));
        out.print(report.toText());
        out.flush();
        return report.result(SERVED).orElseThrow();
    }

    private static Trainer trainer(String name, int users) {
        Trainer trainer = Recipes.of(name);
        if (!name.equals(SERVED)) {
            return trainer;
        }
        Trainer brief = Recipes.with(trainer, Map.of("epochs", EPOCHS));
        return users < SMALL_SHOP ? Recipes.with(brief, FOR_A_SMALL_SHOP) : brief;
    }

    /** The shop directory, created if it does not exist yet. */
    private Path shop(Progress progress, PrintWriter out) {
        if (data != null && Files.exists(data.resolve("shop.json"))) {
            return data;
        }
        Path files = data;
        if (files == null) {
            files = directory.resolve("simulated");
            out.printf("Simulating a shop of %,d customers%n", SHOP.users());
            out.flush();
            new ShopSimulator(SHOP).write(files, progress);
        }
        Path shop = directory.resolve("shop");
        out.println("Importing " + files);
        out.flush();
        Path events = find(files, "events");
        Path items = find(files, "items");
        out.print(new ShopImport(ImportSettings.DEFAULTS.withName(data == null ? "demo shop" : name(files)))
                .run(events, items, Optional.empty(), shop, Instant.now(), ShopOption.secret(), progress)
                .toText());
        out.flush();
        return shop;
    }

    private static String name(Path files) {
        return files.toAbsolutePath().normalize().getFileName().toString();
    }

    private static Path find(Path directory, String table) {
        for (String ending : List.of(".csv.gz", ".csv", ".jsonl.gz", ".jsonl", ".parquet")) {
            if (Files.isRegularFile(directory.resolve(table + ending))) {
                return directory.resolve(table + ending);
            }
        }
        throw new RecsException(
                RecsException.Code.INPUT_UNREADABLE,
                directory + " is not a shop directory and has no file " + table
                        + " (.csv, .csv.gz, .jsonl, .jsonl.gz or .parquet)");
    }

    /** Customers with a history short enough to read, of 6 to 30 events, spread evenly over all users. */
    private static List<Integer> customers(Dataset data) {
        List<Integer> chosen = new ArrayList<>();
        int step = Math.max(1, data.users() / 7);
        for (int from = 0; from < data.users() && chosen.size() < CUSTOMERS; from += step) {
            for (int user = from; user < Math.min(data.users(), from + step); user++) {
                int size = data.history(user).size();
                if (size >= 6 && size <= 30) {
                    chosen.add(user);
                    break;
                }
            }
        }
        return chosen;
    }
}
