package org.crossaisle.recommend.crossing;

import org.crossaisle.Bounds;

/**
 * Which part of a list is to come from categories new to the user. {@code toString} is the text by which a step is
 * known, such as {@code crossShare:0.3}.
 */
public sealed interface CrossShare {
    /** No share is asked for. */
    record AsScored() implements CrossShare {
        @Override
        public String toString() {
            return "crossShare:none";
        }
    }

    /** How likely this user is to leave the categories they know, now. */
    record Calibrated() implements CrossShare {
        @Override
        public String toString() {
            return "crossShare:calibrated";
        }
    }

    /**
     * The same for every user.
     *
     * @param share in [0, 1]
     */
    record Fixed(double share) implements CrossShare {
        public Fixed {
            Bounds.share("the cross share", share);
        }

        @Override
        public String toString() {
            return "crossShare:" + share;
        }
    }
}
