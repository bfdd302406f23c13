package org.crossaisle.io.shop;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.PublicApi;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;

/** The names that shops and their programs use for actions, in files and in requests. Immutable. */
@PublicApi
public final class ActionNames {
    private final Map<String, Action> byName = new HashMap<>();

    /**
     * The names of the actions themselves, usual synonyms of those of a shop, and further names.
     *
     * @param own names of the shop, in addition to the known ones or instead of them
     */
    public ActionNames(ActionVocabulary vocabulary, Map<String, Action> own) {
        put(
                vocabulary,
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
                vocabulary,
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
                vocabulary,
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
        put(vocabulary, Action.REVIEW, "review", "rating", "rate", "comment", "评价", "评分", "评论");
        put(vocabulary, Action.RETURN, "return", "refund", "returned", "refunded", "退货", "退款");
        vocabulary.actions().forEach(action -> byName.put(plain(action.name()), action));
        own.forEach((name, action) -> byName.put(plain(name), action));
    }

    /** Synonyms of an action, if the vocabulary has it. */
    private void put(ActionVocabulary vocabulary, Action action, String... names) {
        vocabulary.find(action.name()).ifPresent(known -> {
            for (String name : names) {
                byName.put(plain(name), known);
            }
        });
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /** The action of this name, ignoring case; empty when it is not known. */
    public Optional<Action> of(String name) {
        return Optional.ofNullable(byName.get(plain(name)));
    }
}
