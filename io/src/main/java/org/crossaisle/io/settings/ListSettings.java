package org.crossaisle.io.settings;

import java.util.List;
import java.util.stream.Stream;
import org.crossaisle.Setting;

/**
 * The settings of a list of recommendations, each declared once for the command line, for requests and for the server.
 */
public final class ListSettings {
    public static final int COUNT = 10;
    public static final int MOST_COUNT = 500;
    public static final String COUNT_HELP = "Number of entries in the list.";

    public static final String SCOPE = "scope";
    public static final String SCOPE_DEFAULT = "any";
    public static final String SCOPE_HELP =
            "Which categories items come from: any, within (categories the customer knows), cross (categories new to the"
                    + " customer) or complement (categories that go with those of the basket).";

    public static final String BASKET = "basket";
    public static final String BASKET_HELP =
            "Ids of the items that the list should go with, separated by commas. Needs the scope complement.";

    public static final String CATEGORIES = "categories";
    public static final String CATEGORIES_HELP =
            "Only items of these categories or below, such as Sports>Running, separated by commas. The list may be shorter.";

    public static final String EXCLUDE_CATEGORIES = "excludeCategories";
    public static final String EXCLUDE_CATEGORIES_HELP = "No items of these categories or below, separated by commas.";

    public static final String CROSS_SHARE = "crossShare";
    public static final String CROSS_SHARE_HELP =
            "Share of the list that comes from categories new to the customer: a number in [0, 1], calibrated (the"
                    + " customer's own share) or none. Needs the scope any.";

    public static final String LEVEL = "level";
    public static final String LEVEL_HELP =
            "Level at which categories are compared; 0 is the department. By default the first level with several"
                    + " categories.";

    public static final String DIVERSITY = "diversity";
    public static final String DIVERSITY_HELP =
            "Re-rankers in order, separated by commas, or none. WEIGHT is from 0, which keeps the order of the scores, to 1.";

    public static final String WINDOW = "window";
    public static final String WINDOW_HELP =
            "At most MOST items of a category in any PLACES neighbouring places, as MOST/PLACES@LEVEL, such as 2/5@1, or"
                    + " none.";

    /** Every setting but the count, in the order of the help. */
    public static final List<Setting> ALL = List.of(
            new Setting(SCOPE, SCOPE_DEFAULT, "any, within, cross or complement", SCOPE_HELP),
            new Setting(BASKET, "", "item ids", BASKET_HELP),
            new Setting(CATEGORIES, "", "category paths", CATEGORIES_HELP),
            new Setting(EXCLUDE_CATEGORIES, "", "category paths", EXCLUDE_CATEGORIES_HELP),
            new Setting(CROSS_SHARE, "none", "in [0, 1], calibrated or none", CROSS_SHARE_HELP),
            new Setting(LEVEL, "", "in [0, levels - 1]", LEVEL_HELP),
            new Setting(DIVERSITY, "none", "re-rankers or none", DIVERSITY_HELP),
            new Setting(WINDOW, "none", "MOST/PLACES@LEVEL or none", WINDOW_HELP));

    /** The count and all others. */
    public static final List<Setting> WITH_COUNT = Stream.concat(
                    Stream.of(new Setting("count", "" + COUNT, "in [1, " + MOST_COUNT + "]", COUNT_HELP)), ALL.stream())
            .toList();

    private ListSettings() {}
}
