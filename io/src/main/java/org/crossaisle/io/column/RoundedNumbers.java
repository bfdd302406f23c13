package org.crossaisle.io.column;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.crossaisle.RecsException;
import org.crossaisle.io.shop.TableFindings;

/** Recognises numbers whose digits a spreadsheet has rounded away, such as 4.01235E+12. */
public final class RoundedNumbers {
    private static final Pattern ROUNDED = Pattern.compile("-?\\d([.,]\\d{1,6})?[eE]\\+\\d{2,3}");

    private RoundedNumbers() {}

    /** True when the text is such a number. */
    public static boolean isOne(String text) {
        return text.length() >= 5
                && text.indexOf('+') > 0
                && ROUNDED.matcher(text).matches();
    }

    /**
     * Refuses a column in which more than one value in a hundred is such a number.
     *
     * @param what the values are, such as "item id"
     * @throws RecsException INPUT_UNREADABLE when it is so
     */
    public static void refuse(SampledRows rows, int place, String what) {
        List<String> sample = rows.sample(place);
        long rounded = sample.stream().filter(RoundedNumbers::isOne).count();
        if (rounded > 0.01 * sample.size()) {
            Optional<String> first =
                    sample.stream().filter(RoundedNumbers::isOne).findFirst();
            throw refusal(rows.name(), rows.columns().get(place), what, first.orElse(""));
        }
    }

    /** The refusal of a column. */
    public static RecsException refusal(String file, String column, String what, String example) {
        return new RecsException(
                RecsException.Code.INPUT_UNREADABLE,
                file + ": each " + what + " in column " + column + " such as " + TableFindings.quote(example)
                        + " is a number that a spreadsheet has rounded: its digits are lost. Export the column again as"
                        + " text, from where the numbers come from.");
    }
}
