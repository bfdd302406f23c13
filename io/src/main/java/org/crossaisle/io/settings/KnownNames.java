package org.crossaisle.io.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Splits a text into names separated by commas, where a name may itself contain commas: {@code Toys, Games & Puzzles}.
 */
final class KnownNames {
    private KnownNames() {}

    /**
     * The names, in order. At each position the longest known name is taken.
     *
     * @param problem the message for an unknown name
     * @throws IllegalArgumentException when a name is not known
     */
    static List<String> of(String text, Predicate<String> isKnown, UnaryOperator<String> problem) {
        List<String> parts = Arrays.asList(text.split(",", -1));
        List<String> names = new ArrayList<>();
        int from = 0;
        while (from < parts.size()) {
            int to = parts.size();
            while (to > from && !isKnown.test(joined(parts, from, to))) {
                to--;
            }
            if (to == from) {
                throw new IllegalArgumentException(problem.apply(joined(parts, from, from + 1)));
            }
            names.add(joined(parts, from, to));
            from = to;
        }
        return names;
    }

    private static String joined(List<String> parts, int from, int to) {
        return String.join(",", parts.subList(from, to)).strip();
    }
}
