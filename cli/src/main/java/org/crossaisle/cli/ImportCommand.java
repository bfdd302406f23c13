package org.crossaisle.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.crossaisle.RecsException;
import org.crossaisle.cli.option.FormatOptions;
import org.crossaisle.cli.option.ImportOptions;
import org.crossaisle.cli.option.ReportOptions;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.history.Action;
import org.crossaisle.io.console.TerminalProgress;
import org.crossaisle.io.format.FormattedTables;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.PlainTables;
import org.crossaisle.io.ingest.ShopImport;
import org.crossaisle.io.profile.ShopReport;
import org.crossaisle.io.table.TableOptions;
import org.crossaisle.io.table.TableSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads a shop's events and catalog into a shop directory. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Reads events and a catalog (CSV, JSON Lines, either gzipped, or Parquet) into a shop directory.",
        footer = {
            "",
            "Examples:",
            "  crossaisle import --events events.csv.gz --items items.csv.gz --shop myshop",
            "  crossaisle import --events e.jsonl --items i.parquet --shop myshop --map user_id=uid --map items.item_id=sku",
            "  crossaisle import --events e.csv --items i.csv --users u.csv --user-columns age_group --shop myshop",
            "  crossaisle import --events orders_export.csv --items products_export.csv --format shopify --shop myshop",
            "  crossaisle import --from instacart --shop myshop",
            "  crossaisle import --events e.csv --items i.csv --dry-run --report report.html --shop myshop",
            "  crossaisle import --events e.json --items e.json --explain > my.yaml",
            "  crossaisle import --events e.json --items e.json --format my.yaml --shop myshop",
            "",
            "Rows that are no use are counted by reason and shown; a file that cannot be read leaves the shop as it was."
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--events", paramLabel = "FILE", description = "User, item, action and time of each event.")
    private @Nullable Path events;

    @Option(names = "--items", paramLabel = "FILE", description = "The catalog: id, title, category path, ...")
    private @Nullable Path items;

    @Option(names = "--users", paramLabel = "FILE", description = "User attributes, where there are any.")
    private @Nullable Path users;

    @Option(
            names = "--user-columns",
            split = ",",
            paramLabel = "NAME",
            description = "Which columns of the users file are kept. None unless named, since such files hold names and"
                    + " addresses.")
    private List<String> userColumns = List.of();

    @Option(names = "--shop", paramLabel = "DIR", description = "Where the shop is made or replaced.")
    private @Nullable Path shop;

    @Option(names = "--map", paramLabel = "OURS=YOURS", description = "What a column is called in your files.")
    private Map<String, String> columns = new TreeMap<>();

    @Option(names = "--categories", paramLabel = "FILE", description = "A table of category id, name and parent_id.")
    private @Nullable Path categories;

    @Option(names = "--default-action", paramLabel = "ACTION", description = "What an event is when no column says.")
    private @Nullable Action defaultAction;

    @Option(names = "--name", defaultValue = "", paramLabel = "NAME", description = "What the shop is called.")
    private String name;

    @Mixin
    private FormatOptions formats;

    @Mixin
    private ReportOptions reports;

    @Mixin
    private ImportOptions options;

    @Override
    public Integer call() {
        ImportSettings settings =
                options.over(ImportSettings.DEFAULTS.withName(name).withColumns(columns));
        if (!userColumns.isEmpty()) {
            if (users == null) {
                throw new RecsException(
                        RecsException.Code.SETTING_INVALID, "--user-columns needs --users, the file they are in");
            }
            settings = settings.withUserColumns(userColumns);
        }
        if (defaultAction != null) {
            settings = settings.withDefaultAction(defaultAction);
        }
        FormattedTables tables = formats.tables(files());
        PrintWriter out = spec.commandLine().getOut();
        if (formats.explain()) {
            out.print(formats.explained(tables));
            out.flush();
            return 0;
        }
        if (shop == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--shop=DIR'");
        }
        reports.check();
        AtomicReference<String> shown = new AtomicReference<>("");
        ShopImport importer = new ShopImport(settings).reportingTo(report -> {
            reports.write(report);
            shown.set(report.toText(reports.language()));
        });
        (reports.isDryRun() ? importer.dryRun() : importer)
                .run(tables, shop, Instant.now(), ShopOption.secret(), TerminalProgress.onStandardError());
        out.print(shown.get());
        if (!tables.describe().isEmpty()) {
            out.printf("format: %s%n", tables.describe());
        }
        out.printf(reports.isDryRun() ? "dry run: nothing was imported%n" : "report: %s%n", ShopReport.page(shop));
        out.flush();
        return 0;
    }

    private PlainTables files() {
        SortedMap<String, TableSource> given = new TreeMap<>();
        put("events", events, given);
        put("items", items, given);
        put("users", users, given);
        put("categories", categories, given);
        return new PlainTables(formats.sources(given), TableOptions.DEFAULTS);
    }

    private static void put(String table, @Nullable Path file, SortedMap<String, TableSource> given) {
        if (file != null) {
            given.put(table, TableSource.of(file));
        }
    }
}
