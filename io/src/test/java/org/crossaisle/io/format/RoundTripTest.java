package org.crossaisle.io.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossaisle.Progress;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.history.History;
import org.crossaisle.io.format.plan.FormatText;
import org.crossaisle.io.format.plan.ShopFormat;
import org.crossaisle.io.ingest.ImportSettings;
import org.crossaisle.io.ingest.PlainTables;
import org.crossaisle.io.ingest.ShopImport;
import org.crossaisle.io.ingest.ShopTables;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.io.simulate.ShopSimulator;
import org.crossaisle.io.simulate.SimulationSettings;
import org.crossaisle.io.simulate.export.SimulatedExport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulated shop, written in each format and imported, is the shop that is imported from our own tables. */
class RoundTripTest {
    private static final SimulationSettings SETTINGS =
            new SimulationSettings(80, 160, 2_400, 5, SimulationSettings.Language.MIXED, false);
    private static final Set<String> ALL = Set.of("view", "cart", "purchase", "return");
    private static final Set<String> ORDERS = Set.of("purchase", "return");

    /**
     * What a format can hold of the simulated shop.
     *
     * @param events name of the file of events
     * @param items name of the file of items
     * @param actions the actions
     * @param columns further columns of events: timestamp, session_id
     * @param item the item as the format holds it, as text
     * @param action the action as the format holds it
     */
    private record Holds(
            String format,
            String events,
            String items,
            Set<String> actions,
            List<String> columns,
            Function<Item, String> item,
            Function<String, String> action) {
        @Override
        public String toString() {
            return format;
        }
    }

    private static Stream<Holds> formats() {
        Function<String, String> same = action -> action;
        List<String> times = List.of("timestamp");
        List<String> sessions = List.of("timestamp", "session_id");
        Function<Item, String> full = item -> item.title() + "|" + path(item) + "|" + brand(item) + "|" + price(item);
        return Stream.of(
                new Holds("shopify", "orders_export_1.csv", "products_export_1.csv", ORDERS, times, full, same),
                new Holds("woocommerce", "orders.csv", "wc-product-export.csv", ORDERS, times, full, same),
                new Holds("magento", "sales_order_item.csv", "catalog_product.csv", ORDERS, times, full, same),
                new Holds("google-merchant", "events.csv", "products_feed.tsv", ALL, sessions, full, same),
                new Holds("ga4", "events_20260101.jsonl", "events_20260101.jsonl", ALL, times, full, same),
                new Holds(
                        "gorse",
                        "feedback.jsonl",
                        "items.jsonl",
                        ALL,
                        times,
                        item -> item.title() + "|" + path(item),
                        same),
                new Holds(
                        "recbole",
                        "shop.inter",
                        "shop.item",
                        ALL,
                        times,
                        item -> item.title() + "|" + leaf(item).replace(' ', '-') + "|" + brand(item) + "|"
                                + price(item),
                        same),
                new Holds("metarank", "events.jsonl", "events.jsonl", ALL, sessions, full, same),
                new Holds("personalize", "interactions.csv", "items.csv", ALL, times, full, same),
                new Holds(
                        "retail-api",
                        "user_events.jsonl",
                        "products.jsonl",
                        Set.of("view", "cart", "purchase"),
                        sessions,
                        full,
                        same),
                new Holds(
                        "movielens",
                        "ratings.csv",
                        "movies.csv",
                        Set.of("purchase"),
                        times,
                        item -> item.title() + "|" + department(item),
                        action -> "review"),
                new Holds(
                        "instacart",
                        "order_products__prior.csv",
                        "products.csv",
                        Set.of("purchase"),
                        List.of(),
                        item -> item.title() + "|" + department(item),
                        same),
                new Holds(
                        "retailrocket",
                        "events.csv",
                        "item_properties_part1.csv",
                        Set.of("view", "cart", "purchase"),
                        times,
                        item -> "" + item.categories().get(0).depth(),
                        same),
                new Holds("predictionio", "events.json", "events.json", ALL, times, full, same),
                new Holds("opencart", "oc_order_product.csv", "oc_product_description.csv", ORDERS, times, full, same),
                new Holds(
                        "criteo",
                        "CriteoSearchData",
                        "CriteoSearchData",
                        Set.of("view", "purchase"),
                        times,
                        item -> item.title() + "|" + path(item) + "|" + brand(item),
                        same));
    }

    private static String path(Item item) {
        return item.categories().stream().map(CategoryPath::toString).collect(Collectors.joining("&"));
    }

    private static String department(Item item) {
        return item.categories().get(0).department();
    }

