package org.crossaisle.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.cli.option.FormatOptions;
import org.crossaisle.cli.option.ImportOptions;
import org.crossaisle.cli.option.ReadingOptions;
import org.crossaisle.cli.option.ReportOptions;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.cli.stop.Stopping;
import org.crossaisle.io.format.FormattedTables;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopFiles;
import org.crossaisle.io.ingest.ShopImport;
import org.crossaisle.io.profile.ShopReport;
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
        description = "Reads events and a catalog (CSV, JSON, Parquet or Excel) into a shop directory.",
        footer = {
            "",
            "Examples:",
            "  crossaisle import --events events.csv.gz --items items.csv.gz --shop myshop",
            "  crossaisle import --events e.jsonl --items i.parquet --shop myshop --map user_id=uid --map items.item_id=sku",
            "  crossaisle import --events e.csv --items i.csv --users u.csv --user-columns age_group --shop myshop",
            "  crossaisle import --events export/events --items 'items-*.csv.gz' --shop myshop",
            "  crossaisle import --events jan.csv feb.csv --items export.zip!items.csv --shop myshop",
            "  zcat events.gz | crossaisle import --events - --items catalog.xlsx --shop myshop",
            "  crossaisle import --events e.csv --items i.csv --encoding items=GB18030 --delimiter 'events=|' --shop myshop",
            "  crossaisle import --events orders_export.csv --items products_export.csv --format shopify --shop myshop",
            "  crossaisle import --from instacart --shop myshop",
            "  crossaisle import --events e.csv --items i.csv --dry-run --report report.html --shop myshop",
            "  crossaisle import --events e.json --items e.json --explain > my.yaml",
            "  crossaisle import --events e.json --items e.json --format my.yaml --shop myshop",
            "  crossaisle import --events ga4.json --items i.csv --unnest events=items --map events.item_id=items.item_id",
            "    --shop myshop",
            "  crossaisle import --events e.csv --items i.csv --shop myshop --date-order dmy --time-zone Europe/Berlin",
            "  crossaisle import --events e.csv --items i.csv --shop myshop --action read=view,star=cart",
            "  crossaisle import --events orders.csv --items i.csv --shop myshop --map event= --default-action purchase",
            "  crossaisle import --events e.csv --items i.csv --shop myshop --path-separator , --category-separator /",
            "  crossaisle import --events e.csv --items i.csv --shop myshop --accept dropped=0.3,items=5",
            "  crossaisle import --events jdbc:postgresql://db/shop --query events=\"SELECT user_id, ... FROM orders\"",
            "    --items items.csv --shop myshop",
            "",
            "FILE is a file, a directory of parts, a pattern in quotes, a member of a zip file or a sheet of a workbook",
            "(FILE!NAME), or - for standard input. Several are the parts of one table. CSV and JSON may be compressed with",
            "gzip, zstd or zip. jdbc:postgresql://HOST/DB or jdbc:mysql://HOST/DB reads the rows of --query; the user and the",
            "password are taken from CROSSAISLE_DATABASE_USER and CROSSAISLE_DATABASE_PASSWORD. Options of the files are for all",
            "tables, or, with a table in front, for one.",
            "Unusable rows are counted by reason and reported. A file that cannot be read, or that",
            "can be read in two ways, and totals that look wrong leave the shop as it was."
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--events",
            arity = "1..*",
            paramLabel = "FILE",
            description = "User, item, action and time of each event.")
    private List<String> events = List.of();

    @Option(
            names = "--items",
            arity = "1..*",
            paramLabel = "FILE",
            description = "The catalog: id, title, category path, ...")
    private List<String> items = List.of();

    @Option(
            names = "--users",
            arity = "1..*",
            paramLabel = "FILE",
            description = "User attributes, where there are any.")
    private List<String> users = List.of();

    @Option(
            names = "--user-columns",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Columns of the users file to keep. Default: none, since such files hold names and addresses.")
    private List<String> userColumns = List.of();

    @Option(names = "--shop", paramLabel = "DIR", description = "The shop directory to create or replace.")
    private @Nullable Path shop;

    @Option(names = "--map", paramLabel = "OURS=YOURS", description = "The name of a column in your files.")
    private Map<String, String> columns = new TreeMap<>();

    @Option(
            names = "--categories",
            arity = "1..*",
            paramLabel = "FILE",
            description = "A table of category id, name and parent_id.")
    private List<String> categories = List.of();

    @Option(
            names = "--default-action",
            paramLabel = "ACTION",
            description = "The action of events when no column gives one.")
    private @Nullable String defaultAction;

    @Option(names = "--name", defaultValue = "", paramLabel = "NAME", description = "The name of the shop.")
    private String name;

    @Mixin
    private FormatOptions formats;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private ReportOptions reports;

    @Mixin
    private ImportOptions options;

    @Override
    public Integer call() {
        ImportSettings settings =
                options.over(ImportSettings.DEFAULTS.withName(name).withColumns(columns));
        if (!userColumns.isEmpty()) {
            if (users.isEmpty()) {
                throw new RecsException(
                        RecsException.Code.SETTING_INVALID, "--user-columns needs --users, the file they are in");
            }
            settings = settings.withUserColumns(userColumns);
        }
        if (defaultAction != null) {
            settings = settings.withDefaultAction(defaultAction(settings.vocabulary(), defaultAction));
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
                .run(tables, shop, Instant.now(), ShopOption.secret(), Stopping.progress());
        out.print(shown.get());
        if (!tables.describe().isEmpty()) {
            out.printf("format: %s%n", tables.describe());
        }
        out.println(reports.isDryRun() ? "dry run: nothing was imported" : "report: " + ShopReport.page(shop));
        out.flush();
        return 0;
    }

    private ShopFiles files() {
        SortedMap<String, TableSource> given = new TreeMap<>();
        source(events).ifPresent(source -> given.put("events", source));
        source(items).ifPresent(source -> given.put("items", source));
        SortedMap<String, TableSource> all = formats.sources(given);
        return new ShopFiles(
                required("events", all), required("items", all), source(users), source(categories), reading.byTable());
    }

    private static TableSource required(String table, SortedMap<String, TableSource> sources) {
        TableSource source = sources.get(table);
        if (source == null) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "an import needs --events and --items, or --from with a directory that has both");
        }
        return source;
    }

    private static Optional<TableSource> source(List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(new TableSource(names));
    }

    private static Action defaultAction(ActionVocabulary actions, String name) {
        try {
            return actions.named(name.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RecsException(RecsException.Code.SETTING_INVALID, "--default-action: " + e.getMessage(), e);
        }
    }
}
