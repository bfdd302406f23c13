package org.crossaisle;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BoundsTest {
    @Test
    void valuesAtTheirBounds_areTaken() {
        taken(() -> Bounds.atLeast("epochs", 1, 1));
        taken(() -> Bounds.atMost("events", 5, 5));
        taken(() -> Bounds.inRange("depth", 1, 1, 12));
        taken(() -> Bounds.inRange("depth", 12, 1, 12));
        taken(() -> Bounds.index("item", 0, 3));
        taken(() -> Bounds.index("item", 2, 3));
        taken(() -> Bounds.notNegative("weight", 0));
        taken(() -> Bounds.positive("rate", Double.MIN_VALUE));
        taken(() -> Bounds.share("share", 0));
        taken(() -> Bounds.share("share", 1));
        taken(() -> Bounds.positiveShare("recency", 1));
        taken(() -> Bounds.shareBelowOne("dropout", 0));
        taken(() -> Bounds.properShare("share", 0.5));
        taken(() -> Bounds.multiple("dimension", 12, "heads", 4));
    }

    @Test
    void wholeNumbersBeyondTheirBounds_areRefusedWithNameValueAndBound() {
        refused(() -> Bounds.atLeast("epochs", 0, 1), "epochs is 0, must be at least 1");
        refused(() -> Bounds.atMost("events", 6, 5), "events is 6, must be at most 5");
        refused(() -> Bounds.inRange("depth", 0, 1, 12), "depth is 0, must be in [1, 12]");
        refused(() -> Bounds.inRange("depth", 13, 1, 12), "depth is 13, must be in [1, 12]");
        refused(() -> Bounds.index("item", -1, 3), "item is -1, must be in [0, 3)");
        refused(() -> Bounds.index("item", 3, 3), "item is 3, must be in [0, 3)");
        refused(() -> Bounds.multiple("dimension", 10, "heads", 4), "dimension is 10, must be a multiple of heads, 4");
    }

    @Test
    void fractionsBeyondTheirBounds_areRefusedWithNameValueAndBound() {
        refused(() -> Bounds.notNegative("weight", -0.5), "weight is -0.5, must be at least 0 and finite");
        refused(() -> Bounds.positive("rate", 0), "rate is 0.0, must be above 0 and finite");
        refused(() -> Bounds.share("share", 1.5), "share is 1.5, must be in [0, 1]");
        refused(() -> Bounds.share("share", -1), "share is -1.0, must be in [0, 1]");
        refused(() -> Bounds.positiveShare("recency", 0), "recency is 0.0, must be in (0, 1]");
        refused(() -> Bounds.positiveShare("recency", 2), "recency is 2.0, must be in (0, 1]");
        refused(() -> Bounds.shareBelowOne("dropout", 1), "dropout is 1.0, must be in [0, 1)");
        refused(() -> Bounds.shareBelowOne("dropout", -1), "dropout is -1.0, must be in [0, 1)");
        refused(() -> Bounds.properShare("share", 0), "share is 0.0, must be in (0, 1)");
        refused(() -> Bounds.properShare("share", 1), "share is 1.0, must be in (0, 1)");
    }

    @Test
    void infinityAndNan_areWithinNoBounds() {
        refused(
                () -> Bounds.notNegative("weight", Double.POSITIVE_INFINITY),
                "weight is Infinity, must be at least 0 and finite");
        refused(
                () -> Bounds.positive("rate", Double.POSITIVE_INFINITY),
                "rate is Infinity, must be above 0 and finite");
        refused(() -> Bounds.notNegative("weight", Double.NaN), "weight is NaN, must be at least 0 and finite");
        refused(() -> Bounds.positive("rate", Double.NaN), "rate is NaN, must be above 0 and finite");
        refused(() -> Bounds.share("share", Double.NaN), "share is NaN, must be in [0, 1]");
        refused(() -> Bounds.positiveShare("recency", Double.NaN), "recency is NaN, must be in (0, 1]");
        refused(() -> Bounds.shareBelowOne("dropout", Double.NaN), "dropout is NaN, must be in [0, 1)");
        refused(() -> Bounds.properShare("share", Double.NaN), "share is NaN, must be in (0, 1)");
    }

    private static void taken(ThrowingCallable check) {
        assertThatNoException().isThrownBy(check);
    }

    private static void refused(ThrowingCallable check, String message) {
        assertThatIllegalArgumentException().isThrownBy(check).withMessage(message);
    }
}
