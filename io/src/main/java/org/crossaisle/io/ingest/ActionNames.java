package org.crossaisle.io.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;

/**
 * Maps the names that tables use to actions: their own names, and usual synonyms of the names of a shop. Immutable.
 */
final class ActionNames {
    private final Map<String, Optional<Action>> byName = new HashMap<>();

    ActionNames(ActionVocabulary vocabulary, Map<String, Action> further) {
        put(
                vocabulary,
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
        put(vocabulary, "cart", "add_to_cart", "addtocart", "basket", "add", "fav", "favorite", "wishlist", "加购", "收藏");
        put(vocabulary, "purchase", "buy", "order", "transaction", "sale", "bought", "购买", "下单");
        put(vocabulary, "review", "rating", "rate", "comment", "评价", "评分", "评论");
        put(vocabulary, "return", "refund", "returned", "退货", "退款");
        vocabulary.actions().forEach(action -> byName.put(action.name(), Optional.of(action)));
        further.forEach((name, action) -> byName.put(name.toLowerCase(Locale.ROOT), Optional.of(action)));
    }

    private void put(ActionVocabulary vocabulary, String ofShop, String... synonyms) {
        vocabulary.find(ofShop).ifPresent(action -> {
            for (String synonym : synonyms) {
                byName.put(synonym, Optional.of(action));
            }
        });
    }

    Optional<Action> of(String name) {
        Optional<Action> exact = byName.getOrDefault(name, Optional.empty());
        String lower = name.toLowerCase(Locale.ROOT);
        return exact.isPresent()
                ? exact
                : byName.getOrDefault(
                        lower, byName.getOrDefault(lower.replace(' ', '_').replace('-', '_'), Optional.empty()));
    }
}
