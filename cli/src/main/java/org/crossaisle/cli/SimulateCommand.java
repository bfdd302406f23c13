package org.crossaisle.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.crossaisle.cli.option.SettingErrors;
import org.crossaisle.cli.stop.Stopping;
import org.crossaisle.io.simulate.ShopSimulator;
import org.crossaisle.io.simulate.SimulationSettings;
import org.crossaisle.io.simulate.export.SimulatedExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the files of a simulated shop. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Writes the events and the catalog of a simulated shop, and the parameters behind them.",
        footer = {
            "",
            "Examples:",
            "  crossaisle simulate --users 2000 --items 1200 --events 60000 --seed 1 --out simulated",
            "  crossaisle import --events simulated/events.csv.gz --items simulated/items.csv.gz --shop myshop",
            "  crossaisle simulate --as shopify --out exported",
            "  crossaisle import --from exported --shop myshop"
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--users", defaultValue = "2000", description = "Default: ${DEFAULT-VALUE}.")
    private int users;

    @Option(names = "--items", defaultValue = "1200", description = "Default: ${DEFAULT-VALUE}.")
    private int items;

    @Option(names = "--events", defaultValue = "60000", description = "Default: ${DEFAULT-VALUE}.")
    private long events;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--language",
            defaultValue = "MIXED",
            description = "Language of the titles: english, chinese or mixed.")
    private SimulationSettings.Language language;

    @Option(names = "--plain", description = "Does not compress the files.")
    private boolean plain;

    @Option(
            names = "--as",
            defaultValue = "",
            paramLabel = "FORMAT",
            description = "Writes the files as another system does, uncompressed: shopify, woocommerce, ga4, ..., as in"
                    + " import --format. What the format cannot hold is left out.")
    private String format;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files are written.")
    private Path out;

    @Override
    public Integer call() {
        SimulationSettings settings = SettingErrors.checked(
                "simulate", () -> new SimulationSettings(users, items, events, seed, language, !plain));
        if (format.isEmpty()) {
            new ShopSimulator(settings).write(out, Stopping.progress());
        } else {
            SimulatedExport.write(format, settings, out, Stopping.progress());
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "simulated (no real customers): %,d users, %,d items, %,d events in %s%n",
                        users, items, events, out);
        return 0;
    }
}
