package org.crossaisle.neural.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.count.Popular;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a shop and a model can be copied, and the copy does not reach back into the original. */
class ModelShopTest {
    @TempDir
    Path directory;

    private Path folder;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(directory.resolve("folder of alice"));
    }

    private Shop importInto(Path shop, String lastItem) throws IOException {
        Path items = Files.writeString(directory.resolve("items.csv"), "item_id,title\nA,Tea\nB,Pot\n");
        Path events = Files.writeString(
                directory.resolve("events.csv"),
                "user_id,item_id,event,timestamp\nu,A,view,1600000000\nu," + lastItem + ",buy,1600009000\n");
        new ShopImport(ImportSettings.DEFAULTS.acceptingAll().withName("tea shop"))
                .run(events, items, Optional.empty(), shop, Instant.parse("2024-01-01T00:00:00Z"), "", Progress.SILENT);
        return Shop.open(shop, "");
    }

    private static void write(Path model, Shop shop, Path place) {
        Trainer trainer = new Popular();
        ModelDirectory.write(
                model,
                Frozen.of(trainer),
                trainer.fit(shop.dataset(), TrainingRun.withSeed(1)),
                shop.catalog(),
                Map.of(),
                ModelShop.of(shop, place),
                1,
                Instant.EPOCH);
    }

    @Test
    void folderThatWasMoved_namesItsOwnShop_andNoFolderAboveIt() throws IOException {
        Path place = folder.resolve("shop");
        Path model = folder.resolve("model");
        Shop shop = importInto(place, "B");
        write(model, shop, place);
        assertThat(ModelShop.ofModel(model)).isEqualTo(ModelShop.of(shop, place.toRealPath()));
        assertThat(Files.readString(model.resolve("provenance.json")))
                .contains("\"shop.directory\" : \"../shop\"", "\"shop.name\" : \"tea shop\"")
                .contains(shop.provenance().inputs().values())
                .doesNotContain("alice");
        assertThat(ModelShop.ofModel(model).notes(model, null, shop)).isEmpty();
        Path moved = Files.move(folder, directory.resolve("moved"));
        assertThat(ModelShop.ofModel(moved.resolve("model")).directory())
                .isEqualTo(moved.resolve("shop").toRealPath());
    }

    @Test
    void shopElsewhere_isFound_andToldUnlessItWasAskedFor() throws IOException {
        Path place = folder.resolve("shops/tea");
        Path model = directory.resolve("models/m");
        Shop shop = importInto(place, "B");
        write(model, shop, place);
        Path linked = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("models"))
                .resolve("m");
        for (Path asked : new Path[] {model, linked}) {
            ModelShop back = ModelShop.ofModel(asked);
            assertThat(back.directory()).isEqualTo(place.toRealPath());
            assertThat(back.notes(asked, place, shop)).isEmpty();
            assertThat(back.notes(asked, null, shop))
                    .singleElement()
                    .asString()
                    .contains(place.toRealPath() + ", which is not beside the model")
                    .contains("--shop");
        }
    }

    @Test
    void olderModelWithAnAbsolutePath_isRead_andItsShopTold() throws IOException {
        Path place = folder.resolve("shop");
        Path model = folder.resolve("model");
        Shop shop = importInto(place, "B");
        write(model, shop, place);
        Path provenance = model.resolve("provenance.json");
        Files.writeString(
                provenance,
                Files.readString(provenance)
                        .replace("\"../shop\"", "\"" + place + "\"")
                        .replaceFirst(",\\s*\"shop.name\" : \"tea shop\"", ""));
        assertThat(ModelShop.ofModel(model).notes(model, null, shop)).isEmpty();
        Path copied = Files.move(
                model, Files.createDirectory(directory.resolve("copy")).resolve("model"));
        ModelShop back = ModelShop.ofModel(copied);
        assertThat(back.directory()).isEqualTo(place);
        assertThat(back.notes(copied, null, shop))
                .singleElement()
                .asString()
                .contains(place + ", which is not beside the model");
    }

    @Test
    void otherData_areTold() throws IOException {
        Path place = folder.resolve("shop");
        Path model = folder.resolve("model");
        write(model, importInto(place, "B"), place);
        Shop later = importInto(place, "A");
        for (Path asked : new Path[] {null, place}) {
            assertThat(ModelShop.ofModel(model).notes(model, asked, later))
                    .singleElement()
                    .asString()
                    .contains(place + " does not hold the data that the model " + model
                            + " was trained on (shop tea shop, events ")
                    .contains("train the model again");
        }
    }
}
