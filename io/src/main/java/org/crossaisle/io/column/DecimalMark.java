package org.crossaisle.io.column;

/** The mark before the decimals of a number. */
public enum DecimalMark {
    /** 1,299.00. */
    POINT,
    /** 1.299,00. */
    COMMA
}
