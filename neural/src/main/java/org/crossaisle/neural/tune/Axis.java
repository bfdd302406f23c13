package org.crossaisle.neural.tune;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** A setting to search, with its possible values. */
public sealed interface Axis {
    /** The name of the setting, as in {@code --set}. */
    String name();

    /**
     * One of the values, as a user would write it.
     *
     * @param share position along the axis, in [0, 1)
     */
    String at(double share);

    /** Representative values: a recipe that accepts them accepts all values between them too. */
    List<String> ends();

    /** A list of at least one choice. */
    record Choices(String name, List<String> values) implements Axis {
        public Choices {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException(name + " has no choices, expected at least one");
            }
        }

        @Override
        public String at(double share) {
            return values.get((int) (share * values.size()));
        }

        @Override
        public List<String> ends() {
            return values;
        }

        @Override
        public String toString() {
            return values.toString();
        }
    }

    /**
     * All numbers between two bounds, both inclusive.
     *
     * @param log whether values are uniform on a logarithmic scale
     * @param whole whether only whole numbers are used
     */
    record Range(String name, double from, double to, boolean log, boolean whole) implements Axis {
        private static final MathContext DIGITS = new MathContext(3);

        public Range {
            if (!(from < to)) {
                throw new IllegalArgumentException(name + " is from " + from + " to " + to + ", from must be below to");
            }
            if (log && from <= 0) {
                throw new IllegalArgumentException(name + " is from " + from + ", must be above 0 where log is true");
            }
        }

        /** Three significant digits, or a whole number. */
        @Override
        public String at(double share) {
            double upper = whole ? to + 1 : to;
            double value = log ? from * Math.pow(upper / from, share) : from + share * (upper - from);
            double rounded = whole
                    ? Math.floor(value)
                    : new BigDecimal(value).round(DIGITS).doubleValue();
            return text(Math.max(from, Math.min(to, rounded)));
        }

        @Override
        public List<String> ends() {
            return List.of(text(from), text(to));
        }

        /** A value on an axis that is not restricted to whole numbers. */
        String fraction() {
            return text(from + (Math.min(to, from + 1) - from) / Math.PI);
        }

        private static String text(double value) {
            return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        }

        @Override
        public String toString() {
            return text(from) + " to " + text(to) + (log ? ", log" : "");
        }
    }
}
