package org.crossaisle.io.ingest;

import java.io.IOException;
import java.nio.file.Files;
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
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.WorkStoppedException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
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
    private static final String SIMULATION = "simulation.json";

    private final ImportSettings settings;

    public ShopImport(ImportSettings settings) {
        this.settings = settings;
    }

    /**
     * Imports into a directory, replacing an existing shop.
     *
     * @param users a table of users, of which only the chosen columns are kept
     * @param now current time; later events are rejected
     * @param secret for the user key; may be empty, see {@link UserKey}
     * @throws RecsException INPUT_UNREADABLE or COLUMN_MISSING when a table cannot be used, KEY_MISMATCH when the
     *     existing shop has another key, DATA_INSUFFICIENT when no event or no item is left, STORAGE_FAILED when the
     *     directory cannot be written to or is in use, TOO_LARGE when there is not enough memory
     */
    public ImportReport run(
            Path events,
            Path items,
            Optional<Path> users,
            Path shopDirectory,
            Instant now,
            String secret,
            Progress progress) {
        Map<String, ColumnMap> columns = ColumnMap.read(settings.columns(), Tables.all());
        try (ShopDirectory directory = ShopDirectory.lock(shopDirectory.toAbsolutePath())) {
            Optional<Manifest> before = ShopDirectory.manifest(shopDirectory);
            directory.removeAllBut(before.map(Manifest::data).orElse(""));
            String salt = before.map(Manifest::salt).orElseGet(ShopImport::newSalt);
            UserKey key = before.isPresent()
                    ? Shop.key(shopDirectory, before.get(), secret)
                    : new UserKey(HexFormat.of().parseHex(salt), secret);
            Path data = directory.newData(before.map(Manifest::data).orElse(""));
            Run run = new Run(data, key, now, progress, columns);
            try {
                ImportReport report = run.read(events, items, users);
                columns.values().forEach(ColumnMap::requireUsed);
                Manifest manifest = new Manifest(
                        Manifest.FORMAT,
                        settings.name().isEmpty() ? nameOf(shopDirectory) : settings.name(),
                        nameOf(data),
                        salt,
                        key.fingerprint(),
                        settings.sessionGap().toSeconds(),
                        settings.vocabulary().actions(),
                        settings.collapse(),
                        Manifest.Made.of(provenance(report, key, now)),
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

    private Provenance provenance(ImportReport report, UserKey key, Instant now) {
        SortedMap<String, String> inputs = new TreeMap<>();
        report.tables().forEach(table -> inputs.put(table.table(), table.sha256()));
        SortedMap<String, String> all = settings.asText();
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
        private final List<TableReport> tables = new ArrayList<>();

        Run(Path data, UserKey key, Instant now, Progress progress, Map<String, ColumnMap> columns) {
            this.data = data;
            this.hashes = new UserHashes(key, numbers);
            this.now = now;
            this.progress = progress;
            this.columns = columns;
        }

        ImportReport read(Path events, Path items, Optional<Path> users) throws IOException, SQLException {
            Optional<CategoryPaths> categories = settings.categories().map(this::readCategories);
            List<Item> read = readItems(items, categories);
            if (read.isEmpty()) {
                throw noRowsLeft("items are");
            }
            ItemFile.write(data, read);
            Catalog catalog = new Catalog(read, settings.vocabulary());
            boolean timed = sortEvents(events, catalog);
            UserFile.write(data, numbers, users.isPresent() ? readUsers(users.get()) : new TreeMap<>());

            InteractionRows rows = new InteractionRows(
                    catalog, numbers.size(), settings.sessionGap().toSeconds(), settings.collapse());
            Dataset dataset = rows.read(data.resolve(Shop.EVENTS));
            if (dataset.interactions() == 0) {
                throw noRowsLeft("interactions are");
            }
            Path simulation = events.resolveSibling(SIMULATION);
            return new ImportReport(
                    tables,
                    dataset.users(),
                    catalog.size(),
                    rows.events(),
                    dataset.interactions(),
                    rows.returns(),
                    rows.collapsed(),
                    timed,
                    Files.isRegularFile(simulation));
        }

        private RecsException noRowsLeft(String what) {
            StringBuilder text = new StringBuilder();
            tables.forEach(table -> table.writeTo(text));
            return new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT, "no " + what + " left after cleaning:\n" + text);
        }

        private TableReading reading(String table, RowReader reader, List<Column> wanted, Progress.Task task) {
            ColumnMap map = columns.get(table);
            if (map == null) {
                throw new IllegalStateException("no columns are known for the table " + table);
            }
            return new TableReading(table, reader, wanted, map, task);
        }

        private Progress.Task task(RowReader reader) {
            return progress.start("Reading " + reader.name(), reader.bytesTotal(), "bytes");
        }

        private List<Column> columnsOf(String table) {
            return Tables.all().getOrDefault(table, List.of());
        }

        private CategoryPaths readCategories(Path file) {
            try (RowReader reader = TableFile.open(file);
                    Progress.Task task = task(reader)) {
                TableReading rows = reading("categories", reader, columnsOf("categories"), task);
                CategoryPaths table = CategoryPaths.read(rows);
                tables.add(rows.report());
                return table;
            }
        }

        private List<Item> readItems(Path file, Optional<CategoryPaths> categories) {
            try (RowReader reader = TableFile.open(file);
                    Progress.Task task = task(reader)) {
                TableReading rows = reading("items", reader, columnsOf("items"), task);
                List<Item> items = new ItemsTable(rows, categories, settings.titleCharacters()).read();
                tables.add(rows.report());
                return items;
            }
        }

        private boolean sortEvents(Path file, Catalog catalog) throws IOException, SQLException {
            Path work = data.resolve("work");
            boolean timed;
            try (RowReader reader = TableFile.open(file);
                    EventSorter sorter = new EventSorter(work, settings.databaseMemory())) {
                TableReading rows;
                try (Progress.Task task = task(reader)) {
                    rows = reading("events", reader, eventColumns(), task);
                    new EventsTable(rows, catalog, hashes, settings, now).readInto(sorter);
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
                    } else {
                        rows.note("no event has a time; events keep the order of the file");
                    }
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

        private SortedMap<Integer, SortedMap<String, String>> readUsers(Path file) {
            try (RowReader reader = TableFile.open(file);
                    Progress.Task task = task(reader)) {
                TableReading rows = reading("users", reader, columnsOf("users"), task);
                SortedMap<Integer, SortedMap<String, String>> read =
                        new UsersTable(rows, hashes, settings.userColumns()).read();
                tables.add(rows.report());
                return read;
            }
        }
    }
}
