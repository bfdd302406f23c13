package org.crossaisle.io.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.history.Action;

/** Maps the names that shops use to actions. Immutable. */
final class ActionNames {
    private final Map<String, Optional<Action>> byName = new HashMap<>();

    ActionNames(Map<String, Action> further) {
        put(
                Action.VIEW,
                "view",
                "click",
                "pageview",
                "page_view",
                "pv",
                "impression_click",
                "detail",
                "browse",
                "浏览",
                "点击");
        put(
                Action.CART,
                "cart",
                "add_to_cart",
                "addtocart",
                "basket",
                "add",
                "fav",
                "favorite",
                "wishlist",
                "加购",
                "收藏");
        put(Action.PURCHASE, "purchase", "buy", "order", "transaction", "sale", "bought", "购买", "下单");
        put(Action.REVIEW, "review", "rating", "rate", "comment", "评价", "评分", "评论");
        put(Action.RETURN, "return", "refund", "returned", "退货", "退款");
        further.forEach((name, action) -> put(action, name));
    }

    private void put(Action action, String... names) {
        for (String name : names) {
            byName.put(name.toLowerCase(Locale.ROOT), Optional.of(action));
        }
    }

    Optional<Action> of(String name) {
        Optional<Action> exact = byName.getOrDefault(name, Optional.empty());
        return exact.isPresent()
                ? exact
                : byName.getOrDefault(
                        name.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_'), Optional.empty());
    }
}
