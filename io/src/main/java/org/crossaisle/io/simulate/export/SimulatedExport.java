package org.crossaisle.io.simulate.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.Nearest;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.io.simulate.ShopSimulator;
import org.crossaisle.io.simulate.SimulationSettings;

/**
 * Writes a simulated shop in the format of another system, as far as that format can hold it: exports of orders have no
 * views, and some data sets have no times, titles or brands.
 */
public final class SimulatedExport {
    private interface Export {
        void write(SimulatedTables tables, ExportFiles files) throws IOException;
    }

    private static final Map<String, Export> EXPORTS = new LinkedHashMap<>();

    static {
        EXPORTS.put("shopify", StoreExports::shopify);
        EXPORTS.put("woocommerce", StoreExports::woocommerce);
        EXPORTS.put("magento", StoreExports::magento);
        EXPORTS.put("google-merchant", StoreExports::googleMerchant);
        EXPORTS.put("ga4", EventExports::ga4);
        EXPORTS.put("gorse", EventExports::gorse);
        EXPORTS.put("recbole", DataSetExports::recBole);
        EXPORTS.put("metarank", EventExports::metarank);
        EXPORTS.put("personalize", EventExports::personalize);
        EXPORTS.put("retail-api", EventExports::retailApi);
        EXPORTS.put("movielens", DataSetExports::movieLens);
        EXPORTS.put("instacart", DataSetExports::instacart);
        EXPORTS.put("retailrocket", DataSetExports::retailRocket);
        EXPORTS.put("predictionio", EventExports::predictionIo);
        EXPORTS.put("opencart", StoreExports::opencart);
        EXPORTS.put("criteo", DataSetExports::criteo);
    }

    private SimulatedExport() {}

    /** The names of the formats. */
    public static List<String> names() {
        return new ArrayList<>(EXPORTS.keySet());
    }

    /**
     * Simulates a shop and writes its items and events in a format, and what is behind them as {@link ShopSimulator}
     * does.
     *
     * @throws RecsException SETTING_INVALID when there is no such format, STORAGE_FAILED when the directory cannot be
     *     written
     */
    public static void write(String format, SimulationSettings settings, Path directory, Progress progress) {
        Export export = EXPORTS.get(format);
        if (export == null) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "a simulated shop is not written as " + format + ". Nearest: " + Nearest.to(format, names())
                            + ". Known: " + String.join(", ", names()));
        }
        try {
            Path own = Files.createTempDirectory(Files.createDirectories(directory), "simulated-");
            new ShopSimulator(settings).write(own, progress);
            export.write(new SimulatedTables(own, settings.gzip()), new ExportFiles(directory));
            Files.delete(ShopSimulator.items(own, settings.gzip()));
            Files.delete(ShopSimulator.events(own, settings.gzip()));
            List<Path> others;
            try (var files = Files.list(own)) {
                others = files.toList();
            }
            for (Path file : others) {
                Files.move(
                        file, directory.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            Files.delete(own);
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED,
                    "the simulated shop cannot be written to " + directory + ": " + e.getMessage(),
                    e);
        }
    }
}
