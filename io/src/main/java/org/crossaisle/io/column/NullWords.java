package org.crossaisle.io.column;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words that programs write where an id is missing, such as {@code nan} and {@code NULL}. Immutable. */
public final class NullWords {
    private static final List<String> KNOWN = List.of(
            "nan",
            "null",
            "none",
            "nil",
            "na",
            "n/a",
            "#n/a",
            "<na>",
            "nat",
            "\\n",
            "(null)",
            "(none)",
            "(not set)",
            "not set",
            "(not provided)",
            "undefined",
            "unknown",
            "anonymous",
            "guest",
            "-",
            "--");

    private final Set<String> words = new HashSet<>();

    /** @param given replaces the known words; empty to keep them */
    public NullWords(List<String> given) {
        for (String word : given.isEmpty() ? KNOWN : given) {
            String lower = word.toLowerCase(Locale.ROOT);
            words.add(word);
            words.add(lower);
            words.add(word.toUpperCase(Locale.ROOT));
            if (!lower.isEmpty()) {
                words.add(lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
            }
        }
        if (given.isEmpty()) {
            words.add("NaN");
            words.add("NaT");
            words.add("N/a");
        }
    }

    boolean contain(String text) {
        return words.contains(text);
    }
}
