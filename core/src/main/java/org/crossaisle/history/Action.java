package org.crossaisle.history;

/** What a user did with an item. The order is that of growing interest; a return is none. */
public enum Action {
    /** Sent it back. */
    RETURN,
    /** Looked at its page. */
    VIEW,
    /** Put it into the cart. */
    CART,
    /** Bought it. */
    PURCHASE,
    /** Wrote about it or rated it, and so had it. */
    REVIEW;

    /** True for every action that speaks for the item. */
    public boolean showsInterest() {
        return this != RETURN;
    }
}
