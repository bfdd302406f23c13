package org.crossaisle.io.shop;

import java.util.List;

/**
 * A kind of problem in a table, with its count and first examples.
 *
 * @param reason what was wrong
 * @param count in how many rows
 * @param examples the first few, each as {@code file:line: what was found}; never a user id
 */
public record Finding(Reason reason, long count, List<String> examples) {
    /** The kinds of problems of a row. */
    public enum Reason {
        MALFORMED_ROW("row cannot be read", true),
        MISSING_ID("a user or item id is empty", true),
        UNKNOWN_ITEM("item is not in the catalog", true),
        UNKNOWN_ACTION("action nobody knows", true),
        IMPOSSIBLE_TIME("time that cannot be", true),
        DUPLICATE_EVENT("the same user, item, action and time once more", true),
        BOT_LIKE_USER("user with too many events to be a person", true),
        DUPLICATE_ITEM("item id once more", true),
        DUPLICATE_USER("user once more", true),
        BAD_VALUE("value or position is no number and was left out", false),
        BAD_PRICE("price is not a price", false),
        LONG_TITLE("title was cut", false),
        NO_CATEGORY("item is in no category", false),
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
