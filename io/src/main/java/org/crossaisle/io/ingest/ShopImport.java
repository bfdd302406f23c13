package org.crossaisle.io.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.WorkStoppedException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.io.column.ListMeaning;
import org.crossaisle.io.column.SampledRows;
import org.crossaisle.io.profile.ShopReport;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.ImportReport;
import org.crossaisle.io.shop.InteractionRows;
import org.crossaisle.io.shop.ItemFile;
import org.crossaisle.io.shop.Manifest;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.io.shop.ShopDirectory;
import org.crossaisle.io.shop.TableReport;
import org.crossaisle.io.shop.UserFile;
import org.crossaisle.io.shop.UserHashes;
import org.crossaisle.io.shop.UserNumbers;
import org.crossaisle.io.table.Column;
import org.crossaisle.io.table.ColumnMap;
import org.crossaisle.io.table.RowReader;
import org.crossaisle.io.table.TableFile;
import org.crossaisle.privacy.UserKey;
import org.crossaisle.provenance.BuildVersion;
import org.crossaisle.provenance.Provenance;

/**
 * Imports a shop from tables. Bad rows are counted by reason and left out. A table that cannot be read at all ends the
 * import and leaves an existing shop unchanged.
 */
public final class ShopImport {
    private final ImportSettings settings;
    private final boolean dryRun;
    private final Consumer<ShopReport> reader;

    public ShopImport(ImportSettings settings) {
        this(settings, false, report -> {});
    }

    private ShopImport(ImportSettings settings, boolean dryRun, Consumer<ShopReport> reader) {
        this.settings = settings;
        this.dryRun = dryRun;
        this.reader = reader;
    }

    /** An import that reads and checks everything, and leaves the directory as it was. */
    public ShopImport dryRun() {
        return new ShopImport(settings, true, reader);
    }

    /**
     * An import that passes on its report for people, also when it stops afterwards because a total is beyond its
     * limit.
     */
    public ShopImport reportingTo(Consumer<ShopReport> other) {
        return new ShopImport(settings, dryRun, other);
    }

    /**
     * Imports files into a directory, replacing an existing shop.
     *
     * @throws RecsException as the method it calls
     */
    public ImportReport run(
            Path events,
            Path items,
            Optional<Path> users,
            Path shopDirectory,
            Instant now,
            String secret,
            Progress progress) {
        return run(ShopFiles.of(events, items, users), shopDirectory, now, secret, progress);
    }

