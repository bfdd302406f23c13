package org.crossaisle.io.profile;

import java.util.Locale;

/**
 * Something about a shop that limits what can be learnt from it, with what to do about it.
 *
 * @param kind what it is
 * @param share how much of the shop it concerns, in [0, 1]
 * @param count of users, items or rows it concerns
 */
record Remark(Kind kind, double share, long count) {
    /** How much harm a remark does, the worst first. */
    enum Severity {
        /** Nothing useful can be learnt. */
        STOPS,
        /** Part of the shop is lost, or results are less certain. */
        HURTS,
        /** Worth knowing. */
        LIMITS
    }

    /**
     * The kinds of remarks. A text may show the share ({@code %1$s}) and the count ({@code %2$s}).
     */
    enum Kind {
        NOBODY_CAME_BACK(
                Severity.STOPS,
                "Hardly any user has two interactions (%2$s have), so nothing can be learnt about what follows what."
                        + " Check that the user column identifies customers rather than visits or orders.",
                "几乎没有用户有两次以上的行为（仅 %2$s 位），无法学习先后关系。请确认用户列标识的是顾客，而不是访问或订单。"),
        FEW_ITEMS(
                Severity.STOPS,
                "Only %2$s items have an event. Check that the item ids of events and catalog are the same.",
                "只有 %2$s 件商品有行为记录。请确认行为与商品目录使用相同的商品编号。"),
        ROWS_DROPPED(
                Severity.HURTS,
                "%1$s of all rows were dropped (%2$s). The reasons are listed below, table by table.",
                "%1$s 的数据行被丢弃（%2$s 行），原因见下文各表。"),
        UNKNOWN_ITEMS(
                Severity.HURTS,
                "%1$s of the events are on items that the catalog lacks (%2$s). Add them to the catalog, or check the ids.",
                "%1$s 的行为涉及目录中没有的商品（%2$s 条）。请把它们补进目录，或检查商品编号。"),
        NO_CATEGORIES(
                Severity.HURTS,
                "%1$s of the items are in no category (%2$s), so lists cannot cross categories on purpose. Name the"
                        + " category column with --map category_path=COLUMN.",
                "%1$s 的商品没有品类（%2$s 件），推荐无法有意识地跨品类。请用 --map category_path=列名 指定品类列。"),
        ONE_CATEGORY(
                Severity.HURTS,
                "All items are in one category (%2$s), so there is nothing to cross.",
                "所有商品都在同一个品类（%2$s 件），没有可以跨越的品类。"),
        ONE_TIME_USERS(
                Severity.LIMITS,
                "%1$s of the users have a single interaction (%2$s). They are served, but nothing is learnt from them.",
                "%1$s 的用户只有一次行为（%2$s 位）。可以为他们推荐，但无法从中学习。"),
        FEW_USERS(
                Severity.LIMITS,
                "Only %2$s users have three interactions or more. Figures measured on so few are mostly chance.",
                "只有 %2$s 位用户有三次以上的行为，在这么少的用户上得到的指标主要反映偶然。"),
        UNSEEN_ITEMS(
                Severity.LIMITS,
                "%1$s of the items have no event (%2$s). Only recipes that read the catalog can recommend them.",
                "%1$s 的商品没有行为记录（%2$s 件），只有读取商品目录的配方才能推荐它们。"),
        NO_TIMES(
                Severity.LIMITS,
                "No event has a time. The order of the file is used, and the temporal split is not available.",
                "行为没有时间，因此采用文件中的顺序，也不能按时间划分。"),
        NO_TITLES(
                Severity.LIMITS,
                "%1$s of the items have no title (%2$s). Recipes that read titles learn nothing from them.",
                "%1$s 的商品没有标题（%2$s 件），读取标题的配方无法从中学习。");

        private final Severity severity;
        private final String english;
        private final String chinese;

        Kind(Severity severity, String english, String chinese) {
            this.severity = severity;
            this.english = english;
            this.chinese = chinese;
        }

        Severity severity() {
            return severity;
        }
    }

    String text(ReportLanguage language) {
        return String.format(
                Locale.ROOT,
                language.of(kind.english, kind.chinese),
                percent(share),
                String.format(Locale.ROOT, "%,d", count));
    }

    /** A share in per cent: one decimal below 10 %, and never "0 %" or "100 %" for what is only nearly so. */
    static String percent(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < 0.1) {
            return "under 0.1 %";
        }
        if (percent < 100 && percent >= 99.5) {
            return String.format(Locale.ROOT, "%.1f %%", Math.min(99.9, percent));
        }
        return String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
    }
}
