package org.crossaisle.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossaisle.Nearest;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.io.simulate.ShopSimulator;
import org.crossaisle.io.simulate.SimulationSettings;

/**
 * The shops of the benchmark, imported once: an existing import is reused if its files have not changed.
 *
 * @param data the folder of data sets
 * @param directory directory for the imported shops
 */
record BenchmarkShops(Path data, Path directory, Progress progress) {
    /** The data set that is simulated. */
    static final String SIMULATOR = "simulator";

    private static final SimulationSettings SIMULATED =
            new SimulationSettings(4_000, 1_200, 120_000, 1, SimulationSettings.Language.MIXED, true);

    /** @throws RecsException when a data set is missing; the message gives the nearest name */
    void require(String source) {
        if (!source.equals(SIMULATOR)) {
            file(data.resolve(source), "events", source);
            file(data.resolve(source), "items", source);
        }
    }

    Shop open(String source) {
        Path files = source.equals(SIMULATOR) ? simulated() : data.resolve(source);
        Path events = file(files, "events", source);
        Path items = file(files, "items", source);
        Path shop = directory.resolve(source);
        if (Files.exists(shop.resolve("shop.json"))) {
            Shop before = Shop.open(shop, ShopOption.secret());
            Map<String, String> inputs = before.provenance().inputs();
            if (hash(events).equals(inputs.get("events")) && hash(items).equals(inputs.get("items"))) {
                return before;
            }
        }
        new ShopImport(ImportSettings.DEFAULTS.acceptingAll().withName(source))
                .run(events, items, Optional.empty(), shop, Instant.now(), ShopOption.secret(), progress);
        return Shop.open(shop, ShopOption.secret());
    }

    private Path simulated() {
        Path files = directory.resolve(SIMULATOR + ".files");
        if (!Files.exists(files.resolve("simulation.json"))) { // the simulator writes it last
            new ShopSimulator(SIMULATED).write(files, progress);
        }
        return files;
    }

    private Path file(Path files, String table, String source) {
        return Stream.of(table + ".csv.gz", table + ".csv", table + ".parquet", table + ".jsonl")
                .map(files::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new RecsException(
                        RecsException.Code.SETTING_INVALID,
                        "--set-of " + source + ": there is no " + table + ".csv.gz in " + files + ". Nearest: "
                                + Nearest.to(source, known())));
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(List.of(SIMULATOR, BenchmarkSet.DEPARTMENT_ENTRIES));
        try (Stream<Path> found = Files.list(data)) {
            found.filter(Files::isDirectory)
                    .map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .forEach(known::add);
        } catch (IOException e) {
            return known; // the error message will name the missing folder
        }
        return known;
    }

    private static String hash(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE, file + " cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "SHA-256 is missing from this Java platform, though every platform must have it", e);
        }
    }
}
