package org.crossaisle.io.shop;

import java.util.List;
import org.crossaisle.PublicApi;

/**
 * A kind of problem in a table, with its count and first examples.
 *
 * @param reason what was wrong
 * @param count in how many rows
 * @param examples the first few, each as {@code file:line: what was found}; never a user id
 */
@PublicApi
public record Finding(Reason reason, long count, List<String> examples) {
    /** The kinds of problems of a row. */
    public enum Reason {
        MALFORMED_ROW("row cannot be read", true),
        MISSING_ID("a user or item id is empty", true),
        UNKNOWN_ITEM("item is not in the catalog", true),
        UNKNOWN_ACTION("unknown action", true),
        IMPOSSIBLE_TIME("impossible time", true),
        DUPLICATE_EVENT("duplicate event: same user, item, action and time", true),
        BOT_LIKE_USER("user with too many events, probably a bot", true),
        DUPLICATE_ITEM("duplicate item id", true),
        DUPLICATE_USER("duplicate user", true),
        BAD_VALUE("value or position is not a number and was left out", false),
        BAD_PRICE("price is not a number of at least 0", false),
        LONG_TITLE("title was cut", false),
        NO_CATEGORY("item has no category", false),
        BLANK_CATEGORY_LEVEL("category level is blank and was left out", false),
        UNKNOWN_PARENT("parent of a category is not in the category table", false),
        UNKNOWN_CATEGORY("category id is not in the category table", false);

        private final String text;
        private final boolean drops;

        Reason(String text, boolean drops) {
            this.text = text;
            this.drops = drops;
        }

        public String text() {
            return text;
        }

        /** True when the row is dropped; false when it is kept without the bad value. */
        public boolean drops() {
            return drops;
        }
    }

    public Finding {
        examples = List.copyOf(examples);
    }
}
