package org.crossaisle.io.ingest;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads numbers as shops write them: {@code 12.99}, {@code $1,299.00}, {@code 12,99 €}, {@code ￥45}, {@code 45元}. */
final class Amounts {
    private static final Pattern CURRENCY = Pattern.compile("^[\\p{Sc}\\s]+|[\\p{Sc}元\\s]+$");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d{1,2}");
    private static final Pattern PLAIN = Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private Amounts() {}

    /** The number, which may be negative or infinite; empty when the text is not a number. */
    static OptionalDouble parse(String text) {
        if (PLAIN.matcher(text).matches()) {
            return OptionalDouble.of(Double.parseDouble(text));
        }
        String plain = CURRENCY.matcher(text).replaceAll("");
        if (GROUPED.matcher(plain).matches()) {
            plain = plain.replace(",", "");
        } else if (DECIMAL_COMMA.matcher(plain).matches()) {
            plain = plain.replace(',', '.');
        }
        return PLAIN.matcher(plain).matches() ? OptionalDouble.of(Double.parseDouble(plain)) : OptionalDouble.empty();
    }
}
