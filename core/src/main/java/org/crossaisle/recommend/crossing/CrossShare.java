package org.crossaisle.recommend.crossing;

import org.crossaisle.Bounds;
import org.crossaisle.PublicApi;

/**
 * The requested share of a list from categories new to the user. {@code toString} is the text form of the step, such as
 * {@code crossShare:0.3}.
 */
@PublicApi
public sealed interface CrossShare {
    /** No share is requested. */
    record AsScored() implements CrossShare {
        @Override
        public String toString() {
            return "crossShare:none";
        }
    }

    /** The share is the probability that this user's next interaction leaves the known categories. */
    record Calibrated() implements CrossShare {
        @Override
        public String toString() {
            return "crossShare:calibrated";
        }
    }

    /**
     * The same share for every user.
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
