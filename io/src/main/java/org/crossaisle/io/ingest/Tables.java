package org.crossaisle.io.ingest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crossaisle.io.table.Column;

/** The columns of each table, with the names that shops use for them. */
final class Tables {
    static final Column USER = Column.required(
            "user_id",
            "user",
            "uid",
            "customer_id",
            "visitor_id",
            "member_id",
            "reviewer_id",
            "household_key",
            "client_id",
            "buyer_id",
            "user_pseudo_id",
            "用户id",
            "用户");
    static final Column ITEM = Column.required(
            "item_id",
            "item",
            "product_id",
            "sku",
            "article_id",
            "goods_id",
            "parent_asin",
            "asin",
            "iid",
            "stock_code",
            "商品id",
            "商品");
    static final Column ACTION = Column.required(
            "event",
            "action",
            "event_type",
            "behavior",
            "behaviour",
            "type",
            "event_name",
            "feedback_type",
            "interaction_type",
            "行为类型",
            "行为");
    static final Column TIME = Column.optional(
            "timestamp",
            "time",
            "event_time",
            "datetime",
            "date",
            "unix_review_time",
            "created_at",
            "ts",
            "event_timestamp",
            "event_date",
            "order_date",
            "order_time",
            "invoice_date",
            "purchase_date",
            "transaction_date",
            "时间戳",
            "时间",
            "日期");

    /** A time of day whose date is in {@link #TIME}. Found by its kind as well. */
    static final Column TIME_OF_DAY = Column.optional("time_of_day");

    static final Column VALUE =
            Column.optional("value", "rating", "overall", "quantity", "qty", "amount", "score", "数量", "评分");
    static final Column SESSION =
            Column.optional("session_id", "session", "user_session", "basket_id", "visit_id", "会话id");

    /** Position of an event in the order of its user; takes precedence over the time. */
    static final Column POSITION = Column.optional("position");

    static final Column TITLE = Column.optional("title", "name", "product_name", "item_name", "商品名称", "标题");
    static final Column DESCRIPTION = Column.optional("description", "details", "product_description", "描述");
    static final Column PATH =
            Column.optional("category_path", "category", "categories", "category_id", "category_code", "类目");
    static final Column OTHER_PATHS = Column.optional("other_category_paths");
    static final Column BRAND = Column.optional("brand", "manufacturer", "vendor", "品牌");
    static final Column PRICE = Column.optional("price", "unit_price", "价格");

    /** What a reduced item costs; takes precedence over the price. */
    static final Column SALE_PRICE =
            Column.optional("sale_price", "special_price", "discount_price", "discounted_price");

    /** What an item costs without a reduction; used where the price is missing. */
    static final Column REGULAR_PRICE = Column.optional("regular_price", "list_price", "original_price", "msrp");

    static final Column IMAGE = Column.optional("image", "image_url", "picture", "im_url", "图片");

    /** The item that an item is a variation of, by its id or SKU. */
    static final Column PARENT_ITEM =
            Column.optional("parent_item", "parent", "parent_id", "parent_sku", "parent_product", "item_group_id");

    /** A second id of items, which {@link #PARENT_ITEM} may use. */
    static final Column SKU = Column.optional("item_sku", "sku");

    static final Column CATEGORY = Column.required("id", "category_id");
    static final Column CATEGORY_NAME = Column.optional("name", "category_name", "title");
    static final Column PARENT = Column.optional("parent_id", "parent", "parent_category_id", "parent_category");

    private static final Map<String, List<Column>> ALL = new TreeMap<>(Map.of(
            "events", List.of(USER, ITEM, ACTION, TIME, TIME_OF_DAY, VALUE, SESSION, POSITION),
            "items",
                    List.of(
                            ITEM,
                            TITLE,
                            DESCRIPTION,
                            PATH,
                            OTHER_PATHS,
                            BRAND,
                            PRICE,
                            SALE_PRICE,
                            REGULAR_PRICE,
                            IMAGE,
                            PARENT_ITEM,
                            SKU),
            "users", List.of(USER),
            "categories", List.of(CATEGORY, CATEGORY_NAME, PARENT)));

    private Tables() {}

    static Map<String, List<Column>> all() {
        return ALL;
    }
}
