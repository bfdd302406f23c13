package org.crossaisle.io.column;

/** The order of day, month and year in a date of digits. */
public enum DateOrder {
    /** 13.03.2024. */
    DMY,
    /** 03/13/2024. */
    MDY,
    /** 2024-03-13. */
    YMD;

    /** "day first", for messages. */
    String text() {
        return switch (this) {
            case DMY -> "day first";
            case MDY -> "month first";
            case YMD -> "year first";
        };
    }
}
