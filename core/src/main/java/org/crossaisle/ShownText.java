package org.crossaisle;

/**
 * Text as a terminal may be given it. Titles, names, ids and the names of files come from elsewhere, and a terminal
 * obeys what is in them: control characters move the cursor, change its title or what keys mean, and bidirectional
 * overrides make text read as what it is not. They are shown as escapes, {@code \}{@code u001b}, as in JSON.
 */
public final class ShownText {
    private ShownText() {}

    /** Text of several lines: line feeds and tabs stay. */
    public static String of(CharSequence text) {
        return shown(text, true);
    }

    /** Text that is to stay on its line: line feeds and tabs are shown as escapes, too. */
    public static String line(CharSequence text) {
        return shown(text, false);
    }

    private static String shown(CharSequence text, boolean lines) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean plain = lines && (character == '\n' || character == '\t');
            if (plain || !isObeyed(character)) {
                shown.append(character);
            } else {
                shown.append(String.format("\\u%04x", (int) character));
            }
        }
        return shown.toString();
    }

    /**
     * Whether a terminal does something else with it than show it: controls, line separators, bidirectional overrides
     * and isolates.
     */
    private static boolean isObeyed(char character) {
        return Character.isISOControl(character)
                || character == '\u2028'
                || character == '\u2029'
                || (character >= '\u202A' && character <= '\u202E')
                || (character >= '\u2066' && character <= '\u2069');
    }
}
