package org.crossaisle.neural.figures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.crossaisle.Progress;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.crossaisle.io.shop.Shop;
import org.junit.jupiter.api.Assumptions;

/** Public data sets on which figures are repeated; a test is left out where they are not at hand. */
public final class PublicData {
    private PublicData() {}

    /** @param shop a directory to import it to */
    static Dataset imported(String name, Path shop) {
        Path data = found(name);
        new ShopImport(ImportSettings.DEFAULTS.acceptingAll())
                .run(
                        data.resolve("events.csv.gz"),
                        data.resolve("items.csv.gz"),
                        Optional.empty(),
                        shop,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        "",
                        Progress.SILENT);
        return Shop.open(shop, "").dataset();
    }

    /** CROSSAISLE_DATA, or shared/data beside a directory above. */
    public static Path found(String name) {
        String given = System.getenv("CROSSAISLE_DATA");
        if (given != null && Files.isDirectory(Path.of(given, name))) {
            return Path.of(given, name);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path here = at.resolve("shared/data").resolve(name);
            if (Files.isDirectory(here)) {
                return here;
            }
        }
        Assumptions.abort(name + " is not at hand");
        throw new IllegalStateException("not reached");
    }
}
