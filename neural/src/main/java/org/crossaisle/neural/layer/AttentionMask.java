package org.crossaisle.neural.layer;

/** The tokens of its own sequence that a token may attend to. */
public enum AttentionMask {
    /** Itself and the tokens before it. */
    BACK,
    /** All tokens. */
    BOTH_WAYS
}
