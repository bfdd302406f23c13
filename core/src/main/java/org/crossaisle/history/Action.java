package org.crossaisle.history;

import org.crossaisle.Bounds;

/** What a user did with an item. Ordered by growing interest; a return shows none. */
public enum Action {
    /** Returned the item. */
    RETURN(0),
    /** Viewed its page. */
    VIEW(1),
    /** Added it to the cart. */
    CART(2),
    /** Bought it. */
    PURCHASE(3),
    /** Reviewed or rated it, which implies possession. */
    REVIEW(4);

    private static final Action[] BY_CODE = {RETURN, VIEW, CART, PURCHASE, REVIEW};

    private final byte code;

    Action(int code) {
        this.code = (byte) code;
    }

    /** The number that represents the action in columns and files. It never changes. */
    public byte code() {
        return code;
    }

    /**
     * The action with this code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Action ofCode(int code) {
        Bounds.index("action code", code, BY_CODE.length);
        return BY_CODE[code];
    }

    /** True for every action that shows interest in the item. */
    public boolean showsInterest() {
        return this != RETURN;
    }

    /** True for every action that says the user had the item. */
    public boolean showsPossession() {
        return this == PURCHASE || this == REVIEW;
    }
}
