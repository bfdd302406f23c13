package org.crossaisle.neural.content.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.catalog.Catalog;

/**
 * The titles of a catalog as token numbers, for a network that learns to read them. A token is a word in lower case; in
 * scripts without spaces, such as Chinese, each character and each pair of adjacent characters is a token.
 *
 * <p>The vocabulary comes from the training items only. Number 0 is padding. Number 1 stands for every word or
 * character outside the vocabulary; pairs outside the vocabulary are skipped, because their characters are tokens too.
 * Immutable; threads may share it.
 */
public final class TitleTokens {
    /** Follows the last token of a title. */
    public static final int PADDING = 0;

    /** Stands for tokens outside the vocabulary. */
    public static final int UNKNOWN = 1;

    private static final int FIRST = 2;

    /**
     * How titles are tokenised.
     *
     * @param minimumItems number of training items that must have a token for it to be in the vocabulary
     * @param maximumSize maximum size of the vocabulary; the most frequent tokens are kept
     * @param maximumLength maximum number of tokens of a title; longer titles are cut
     */
    public record Settings(
            @Help("Fewest training items with a token for it to be kept, at least 1.")
            int minimumItems,

            @Help("Most tokens of the vocabulary, at least 1; the most frequent are kept.")
            int maximumSize,

            @Help("Most tokens of a title, at least 1; longer titles are cut.")
            int maximumLength) {
        public static final Settings DEFAULTS = new Settings(3, 30_000, 48);

        public Settings {
            Bounds.atLeast("minimumItems", minimumItems, 1);
            Bounds.atLeast("maximumSize", maximumSize, 1);
            Bounds.atLeast("maximumLength", maximumLength, 1);
        }
    }

    /** A piece of a title: a word or a character, or a pair of characters. */
    private record Token(String text, boolean pair) {}

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final int[][] ofItems; // [items][tokens]

    /** @param known the training items */
    public TitleTokens(Catalog catalog, BitSet known, Settings settings) {
        List<List<Token>> titles = IntStream.range(0, catalog.size())
                .mapToObj(item -> tokens(Titles.of(catalog.item(item))))
                .toList();
        Map<String, Integer> counts = new HashMap<>();
        known.stream()
                .forEach(item ->
                        new HashSet<>(titles.get(item)).forEach(token -> counts.merge(token.text, 1, Integer::sum)));
        counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= settings.minimumItems())
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(settings.maximumSize())
                .forEachOrdered(entry -> vocabulary.put(entry.getKey(), FIRST + vocabulary.size()));
        ofItems = titles.stream()
                .map(title -> title.stream()
                        .filter(token -> !token.pair || vocabulary.containsKey(token.text))
                        .mapToInt(token -> vocabulary.getOrDefault(token.text, UNKNOWN))
                        .limit(settings.maximumLength())
                        .toArray())
                .toArray(int[][]::new);
    }

    /** One more than the largest token number, that is the number of token vectors that a network needs. */
    public int size() {
        return FIRST + vocabulary.size();
    }

    /** The tokens of an item's title, in order; empty if it has no title. The caller must not change them. */
    public int[] of(int item) {
        return ofItems[item];
    }

    /** The number of a token, or {@link #UNKNOWN} if it is not in the vocabulary. */
    int number(String token) {
        return vocabulary.getOrDefault(token, UNKNOWN);
    }

    private static List<Token> tokens(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<Token> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String before = ""; // the preceding character, if it is of a script without spaces
        for (int at = 0; at < plain.length(); ) {
            int point = plain.codePointAt(at);
            at += Character.charCount(point);
            boolean alone = isWithoutSpaces(point);
            if (!alone && isWordCharacter(point)) {
                word.appendCodePoint(point);
                before = "";
                continue;
            }
            end(word, tokens);
            String character = alone ? Character.toString(point) : "";
            if (alone) {
                if (!before.isEmpty()) {
                    tokens.add(new Token(before + character, true));
                }
                tokens.add(new Token(character, false));
            }
            before = character;
        }
        end(word, tokens);
        return tokens;
    }

    private static void end(StringBuilder word, List<Token> tokens) {
        if (!word.isEmpty()) {
            tokens.add(new Token(word.toString(), false));
            word.setLength(0);
        }
    }

    private static boolean isWordCharacter(int point) {
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isWithoutSpaces(int point) {
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
