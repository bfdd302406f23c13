package org.crossaisle.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.Progress;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.crossaisle.io.recipe.ModelDirectory;
import org.crossaisle.io.recipe.ModelShop;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;

/**
 * A shop of six items, imported, with counting models trained on it. Of 60 customers two of three buy shoe, sock and
 * cream, a day apart, the others pan and book; nobody buys the bottle.
 */
final class TinyShop {
    static final long START = 1_767_225_600; // 2026-01-01T00:00:00Z
    static final Instant NOW = Instant.ofEpochSecond(START + 30 * 86_400);

    private TinyShop() {}

    /** Imports the shop below a directory, and returns where it is. */
    static Path importInto(Path directory) {
        StringBuilder events = new StringBuilder("user_id,item_id,event,timestamp\n");
        for (int user = 0; user < 60; user++) {
            String[] bought = user % 3 == 2 ? new String[] {"pan", "book"} : new String[] {"shoe", "sock", "cream"};
            for (int day = 0; day < bought.length; day++) {
                events.append("u" + user + "," + bought[day] + ",purchase," + (START + day * 86_400L) + "\n");
            }
        }
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("events.csv"), events);
            Files.writeString(directory.resolve("items.csv"), """
                    item_id,title,category
                    shoe,Trail shoe,Sports>Running
                    sock,Running sock,Sports>Running
                    bottle,Water bottle,Sports>Hydration
                    cream,Sun cream,Beauty>Skin care
                    book,Training book,Books>Sport
                    pan,Frying pan,Kitchen>Cookware
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path shop = directory.resolve("shop");
        new ShopImport(ImportSettings.DEFAULTS.acceptingAll())
                .run(
                        directory.resolve("events.csv"),
                        directory.resolve("items.csv"),
                        Optional.empty(),
                        shop,
                        NOW,
                        "",
                        Progress.SILENT);
        return shop;
    }

    /** Trains a recipe on an imported shop, and returns where the model is. */
    static Path train(Path place, String recipe) {
        Shop shop = Shop.open(place, "");
        Trainer trainer = Recipes.of(recipe);
        Model model = trainer.fit(shop.dataset(), TrainingRun.withSeed(1));
        Path directory = place.resolveSibling("model-" + recipe);
        ModelDirectory.write(
                directory, Frozen.of(trainer), model, shop.catalog(), Map.of(), ModelShop.of(shop, place), 1, NOW);
        return directory;
    }
}
