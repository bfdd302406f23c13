package org.crossaisle.history;

import org.crossaisle.Bounds;

/** What a user did with an item. The order is that of growing interest; a return is none. */
public enum Action {
    /** Sent it back. */
    RETURN(0),
    /** Looked at its page. */
    VIEW(1),
    /** Put it into the cart. */
    CART(2),
    /** Bought it. */
    PURCHASE(3),
    /** Wrote about it or rated it, and so had it. */
    REVIEW(4);

    private static final Action[] BY_CODE = {RETURN, VIEW, CART, PURCHASE, REVIEW};

    private final byte code;

    Action(int code) {
        this.code = (byte) code;
    }

    /** The number by which columns and files know it; it never changes. */
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

    /** True for every action that speaks for the item. */
    public boolean showsInterest() {
        return this != RETURN;
    }

    /** True for every action that says the user had the item. */
    public boolean showsPossession() {
        return this == PURCHASE || this == REVIEW;
    }
}
