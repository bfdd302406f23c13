package org.crossaisle.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossaisle.Progress;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.crossaisle.io.recipe.ModelDirectory;
import org.crossaisle.io.recipe.ModelShop;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.io.simulate.ShopSimulator;
import org.crossaisle.io.simulate.SimulationSettings;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.jspecify.annotations.Nullable;

/** A simulated shop of 300 customers, imported, with a small model trained on it. */
public class TrainedShop implements QuarkusTestResourceLifecycleManager {
    /** After all that is simulated. */
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final String recipe;
    private @Nullable Path directory;

    public TrainedShop() {
        this("transformer");
    }

    TrainedShop(String recipe) {
        this.recipe = recipe;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path top = Files.createTempDirectory("crossaisle-served");
            directory = top;
            Map<String, String> settings = new HashMap<>();
            settings.put("crossaisle.model", train(top, recipe).toString());
            if (change(top.resolve("simulated/items.csv"))) {
                importInto(top);
            }
            settings.put("crossaisle.events", top.resolve("events.sqlite").toString());
            settings.put("crossaisle.concurrency", "2");
            settings.put("crossaisle.queue", "40");
            settings.put("crossaisle.allowed-hosts", "recommend.example,192.0.2.7");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the items after the training; true when the shop is to be imported again. */
    boolean change(Path items) throws IOException {
        return false;
    }

    /** Simulates, imports and trains below a directory, and returns where the model is. */
    static Path train(Path top, String recipe) {
        new ShopSimulator(new SimulationSettings(300, 600, 6_000, 1, SimulationSettings.Language.MIXED, false))
                .write(top.resolve("simulated"), Progress.SILENT);
        Path place = importInto(top);
        Shop shop = Shop.open(place, "");
        Trainer trainer = Recipes.of(recipe);
        if (recipe.equals("transformer")) {
            trainer = Recipes.with(trainer, Map.of("epochs", "2", "dimension", "16", "heads", "2"));
        }
        Model model = trainer.fit(shop.dataset(), TrainingRun.withSeed(1));
        Path directory = top.resolve("model");
        ModelDirectory.write(
                directory, Frozen.of(trainer), model, shop.catalog(), Map.of(), ModelShop.of(shop, place), 1, NOW);
        return directory;
    }

    private static Path importInto(Path top) {
        Path place = top.resolve("shop");
        new ShopImport(ImportSettings.DEFAULTS.acceptingAll().withName("test shop"))
                .run(
                        top.resolve("simulated/events.csv"),
                        top.resolve("simulated/items.csv"),
                        Optional.empty(),
                        place,
                        NOW,
                        "",
                        Progress.SILENT);
        return place;
    }

    @Override
    public void stop() {
        if (directory != null) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
