package org.crossaisle.neural.layer;

/** Which tokens of its own sequence one may look at. */
public enum AttentionMask {
    /** Itself and those before it. */
    BACK,
    /** All of them. */
    BOTH_WAYS
}