    /**
     * Imports into a directory, replacing an existing shop.
     *
     * @param tables which are read once or twice each, in the order categories, items, events, users
     * @param now current time; later events are rejected
     * @param secret for the user key; may be empty, see {@link UserKey}
     * @throws RecsException INPUT_UNREADABLE or COLUMN_MISSING when a table cannot be used, KEY_MISMATCH when the
     *     existing shop has another key, DATA_DOUBTFUL when a total is beyond its limit, DATA_INSUFFICIENT when no
     *     event or no item is left, STORAGE_FAILED when the directory cannot be written to or is in use, TOO_LARGE when
     *     there is not enough memory
     */
    public ImportReport run(ShopTables tables, Path shopDirectory, Instant now, String secret, Progress progress) {
        Map<String, ColumnMap> columns = ColumnMap.read(settings.columns(), Tables.all());
        try (ShopDirectory directory = ShopDirectory.lock(shopDirectory.toAbsolutePath())) {
            Optional<Manifest> before = ShopDirectory.manifest(shopDirectory);
            directory.removeAllBut(before.map(Manifest::data).orElse(""));
            String salt = before.map(Manifest::salt).orElseGet(ShopImport::newSalt);
            UserKey key = before.isPresent()
                    ? Shop.key(shopDirectory, before.get(), secret)
                    : new UserKey(HexFormat.of().parseHex(salt), secret);
            Path data = directory.newData(before.map(Manifest::data).orElse(""));
            Run run = new Run(data, key, now, progress, columns, tables);
            try {
                String name = settings.name().isEmpty() ? nameOf(shopDirectory) : settings.name();
                ShopReport shopReport = run.read(name);
                ImportReport report = shopReport.imported();
                columns.values().forEach(ColumnMap::requireUsed);
                reader.accept(shopReport);
                run.totals.check(report, before.map(Manifest::report));
                if (dryRun) {
                    directory.removeAllBut(before.map(Manifest::data).orElse(""));
                    return report;
                }
                shopReport.write(data);
                Manifest manifest = new Manifest(
                        Manifest.FORMAT,
                        name,
                        nameOf(data),
                        salt,
                        key.fingerprint(),
                        settings.sessionGap().toSeconds(),
                        settings.vocabulary().actions(),
                        settings.collapse(),
                        actions(),
                        Manifest.Made.of(provenance(report, tables, key, now)),
                        report);
                directory.switchTo(manifest);
                directory.removeAllBut(manifest.data());
                return report;
            } catch (RecsException | WorkStoppedException | IOException | SQLException e) {
                directory.removeAllBut(ShopDirectory.manifest(shopDirectory)
                        .map(Manifest::data)
                        .orElse(""));
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw failed(shopDirectory, e);
        }
    }

    private static RecsException failed(Path directory, Exception e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message.contains("Out of Memory")
                ? new RecsException(RecsException.Code.TOO_LARGE, "sorting the events: " + message, e)
                : new RecsException(
                        RecsException.Code.STORAGE_FAILED, directory + " cannot be written to: " + message, e);
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    private static String newSalt() {
        byte[] salt = new byte[UserKey.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private SortedMap<String, String> actions() {
        SortedMap<String, String> names = new TreeMap<>();
        settings.actions().forEach((name, action) -> names.put(name, action.name()));
        return names;
    }

    private Provenance provenance(ImportReport report, ShopTables read, UserKey key, Instant now) {
        SortedMap<String, String> inputs = new TreeMap<>();
        report.tables().forEach(table -> inputs.put(table.table(), table.sha256()));
        SortedMap<String, String> all = settings.asText();
        all.putAll(read.settings());
        all.put("userKey", key.fingerprint());
        all.put("now", now.toString());
        all.put("simulated", String.valueOf(report.simulated()));
        all.put("returnsLeftOut", String.valueOf(report.returns()));
        all.put("eventsCollapsed", String.valueOf(report.collapsed()));
        return Provenance.of("import", BuildVersion.text(), now, all, inputs);
    }

    /** One run of the import. */
    private final class Run {
        private final Path data;
        private final UserNumbers numbers = new UserNumbers();
        private final UserHashes hashes;
        private final Instant now;
        private final Progress progress;
        private final Map<String, ColumnMap> columns;
        private final ShopTables source;
        private final List<TableReport> tables = new ArrayList<>();
        private final ImportTotals totals = new ImportTotals(settings);

        Run(Path data, UserKey key, Instant now, Progress progress, Map<String, ColumnMap> columns, ShopTables source) {
            this.data = data;
            this.hashes = new UserHashes(key, numbers);
            this.now = now;
            this.progress = progress;
            this.columns = columns;
            this.source = source;
        }

        ShopReport read(String name) throws IOException, SQLException {
            Optional<CategoryPaths> categories =
                    source.has("categories") || settings.categories().isPresent()
                            ? Optional.of(readCategories())
                            : Optional.empty();
            List<Item> read = readItems(categories);
            if (read.isEmpty()) {
                throw noRowsLeft("items are");
            }
            ItemFile.write(data, read);
            Catalog catalog = new Catalog(read, settings.vocabulary());
            boolean timed = sortEvents(catalog);
            UserFile.write(data, numbers, source.has("users") ? readUsers() : new TreeMap<>());

            InteractionRows rows = new InteractionRows(
                    catalog, numbers.size(), settings.sessionGap().toSeconds(), settings.collapse());
            Dataset dataset = rows.read(data.resolve(Shop.EVENTS));
            if (dataset.interactions() == 0) {
                throw noRowsLeft("interactions are");
            }
            ImportReport report = new ImportReport(
                    tables,
                    dataset.users(),
                    catalog.size(),
                    rows.events(),
                    dataset.interactions(),
                    rows.returns(),
                    rows.collapsed(),
                    timed,
                    source.simulated());
            return ShopReport.of(name, report, dataset);
        }

        private RecsException noRowsLeft(String what) {
            StringBuilder text = new StringBuilder();
            tables.forEach(table -> table.writeTo(text));
            return new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT, "no " + what + " left after cleaning:\n" + text);
        }

        private TableReading reading(String table, SampledRows reader, List<Column> wanted, Progress.Task task) {
            ColumnMap map = columns.get(table);
            if (map == null) {
                throw new IllegalStateException("no columns are known for the table " + table);
            }
            return new TableReading(table, reader, wanted, map, task);
        }

        /** The settings for a table: of one that is written as ours are, nothing about categories is open. */
        private ImportSettings of(String table) {
            return source.isOurs(table)
                    ? settings.withCategorySeparator(String.valueOf(CategoryPath.SEPARATOR))
                            .withPathSeparator("|")
                            .withCategoriesAre(ListMeaning.SET)
                    : settings;
        }

        private SampledRows open(String table) {
            if (!source.has(table)) { // the categories of the settings
                return new SampledRows(TableFile.open(settings.categories().orElseThrow()), Optional.empty());
            }
            Supplier<RowReader> again = () -> source.open(table);
            return new SampledRows(again.get(), source.readsOnce(table) ? Optional.empty() : Optional.of(again));
        }

        private Progress.Task task(RowReader reader) {
            return progress.start("Reading " + reader.name(), reader.bytesTotal(), "bytes");
        }

        private List<Column> columnsOf(String table) {
            return Tables.all().getOrDefault(table, List.of());
        }

        private CategoryPaths readCategories() {
            try (SampledRows reader = open("categories");
                    Progress.Task task = task(reader)) {
                TableReading rows = reading("categories", reader, columnsOf("categories"), task);
                CategoryPaths table = CategoryPaths.read(rows, settings);
                tables.add(rows.report());
                return table;
            }
        }

        private List<Item> readItems(Optional<CategoryPaths> categories) {
            try (SampledRows reader = open("items");
                    Progress.Task task = task(reader)) {
                TableReading rows = reading("items", reader, columnsOf("items"), task);
                List<Item> items = new ItemsTable(rows, categories, of("items")).read();
                tables.add(rows.report());
                return items;
            }
        }

        private boolean sortEvents(Catalog catalog) throws IOException, SQLException {
            Path work = data.resolve("work");
            boolean timed;
            try (SampledRows reader = open("events");
                    EventSorter sorter = new EventSorter(work, settings.databaseMemory())) {
                TableReading rows;
                EventsTable table;
                try (Progress.Task task = task(reader)) {
                    rows = reading("events", reader, eventColumns(), task);
                    table = new EventsTable(rows, source, catalog, hashes, settings, now);
                    table.readInto(sorter);
                }
                try (Progress.Task task = progress.start("Sorting events", -1, "events")) {
                    sorter.endAdding();
                    EventSorter.Removed bots =
                            sorter.removeBots(settings.botEvents(), settings.botEventsPerHour(), rows::note);
                    bots.into(rows.findings(), Finding.Reason.BOT_LIKE_USER);
                    timed = sorter.timed();
                    if (timed) {
                        long filled = sorter.fillTimes();
                        if (filled > 0) {
                            rows.note(String.format(
                                    "%,d events without a time were given the time of the user's previous or next event, else the"
                                            + " earliest time",
                                    filled));
                        }
                        if (rows.has(Tables.POSITION)) {
                            rows.note(String.format(
                                    "events are ordered by position; %,d times that ran backwards were raised",
                                    sorter.raiseTimes()));
                        }
                    } else if (table.timesNotUnderstood() > 0) {
                        rows.note(String.format(
                                "%,d times are there and not one was understood: the order of the file is the order",
                                table.timesNotUnderstood()));
                    } else if (rows.kept() > 0) {
                        rows.note("no event has a time: the order of the file is the order");
                    }
                    totals.events(sorter.busiest("item"), sorter.busiest("user"), rows.reader()::where, catalog);
                    EventSorter.Removed duplicates = sorter.write(data, Shop.EVENTS, timed);
                    duplicates.into(rows.findings(), Finding.Reason.DUPLICATE_EVENT);
                    long dropped = bots.count() + duplicates.count();
                    tables.add(rows.report(rows.kept() - dropped));
                }
            }
            ShopDirectory.removeTree(work);
            return timed;
        }

        /** The event columns: with a default action, the action column is optional. */
        private List<Column> eventColumns() {
            return columnsOf("events").stream()
                    .map(column -> column.equals(Tables.ACTION)
                                    && settings.defaultAction().isPresent()
                            ? new Column(column.name(), column.aliases(), false)
                            : column)
                    .toList();
        }

        private SortedMap<Integer, SortedMap<String, String>> readUsers() {
            try (SampledRows reader = open("users");
                    Progress.Task task = task(reader)) {
                TableReading rows = reading("users", reader, columnsOf("users"), task);
                SortedMap<Integer, SortedMap<String, String>> read = new UsersTable(rows, hashes, settings).read();
                tables.add(rows.report());
                return read;
            }
        }
    }
}
