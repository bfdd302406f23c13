package org.crossaisle.io.simulate.export;

import static org.crossaisle.io.simulate.export.ExportFiles.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.io.simulate.export.ExportFiles.Lines;

/** Files of analytics and recommendation systems, which hold all events. */
final class EventExports {
    private static final String TAKEN = "2024-01-01T00:00:00Z"; // when the catalog was exported

    private EventExports() {}

    /** Events carry their items; a search without any is between them. */
    static void ga4(SimulatedTables tables, ExportFiles files) throws IOException {
        Map<String, SimulatedItem> items = new HashMap<>();
        Map<String, String> names =
                Map.of("view", "view_item", "cart", "add_to_cart", "purchase", "purchase", "return", "refund");
        tables.items(item -> items.put(item.id(), item));
        try (Lines out = files.lines("events_20260101.jsonl", "")) {
            for (SimulatedItem item : items.values().stream()
                    .sorted(java.util.Comparator.comparing(SimulatedItem::id))
                    .toList()) {
                out.add(ga4("view_item_list", "catalog", 1_704_067_200L, item, ""));
            }
            tables.events(event -> {
                SimulatedItem item = items.get(event.item());
                if (item == null) {
                    throw new IllegalStateException("no item " + event.item());
                }
                out.add(ga4(
                        names.getOrDefault(event.action(), event.action()),
                        event.user(),
                        event.seconds(),
                        item,
                        event.value()));
            });
        }
    }

    private static Map<String, Object> ga4(String name, String user, long seconds, SimulatedItem item, String value) {
        Map<String, Object> part = object("item_id", item.id(), "item_name", item.title(), "item_brand", item.brand());
        part.put("item_variant", "(not set)");
        for (int level = 0; level < item.levels().size(); level++) {
            part.put("item_category" + (level == 0 ? "" : level + 1), item.level(level));
        }
        part.put("price", Double.valueOf(value.isEmpty() ? item.price() : value));
        part.put("quantity", 1);
        return object(
                "event_date",
                "20240101",
                "event_timestamp",
                seconds + "000000",
                "event_name",
                name,
                "event_params",
                List.of(object("key", "page_title", "value", object("string_value", item.title()))),
                "user_pseudo_id",
                user,
                "items",
                List.of(part));
    }

    static void gorse(SimulatedTables tables, ExportFiles files) throws IOException {
        try (Lines out = files.lines("items.jsonl", "")) {
            tables.items(item -> out.add(object(
                    "ItemId", item.id(),
                    "IsHidden", false,
                    "Categories", List.of(item.path()),
                    "Timestamp", TAKEN,
                    "Labels", List.of(item.colour()),
                    "Comment", item.title())));
        }
        try (Lines out = files.lines("feedback.jsonl", "")) {
            tables.events(event -> out.add(object(
                    "FeedbackType", event.action(),
                    "UserId", event.user(),
                    "ItemId", event.item(),
                    "Timestamp", event.instant(),
                    "Comment", "")));
        }
    }

    /** Items, rankings and interactions in one file. */
    static void metarank(SimulatedTables tables, ExportFiles files) throws IOException {
        try (Lines out = files.lines("events.jsonl", "")) {
            tables.items(item -> out.add(object(
                    "event",
                    "item",
                    "id",
                    "item-" + item.id(),
                    "timestamp",
                    "1704067200000",
                    "item",
                    item.id(),
                    "fields",
                    List.of(
                            object("name", "title", "value", item.title()),
                            object("name", "category", "value", List.of(item.path())),
                            object("name", "brand", "value", item.brand()),
                            object("name", "price", "value", Double.valueOf(item.price()))))));
            tables.events(event -> {
                String ranking = "ranking-" + event.number();
                out.add(object(
                        "event", "ranking",
                        "id", ranking,
                        "timestamp", event.seconds() + "000",
                        "user", event.user(),
                        "session", event.session(),
                        "fields", List.of(object("name", "query", "value", "shoes")),
                        "items", List.of(object("id", event.item()))));
                out.add(object(
                        "event", "interaction",
                        "id", "interaction-" + event.number(),
                        "ranking", ranking,
                        "timestamp", event.seconds() + "000",
                        "user", event.user(),
                        "session", event.session(),
                        "type", event.action(),
                        "item", event.item(),
                        "fields", List.of()));
            });
        }
    }

    static void personalize(SimulatedTables tables, ExportFiles files) throws IOException {
        try (Lines out = files.csv(
                "items.csv",
                "ITEM_ID,CREATION_TIMESTAMP,PRICE,CATEGORY_L1,CATEGORY_L2,CATEGORY_L3,TITLE,BRAND".split(","))) {
            tables.items(item -> out.add(
                    item.id(),
                    "1704067200",
                    item.price(),
                    item.level(0),
                    item.level(1),
                    item.level(2),
                    item.title(),
                    item.brand()));
        }
        try (Lines out = files.csv("interactions.csv", "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP".split(","))) {
            tables.events(event -> out.add(
                    event.user(), event.item(), event.action(), event.value(), String.valueOf(event.seconds())));
        }
    }

    static void retailApi(SimulatedTables tables, ExportFiles files) throws IOException {
        Map<String, String> names =
                Map.of("view", "detail-page-view", "cart", "add-to-cart", "purchase", "purchase-complete");
        try (Lines out = files.lines("products.jsonl", "")) {
            tables.items(item -> out.add(object(
                    "id", item.id(),
                    "title", item.title(),
                    "description", item.description(),
                    "categories", List.of(item.path().replace(">", " > ")),
                    "brands", List.of(item.brand()),
                    "priceInfo", object("currencyCode", "USD", "price", Double.valueOf(item.price())))));
        }
        try (Lines out = files.lines("user_events.jsonl", "")) {
            tables.events(event -> {
                String name = names.get(event.action());
                if (name != null) { // the format has no name for a return
                    out.add(object(
                            "eventType", name,
                            "visitorId", event.user(),
                            "eventTime", event.instant(),
                            "sessionId", event.session(),
                            "productDetails", List.of(object("product", object("id", event.item()), "quantity", 1))));
                }
            });
        }
    }

    /** Items and events in one file. */
    static void predictionIo(SimulatedTables tables, ExportFiles files) throws IOException {
        Map<String, String> names = Map.of("cart", "add-to-cart", "purchase", "buy");
        try (Lines out = files.lines("events.json", "")) {
            tables.items(item -> {
                List<Object> values = new ArrayList<>(List.of("title", item.title()));
                values.addAll(List.of("categories", List.of(item.path()), "brand", item.brand()));
                values.addAll(List.of("price", Double.valueOf(item.price())));
                out.add(object(
                        "event",
                        "$set",
                        "entityType",
                        "item",
                        "entityId",
                        item.id(),
                        "properties",
                        object(values.toArray()),
                        "eventTime",
                        TAKEN));
            });
            tables.events(event -> out.add(object(
                    "event", names.getOrDefault(event.action(), event.action()),
                    "entityType", "user",
                    "entityId", event.user(),
                    "targetEntityType", "item",
                    "targetEntityId", event.item(),
                    "eventTime", event.instant())));
        }
    }
}
