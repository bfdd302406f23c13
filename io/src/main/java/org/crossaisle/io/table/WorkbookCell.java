package org.crossaisle.io.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * The text of a cell as its value is, not as a spreadsheet shows it: whole numbers with all their digits, dates as ISO
 * 8601. Only the zeros in front that a format such as {@code 00000} shows are kept, as in article numbers.
 */
final class WorkbookCell {
    /** From here on a spreadsheet has rounded a number: it keeps 15 digits. */
    private static final double ROUNDED = 1e15;

    private static final Pattern NOT_SHOWN_AS_DATE = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^]]*]|_.|\\*.");
    private static final Pattern DATE_LETTERS = Pattern.compile(".*[ymdhs].*", Pattern.DOTALL);
    private static final Pattern DAY_LETTERS = Pattern.compile(".*[yd].*", Pattern.DOTALL);
    private static final Pattern CLOCK_LETTERS = Pattern.compile(".*[hs].*", Pattern.DOTALL);
    private static final Pattern ZEROS = Pattern.compile("0{2,}");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");

    private WorkbookCell() {}

    /** True when the cell shows an error such as #N/A. */
    static boolean isError(Cell cell) {
        return cell.getType() == CellType.ERROR;
    }

    /** True when the number has more digits than a spreadsheet keeps. */
    static boolean isRounded(Cell cell) {
        return cell.getValue() instanceof BigDecimal number && Math.abs(number.doubleValue()) >= ROUNDED;
    }

    /** The text of a cell; empty for an error. */
    static String text(Cell cell) {
        if (isError(cell) || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getValue() instanceof BigDecimal number) {
            String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
            return number(cell, number, format);
        }
        if (cell.getValue() instanceof Boolean bool) {
            return bool.toString();
        }
        String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        return text == null ? "" : text.strip();
    }

    private static String number(Cell cell, BigDecimal number, String format) {
        String plainFormat = NOT_SHOWN_AS_DATE
                .matcher(format)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("general", "");
        if (DATE_LETTERS.matcher(plainFormat).matches() && number.signum() >= 0) {
            return date(cell.asDate(), number, plainFormat);
        }
        BigDecimal shortest = number.abs().doubleValue() >= ROUNDED
                ? number
                : new BigDecimal(Double.toString(number.doubleValue())); // 45.1 is stored as 45.100000000000001
        String text =
                shortest.signum() == 0 ? "0" : shortest.stripTrailingZeros().toPlainString();
        boolean padded = ZEROS.matcher(format).matches() && text.length() < format.length() && text.indexOf('.') < 0;
        return padded && number.signum() >= 0 ? "0".repeat(format.length() - text.length()) + text : text;
    }

    private static String date(LocalDateTime time, BigDecimal number, String format) {
        LocalDateTime rounded = time.plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS);
        boolean clock = CLOCK_LETTERS.matcher(format).matches();
        if (number.compareTo(BigDecimal.ONE) < 0
                && clock
                && !DAY_LETTERS.matcher(format).matches()) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(rounded.toLocalTime());
        }
        if (!clock && rounded.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return rounded.toLocalDate().toString();
        }
        return (rounded.getNano() == 0 ? SECONDS : MILLISECONDS).format(rounded);
    }
}
