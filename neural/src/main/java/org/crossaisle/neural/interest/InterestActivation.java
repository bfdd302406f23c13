package org.crossaisle.neural.interest;

/** What turns w (u . i) + b into the interest that is told. */
public enum InterestActivation {
    /** A probability in (0, 1), trained with binary cross-entropy. */
    SIGMOID,
    /** Any number, trained with squared error. */
    IDENTITY
}
