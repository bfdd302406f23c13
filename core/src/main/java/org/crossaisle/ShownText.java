package org.crossaisle;

/**
 * Text that is safe to print on a terminal. Titles, names, ids and file names come from outside, and a terminal
 * interprets them: control characters move the cursor, change the window title or remap keys, and bidirectional
 * overrides make text look like other text. They are shown as escapes, {@code \}{@code u001b}, as in JSON.
 */
public final class ShownText {
    private ShownText() {}

    /** Escapes text of several lines: line feeds and tabs stay. */
    public static String of(CharSequence text) {
        return shown(text, true);
    }

    /** Escapes text that must stay on one line: line feeds and tabs are shown as escapes, too. */
    public static String line(CharSequence text) {
        return shown(text, false);
    }

    private static String shown(CharSequence text, boolean lines) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean plain = lines && (character == '\n' || character == '\t');
            if (plain || !isControl(character)) {
                shown.append(character);
            } else {
                shown.append(String.format("\\u%04x", (int) character));
            }
        }
        return shown.toString();
    }

    /**
     * True when a terminal would not simply show the character: controls, line separators, bidirectional overrides and
     * isolates.
     */
    private static boolean isControl(char character) {
        return Character.isISOControl(character)
                || character == '\u2028'
                || character == '\u2029'
                || (character >= '\u202A' && character <= '\u202E')
                || (character >= '\u2066' && character <= '\u2069');
    }
}