    private static String leaf(Item item) {
        List<String> levels = item.categories().get(0).levels();
        return levels.get(levels.size() - 1);
    }

    private static String brand(Item item) {
        return item.brand();
    }

    private static String price(Item item) {
        return item.price().isPresent() ? String.valueOf(item.price().getAsDouble()) : "";
    }

    @TempDir
    Path directory;

    @Test
    void everyFormat_isTested() {
        assertThat(formats().map(Holds::format)).containsExactlyElementsOf(ShopFormats.NAMES);
        assertThat(SimulatedExport.names()).containsExactlyElementsOf(ShopFormats.NAMES);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void importOfEachFormat_givesTheSameShop(Holds holds) throws IOException {
        Path written = directory.resolve("written");
        SimulatedExport.write(holds.format, SETTINGS, written, Progress.SILENT);
        PlainTables files =
                PlainTables.of(Map.of("events", written.resolve(holds.events), "items", written.resolve(holds.items)));

        FormattedTables detected = FormattedTables.detect(files);
        assertThat(detected.describe()).startsWith(holds.format + " (detected)");
        Map<String, String> expected = contents(shop(own(holds), "own"), holds, true);
        Shop imported = shop(detected, "imported");
        assertThat(different(contents(imported, holds, false), expected)).isEmpty();
        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(imported.simulated()).isTrue();

        // The plan as --explain prints it, passed back as a format of one's own.
        ShopFormat explained = FormatText.parse(FormatText.of(detected.used().orElseThrow()), "explained.yaml");
        Shop again = shop(FormattedTables.of(explained, files), "again");
        assertThat(different(contents(again, holds, false), expected)).isEmpty();
    }

    /** The simulated shop in our own tables, reduced to what a format can hold. */
    private PlainTables own(Holds holds) throws IOException {
        Path own = directory.resolve("plain");
        new ShopSimulator(SETTINGS).write(own, Progress.SILENT);
        Path events = ShopSimulator.events(own, false);
        List<String> lines = Files.readAllLines(events);
        List<String> header = List.of(lines.get(0).split(","));
        List<String> columns = new ArrayList<>(List.of("user_id", "item_id", "event"));
        columns.addAll(holds.columns);
        List<String> reduced = new ArrayList<>(List.of(String.join(",", columns)));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (holds.actions.contains(fields[header.indexOf("event")])) {
                reduced.add(columns.stream()
                        .map(column -> fields[header.indexOf(column)])
                        .collect(Collectors.joining(",")));
            }
        }
        Files.write(events, reduced);
        return PlainTables.of(Map.of("events", events, "items", ShopSimulator.items(own, false)));
    }

    private Shop shop(ShopTables tables, String name) {
        Path shop = directory.resolve(name);
        new ShopImport(ImportSettings.DEFAULTS.acceptingAll())
                .run(tables, shop, ImportedFiles.NOW, "secret", Progress.SILENT);
        return Shop.open(shop, "secret");
    }

    private static List<String> different(Map<String, String> found, Map<String, String> expected) {
        Set<String> ids = new java.util.TreeSet<>(expected.keySet());
        ids.addAll(found.keySet());
        return ids.stream()
                .filter(id -> !expected.getOrDefault(id, "").equals(found.getOrDefault(id, "")))
                .map(id -> id + ": " + found.get(id) + " instead of " + expected.get(id))
                .toList();
    }

    /** Each item and the history of each user, as texts by id. */
    private static Map<String, String> contents(Shop shop, Holds holds, boolean own) {
        Map<String, String> contents = new TreeMap<>();
        Set<Integer> met = new java.util.HashSet<>();
        for (int user = 0; user < SETTINGS.users(); user++) {
            String id = String.format("u%07d", user);
            if (shop.userNumber(id).isEmpty()) {
                continue;
            }
            History history = shop.dataset().history(shop.userNumber(id).getAsInt());
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < history.size(); at++) {
                met.add(history.item(at));
                String action = history.action(at).name().toLowerCase(java.util.Locale.ROOT);
                text.append(shop.catalog().item(history.item(at)).id())
                        .append(' ')
                        .append(own ? holds.action.apply(action) : action)
                        .append(history.instant(at).map(time -> " " + time).orElse(""))
                        .append('\n');
            }
            contents.put(id, text.toString());
        }
        for (int number = 0; number < shop.catalog().size(); number++) {
            Item item = shop.catalog().item(number);
            if (!holds.format.equals("criteo") || met.contains(number)) { // which has no other items
                contents.put(item.id(), holds.item.apply(item));
            }
        }
        return contents;
    }
}
