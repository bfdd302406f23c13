package org.crossaisle.io.simulate.export;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossaisle.io.simulate.export.ExportFiles.Lines;

/** Exports of shop systems. All but the product feed hold orders, that is purchases and returns, and no views. */
final class StoreExports {
    private StoreExports() {}

    /** Each product has two variants; line items name the second by its SKU or, if it has none, by its name. */
    static void shopify(SimulatedTables tables, ExportFiles files) throws IOException {
        try (Lines out = files.csv(
                "products_export_1.csv",
                ("Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,"
                                + "Variant SKU,Variant Price,Image Src,Status")
                        .split(","))) {
            tables.items(item -> {
                String category = item.path().replace(">", " > ");
                String html = "<p>" + item.description() + "</p>";
                out.add(
                        item.id(),
                        item.title(),
                        html,
                        item.brand(),
                        category,
                        item.level(2),
                        "",
                        "true",
                        "Size",
                        "S",
                        item.id() + "-S",
                        item.price(),
                        "",
                        "active");
                out.add(item.id(), "", "", "", "", "", "", "", "", "M", item.id() + "-M", item.price(), "", "");
            });
        }
        try (Lines out = files.csv(
                "orders_export_1.csv",
                ("Name,Email,Financial Status,Paid at,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
                                + "Lineitem sku,Billing Name,Id")
                        .split(","))) {
            tables.orders(event -> out.add(
                    "#" + event.number(),
                    event.user(),
                    event.isReturn() ? "refunded" : "paid",
                    "",
                    "EUR",
                    event.date() + " +0000",
                    "1",
                    "",
                    event.value(),
                    event.item() + (event.number() % 2 == 0 ? "-M" : "-S"),
                    "",
                    String.valueOf(event.number())));
        }
    }

    /** Each product is variable and has one variation, which the orders name every other time. */
    static void woocommerce(SimulatedTables tables, ExportFiles files) throws IOException {
        try (Lines out = files.csv(
                "wc-product-export.csv",
                ("ID,Type,SKU,Name,Published,Short description,Description,In stock?,Sale price,Regular price,Categories,"
                                + "Tags,Images,Brands,Parent")
                        .split(","))) {
            tables.items(item -> {
                String categories = item.path().replace(">", " > ") + ", " + item.level(0);
                out.add(
                        item.id(),
                        "variable",
                        "sku-" + item.id(),
                        item.title(),
                        "1",
                        "",
                        item.description(),
                        "1",
                        "",
                        "",
                        categories,
                        "",
                        "",
                        item.brand(),
                        "");
                out.add(
                        item.id() + "v",
                        "variation",
                        "",
                        item.title() + " - M",
                        "1",
                        "",
                        "",
                        "1",
                        "",
                        item.price(),
                        "",
                        "",
                        "",
                        "",
                        "sku-" + item.id());
            });
        }
        try (Lines out = files.csv(
                "orders.csv",
                ("order_id,order_number,date,status,customer_id,billing_email,item_id,item_product_id,item_name,item_sku,"
                                + "item_quantity,item_total")
                        .split(","))) {
            tables.orders(event -> out.add(
                    String.valueOf(event.number()),
                    String.valueOf(event.number()),
                    event.date(),
                    event.isReturn() ? "refunded" : "completed",
                    event.user(),
                    "",
                    String.valueOf(event.number()),
                    event.item() + (event.number() % 2 == 0 ? "v" : ""),
                    "",
                    "",
                    "1",
                    event.value()));
        }
    }

    static void magento(SimulatedTables tables, ExportFiles files) throws IOException {
        try (Lines out = files.csv(
                "catalog_product.csv",
                ("sku,store_view_code,attribute_set_code,product_type,categories,product_websites,name,description,"
                                + "visibility,price,special_price,base_image,additional_attributes,configurable_variations")
                        .split(","))) {
            tables.items(item -> {
                String root = "Default Category/";
                String path = item.path().replace('>', '/');
                out.add(
                        item.id(),
                        "",
                        "Default",
                        "simple",
                        root + item.level(0) + "," + root + path,
                        "base",
                        item.title(),
                        item.description(),
                        "\"Catalog, Search\"",
                        item.price(),
                        "",
                        "",
                        "brand=" + item.brand() + ",color=" + item.colour(),
                        "");
            });
        }
        try (Lines orders = files.csv(
                        "sales_order.csv",
                        "entity_id,state,status,store_id,customer_id,customer_email,created_at".split(","));
                Lines items = files.csv(
                        "sales_order_item.csv",
                        ("item_id,order_id,parent_item_id,quote_item_id,store_id,created_at,product_id,product_type,sku,"
                                        + "name,qty_ordered,price")
                                .split(","))) {
            tables.orders(event -> {
                String order = String.valueOf(event.number());
                String state = event.isReturn() ? "closed" : "complete";
                orders.add(order, state, state, "1", event.user(), "", event.date());
                items.add(
                        order,
                        order,
                        "NULL",
                        order,
                        "1",
                        event.date(),
                        "1",
                        "simple",
                        event.item(),
                        "",
                        "1",
                        event.value());
            });
        }
    }

