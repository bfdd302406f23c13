package org.crossaisle.io.simulate.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossaisle.io.simulate.export.ExportFiles.Lines;

/** The layouts of public data sets, most of which hold less than the simulated shop. */
final class DataSetExports {
    private DataSetExports() {}

    /** The words of a category are joined by hyphens, since blanks separate categories. */
    static void recBole(SimulatedTables tables, ExportFiles files) throws IOException {
        try (Lines out = files.lines("shop.item", "\t")) {
            out.add("item_id:token", "title:token_seq", "categories:token_seq", "brand:token", "price:float");
            tables.items(item ->
                    out.add(item.id(), item.title(), item.level(2).replace(' ', '-'), item.brand(), item.price()));
        }
        try (Lines out = files.lines("shop.inter", "\t")) {
            out.add("user_id:token", "item_id:token", "action:token", "timestamp:float");
            tables.events(
                    event -> out.add(event.user(), event.item(), event.action(), String.valueOf(event.seconds())));
        }
    }

    /** A purchase is a rating of 5, and departments are the genres. */
    static void movieLens(SimulatedTables tables, ExportFiles files) throws IOException {
        try (Lines out = files.csv("movies.csv", "movieId", "title", "genres")) {
            tables.items(item -> out.add(item.id(), item.title(), item.level(0)));
        }
        try (Lines out = files.csv("ratings.csv", "userId", "movieId", "rating", "timestamp")) {
            tables.events(event -> {
                if (event.action().equals("purchase")) {
                    out.add(event.user(), event.item(), "5.0", String.valueOf(event.seconds()));
                }
            });
        }
    }

    /** Purchases without times, one an order; the first two levels of a path are department and aisle. */
    static void instacart(SimulatedTables tables, ExportFiles files) throws IOException {
        Map<String, Integer> departments = new LinkedHashMap<>();
        Map<String, Integer> aisles = new LinkedHashMap<>();
        try (Lines out = files.csv("products.csv", "product_id", "product_name", "aisle_id", "department_id")) {
            tables.items(item -> out.add(
                    item.id(), item.title(), number(item.level(1), aisles), number(item.level(0), departments)));
        }
        names(files, "aisles.csv", "aisle", aisles);
        names(files, "departments.csv", "department", departments);
        Map<String, Integer> orders = new HashMap<>();
        try (Lines out = files.csv(
                        "orders.csv",
                        ("order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order")
                                .split(","));
                Lines products = files.csv(
                        "order_products__prior.csv", "order_id,product_id,add_to_cart_order,reordered".split(","))) {
            tables.events(event -> {
                if (event.action().equals("purchase")) {
                    String order = String.valueOf(event.number());
                    int place = orders.merge(event.user(), 1, Integer::sum);
                    out.add(order, event.user(), "prior", String.valueOf(place), "1", "10", place == 1 ? "" : "7.0");
                    products.add(order, event.item(), "1", "0");
                }
            });
        }
    }

    private static void names(ExportFiles files, String file, String column, Map<String, Integer> numbers)
            throws IOException {
        try (Lines out = files.csv(file, column + "_id", column)) {
            for (Map.Entry<String, Integer> each : numbers.entrySet()) {
                out.add(String.valueOf(each.getValue()), each.getKey());
            }
        }
    }

    private static String number(String name, Map<String, Integer> numbers) {
        return String.valueOf(numbers.computeIfAbsent(name, unseen -> numbers.size() + 1));
    }

    /** Without titles; the categories are a tree of numbers. */
    static void retailRocket(SimulatedTables tables, ExportFiles files) throws IOException {
        Map<String, Integer> categories = new LinkedHashMap<>();
        Map<String, String> names = Map.of("cart", "addtocart", "purchase", "transaction");
        try (Lines out = files.csv("item_properties_part1.csv", "timestamp", "itemid", "property", "value")) {
            tables.items(item -> {
                out.add("1435460400000", item.id(), "categoryid", category(item.path(), categories));
                out.add("1435460400000", item.id(), "790", "n12.000");
            });
        }
        try (Lines out = files.csv("category_tree.csv", "categoryid", "parentid")) {
            for (Map.Entry<String, Integer> category : categories.entrySet()) {
                int end = category.getKey().lastIndexOf('>');
                out.add(
                        String.valueOf(category.getValue()),
                        end < 0
                                ? ""
                                : String.valueOf(
                                        categories.get(category.getKey().substring(0, end))));
            }
        }
        try (Lines out = files.csv("events.csv", "timestamp", "visitorid", "event", "itemid", "transactionid")) {
            tables.events(event -> {
                if (!event.isReturn()) {
                    boolean bought = event.action().equals("purchase");
                    out.add(
                            event.seconds() + "000",
                            event.user(),
                            names.getOrDefault(event.action(), event.action()),
                            event.item(),
                            bought ? String.valueOf(event.number()) : "");
                }
            });
        }
    }

    private static String category(String path, Map<String, Integer> categories) {
        int end = path.lastIndexOf('>');
        if (end >= 0) {
            category(path.substring(0, end), categories);
        }
        return number(path, categories);
    }

    /** Views and purchases; only items with one of them. */
    static void criteo(SimulatedTables tables, ExportFiles files) throws IOException {
        Map<String, SimulatedItem> items = new HashMap<>();
        tables.items(item -> items.put(item.id(), item));
        try (Lines out = files.lines("CriteoSearchData", "\t")) {
            tables.events(event -> {
                SimulatedItem item = items.get(event.item());
                boolean bought = event.action().equals("purchase");
                if (item != null && (bought || event.action().equals("view"))) {
                    out.add(
                            bought ? "1" : "0",
                            bought ? event.value() : "-1.0",
                            bought ? "60" : "-1",
                            String.valueOf(event.seconds()),
                            "-1",
                            bought ? event.value() : "0.0",
                            "-1",
                            "-1",
                            "-1",
                            "-1",
                            item.brand(),
                            item.level(0),
                            item.level(1),
                            item.level(2),
                            "-1",
                            "-1",
                            "-1",
                            "-1",
                            "-1",
                            item.id(),
                            item.title(),
                            "-1",
                            event.user());
                }
            });
        }
    }
}
