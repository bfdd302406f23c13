package org.crossaisle.io.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossaisle.recommend.rerank.Window;

/** The text form of a {@link Window}, such as {@code 2/5@1}. */
final class WindowText {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})(?:@(\\d{1,6}))?");

    private WindowText() {}

    /** @param level the level if the text names none */
    static Window read(String text, int level) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("window is " + CrossingText.quoted(text)
                    + ", must be MOST/PLACES@LEVEL, such as 2/5@1 for at most 2 of a category of level 1 in any 5"
                    + " neighbouring places, or none");
        }
        return new Window(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                matcher.group(3) == null ? level : Integer.parseInt(matcher.group(3)));
    }
}
