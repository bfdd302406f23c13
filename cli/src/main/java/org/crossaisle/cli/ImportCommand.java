package org.crossaisle.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.cli.option.ImportOptions;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.cli.stop.Stopping;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.ShopImport;
import org.crossaisle.io.shop.ImportReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "",
            "Unusable rows are counted by reason and reported. If a file cannot be read, the shop stays" + " unchanged."
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description = "User, item, action and time of each event.")
    private Path events;

    @Option(
            names = "--items",
            required = true,
            paramLabel = "FILE",
            description = "The catalog: id, title, category path, ...")
    private Path items;

    @Option(names = "--users", paramLabel = "FILE", description = "Optional user attributes.")
    private @Nullable Path users;

    @Option(
            names = "--user-columns",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Columns of the users file to keep. Default: none, since such files hold names and addresses.")
    private List<String> userColumns = List.of();

    @Option(
            names = "--shop",
            required = true,
            paramLabel = "DIR",
            description = "The shop directory to create or replace.")
    private Path shop;

    @Option(names = "--map", paramLabel = "OURS=YOURS", description = "The name of a column in your files.")
    private Map<String, String> columns = new TreeMap<>();

    @Option(names = "--categories", paramLabel = "FILE", description = "A table of category id, name and parent_id.")
    private @Nullable Path categories;

    @Option(
            names = "--default-action",
            paramLabel = "ACTION",
            description = "The action of events when no column gives one.")
    private @Nullable String defaultAction;

    @Option(names = "--name", defaultValue = "", paramLabel = "NAME", description = "The name of the shop.")
    private String name;

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
            settings = settings.withDefaultAction(defaultAction(settings.vocabulary(), defaultAction));
        }
        if (categories != null) {
            settings = settings.withCategories(categories);
        }
        ImportReport report = new ShopImport(settings)
                .run(
                        events,
                        items,
                        Optional.ofNullable(users),
                        shop,
                        Instant.now(),
                        ShopOption.secret(),
                        Stopping.progress());
        spec.commandLine().getOut().print(report.toText());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static Action defaultAction(ActionVocabulary actions, String name) {
        try {
            return actions.named(name.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RecsException(RecsException.Code.SETTING_INVALID, "--default-action: " + e.getMessage(), e);
        }
    }
}
