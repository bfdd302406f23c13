package org.crossaisle.neural.interest;

/** The function that turns w (u . i) + b into the predicted interest. */
public enum InterestActivation {
    /** A probability in (0, 1), trained with binary cross-entropy. */
    SIGMOID,
    /** Any number, trained with squared error. */
    IDENTITY
}