    /** The feed has products only; the events are a table of our own. */
    static void googleMerchant(SimulatedTables tables, ExportFiles files) throws IOException {
        try (Lines out = files.lines("products_feed.tsv", "\t")) {
            out.add(
                    ("id,title,description,link,image_link,availability,price,google_product_category,product_type,brand,"
                                    + "item_group_id,condition")
                            .split(","));
            tables.items(item -> out.add(
                    item.id() + "-M",
                    item.title(),
                    item.description(),
                    "https://shop.example/" + item.id(),
                    "https://shop.example/" + item.id() + ".jpg",
                    "in_stock",
                    item.price() + " USD",
                    "",
                    item.path().replace(">", " > "),
                    item.brand(),
                    item.id(),
                    "new"));
        }
        try (Lines out = files.csv("events.csv", "user_id", "item_id", "event", "timestamp", "session_id", "value")) {
            tables.events(event -> out.add(
                    event.user(),
                    event.item() + "-M",
                    event.action(),
                    String.valueOf(event.seconds()),
                    event.session(),
                    event.value()));
        }
    }

    static void opencart(SimulatedTables tables, ExportFiles files) throws IOException {
        Map<String, Integer> categories = new LinkedHashMap<>();
        Map<String, Integer> makers = new LinkedHashMap<>();
        try (Lines descriptions = files.csv(
                        "oc_product_description.csv",
                        "product_id,language_id,name,description,tag,meta_title".split(","));
                Lines products =
                        files.csv("oc_product.csv", "product_id,model,sku,image,manufacturer_id,price".split(","));
                Lines links = files.csv("oc_product_to_category.csv", "product_id", "category_id")) {
            tables.items(item -> {
                int maker = makers.computeIfAbsent(item.brand(), unseen -> makers.size() + 1);
                descriptions.add(item.id(), "1", item.title(), "<p>" + item.description() + "</p>", "", item.title());
                products.add(item.id(), item.id(), "", "", String.valueOf(maker), item.price() + "00");
                links.add(item.id(), String.valueOf(number(item.path(), categories)));
            });
        }
        try (Lines out = files.csv("oc_manufacturer.csv", "manufacturer_id", "name")) {
            for (Map.Entry<String, Integer> maker : makers.entrySet()) {
                out.add(String.valueOf(maker.getValue()), maker.getKey());
            }
        }
        try (Lines names = files.csv(
                        "oc_category_description.csv",
                        "category_id,language_id,name,description,meta_title".split(","));
                Lines tree = files.csv("oc_category.csv", "category_id", "parent_id", "status")) {
            for (Map.Entry<String, Integer> category : categories.entrySet()) {
                int end = category.getKey().lastIndexOf('>');
                String name = category.getKey().substring(end + 1);
                int parent =
                        end < 0 ? 0 : categories.getOrDefault(category.getKey().substring(0, end), 0);
                String id = String.valueOf(category.getValue());
                names.add(id, "1", name, "", name);
                tree.add(id, String.valueOf(parent), "1");
            }
        }
        try (Lines orders =
                        files.csv("oc_order.csv", "order_id,customer_id,email,order_status_id,date_added".split(","));
                Lines products = files.csv(
                        "oc_order_product.csv",
                        "order_product_id,order_id,product_id,name,model,quantity,price,total".split(","))) {
            tables.orders(event -> {
                String order = String.valueOf(event.number());
                orders.add(order, event.user(), "", event.isReturn() ? "11" : "5", event.date());
                products.add(order, order, event.item(), "", event.item(), "1", event.value(), event.value());
            });
        }
    }

    /** The number of a category, after those above it have theirs. */
    private static int number(String path, Map<String, Integer> categories) {
        int end = path.lastIndexOf('>');
        if (end >= 0) {
            number(path.substring(0, end), categories);
        }
        return categories.computeIfAbsent(path, unseen -> categories.size() + 1);
    }
}
