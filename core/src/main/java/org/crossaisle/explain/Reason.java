package org.crossaisle.explain;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.crossaisle.PublicApi;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;

/** A reason why an item is in a list. */
@PublicApi
public sealed interface Reason {
    /** The languages of reasons. */
    enum Language {
        ENGLISH,
        CHINESE
    }

    /** The reason as a sentence. */
    String text(Catalog catalog, Language language);

    /**
     * Items of the history without which the score would be lower.
     *
     * @param contributions the largest first, at least one
     */
    record HistoryItems(List<Contribution> contributions) implements Reason {
        public HistoryItems {
            contributions = List.copyOf(contributions);
            if (contributions.isEmpty()) {
                throw new IllegalArgumentException("a reason from the history names at least one item");
            }
        }

        @Override
        public String text(Catalog catalog, Language language) {
            String titles = contributions.stream()
                    .map(contribution -> catalog.item(contribution.item()).label())
                    .collect(Collectors.joining(language == Language.CHINESE ? "、" : ", "));
            return language == Language.CHINESE ? "因为您买过或看过：" + titles : "because of " + titles;
        }
    }

    /**
     * The contribution of one history item.
     *
     * @param item the item number
     * @param score how much lower the model's score would be without it, above 0
     */
    record Contribution(int item, float score) {}

    /**
     * Customers of one category go on to another.
     *
     * @param from a category of the history
     * @param to a category of the item
     * @param lift how many times as often as other customers
     * @param lagDays the median number of days; empty if only the order of events is known
     * @param users the number of customers who went on
     * @param ofBuyers true when only buyers were counted; false when views count too
     */
    record CategoryBridge(
            CategoryPath from, CategoryPath to, double lift, OptionalLong lagDays, int users, boolean ofBuyers)
            implements Reason {
        @Override
        public String text(Catalog catalog, Language language) {
            if (language == Language.CHINESE) {
                String lag = lagDays.isPresent() ? "，通常在" + lagDays.getAsLong() + "天后" : "";
                return String.format(
                        Locale.ROOT,
                        ofBuyers ? "买过“%s”的顾客接着买“%s”的比例是其他顾客的%.1f倍%s" : "看过“%s”的顾客接着看“%s”的比例是其他顾客的%.1f倍%s",
                        from.name(),
                        to.name(),
                        lift,
                        lag);
            }
            String lag = lagDays.isPresent()
                    ? ", after " + lagDays.getAsLong() + (lagDays.getAsLong() == 1 ? " day" : " days")
                    : "";
            return String.format(
                    Locale.ROOT,
                    "%s of %s go on to %s, %.1f times as often as others%s",
                    ofBuyers ? "buyers" : "visitors",
                    from.name(),
                    to.name(),
                    lift,
                    lag);
        }
    }

    /** The user has no history yet, so the list shows what is popular in every department. */
    record NewUser() implements Reason {
        @Override
        public String text(Catalog catalog, Language language) {
            return language == Language.CHINESE
                    ? "您是新顾客：这是各部门的热门商品"
                    : "popular in its department; you have no history yet";
        }
    }
}
