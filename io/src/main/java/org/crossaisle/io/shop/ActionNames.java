package org.crossaisle.io.shop;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossaisle.history.Action;

/** The names that shops and their programs use for actions, in files and in requests. Immutable. */
public final class ActionNames {
    private final Map<String, Action> byName = new HashMap<>();
    private final SortedMap<String, Action> own;

    /** @param own names of the shop, in addition to the known ones or instead of them */
    public ActionNames(Map<String, Action> own) {
        this.own = new TreeMap<>(own);
        put(
                Action.VIEW,
                "view",
                "click",
                "pageview",
                "page_view",
                "product_view",
                "view_product",
                "product_viewed",
                "viewed",
                "pv",
                "impression_click",
                "detail",
                "browse",
                "read",
                "visit",
                "view_item",
                "view_item_list",
                "select_item",
                "select_content",
                "浏览",
                "点击");
        put(
                Action.CART,
                "cart",
                "add_to_cart",
                "addtocart",
                "added_to_cart",
                "product_added",
                "basket",
                "add_to_basket",
                "add",
                "fav",
                "favorite",
                "favourite",
                "wishlist",
                "add_to_wishlist",
                "like",
                "star",
                "save",
                "bookmark",
                "begin_checkout",
                "checkout",
                "initiate_checkout",
                "add_shipping_info",
                "add_payment_info",
                "加购",
                "收藏");
        put(
                Action.PURCHASE,
                "purchase",
                "purchased",
                "buy",
                "order",
                "ordered",
                "order_completed",
                "transaction",
                "sale",
                "bought",
                "购买",
                "下单");
        put(Action.REVIEW, "review", "rating", "rate", "comment", "评价", "评分", "评论");
        put(Action.RETURN, "return", "refund", "returned", "refunded", "退货", "退款");
        own.forEach((name, action) -> put(action, name));
    }

    private void put(Action action, String... names) {
        for (String name : names) {
            byName.put(plain(name), action);
        }
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /** The action of this name, ignoring case; empty when it is not known. */
    public Optional<Action> of(String name) {
        return Optional.ofNullable(byName.get(plain(name)));
    }

    /** The names of the shop. */
    public SortedMap<String, Action> own() {
        return new TreeMap<>(own);
    }
}
