package org.crossaisle;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the known word closest to a misspelled one, by edit distance (Levenshtein, 1966). */
public final class Nearest {
    private Nearest() {}

    /** The nearest of {@code words}, the first one when several tie; empty when there are no words. */
    public static String to(String word, List<String> words) {
        return words.stream()
                .min(Comparator.comparingInt(other -> distance(plain(word), plain(other))))
                .orElse("");
    }

    /** The name with spelling variants removed: case, blanks, _, . and -. */
    public static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.\\-]", "");
    }

    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] swap = before;
            before = row;
            row = swap;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(before[j - 1] + change, 1 + Math.min(before[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
