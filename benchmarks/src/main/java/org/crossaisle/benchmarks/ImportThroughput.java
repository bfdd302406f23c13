package org.crossaisle.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.crossaisle.Progress;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.crossaisle.io.shop.ImportReport;
import org.crossaisle.io.shop.Shop;

/**
 * Imports a shop and prints rows per second, then opens it; with the highest heap and resident memory of the process.
 */
public final class ImportThroughput {
    private ImportThroughput() {}

    /**
     * Imports, opens and prints.
     *
     * @param arguments the events, the items, and the directory of the shop to be made
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("expected EVENTS ITEMS SHOP, found " + arguments.length);
        }
        Path shop = Path.of(arguments[2]);
        long start = System.nanoTime();
        ImportReport report = new ShopImport(ImportSettings.DEFAULTS.acceptingAll())
                .run(
                        Path.of(arguments[0]),
                        Path.of(arguments[1]),
                        Optional.empty(),
                        shop,
                        Instant.now(),
                        "",
                        Progress.SILENT);
        double seconds = (System.nanoTime() - start) / 1e9;
        long rows = report.table("events").rows();
        System.out.print(report.toText());
        System.out.printf(
                Locale.ROOT, "import: %,d rows in %.1f s, %,.0f rows/s; %s%n", rows, seconds, rows / seconds, memory());
        start = System.nanoTime();
        int interactions = Shop.open(shop, "").dataset().interactions();
        seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "open: %,d interactions in %.1f s; %s%n", interactions, seconds, memory());
    }

    private static String memory() throws IOException {
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        OptionalLong resident = PeakMemory.residentKibibytes();
        return String.format(
                Locale.ROOT,
                "peak heap %,d MiB, peak resident %s",
                heap >> 20,
                resident.isPresent() ? String.format(Locale.ROOT, "%,d MiB", resident.getAsLong() >> 10) : "not told");
    }
}
