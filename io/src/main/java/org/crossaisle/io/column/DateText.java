package org.crossaisle.io.column;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates and times that are written as text: ISO 8601, digits in any order, names of months, RFC 1123, with or
 * without a time of day and a zone.
 */
final class DateText {
    private static final int LONGEST = 80;

    private static final String CLOCK =
            "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,:]\\d{1,9})?)?(?:\\s*([AaPp])\\.?[Mm]\\.?)?(?: ?Uhr)?";
    private static final String ZONE = "(Z|z|(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2})?|[A-Z]{3,4})";
    private static final String REST =
            "(?:(?:[T,]|\\s)\\s*(?:at\\s+)?" + CLOCK + "(?:\\s*" + ZONE + ")?(?:\\s*[\\[(].*[\\])])?)?";
    private static final String WEEKDAY = "(?:\\p{L}{2,10}\\.?,?\\s+)?";
    private static final String MONTH = "(\\p{L}{3,10})";

    private static final Pattern DIGITS =
            Pattern.compile(WEEKDAY + "(\\d{1,4})([-/.]|\\. )(\\d{1,2})\\2(\\d{4}|\\d{1,2})" + REST);
    private static final Pattern IDEOGRAPHS = Pattern.compile("(\\d{4})()年(\\d{1,2})月(\\d{1,2})日" + REST);
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})()(\\d{2})(\\d{2})" + REST);
    private static final Pattern DAY_MONTH = Pattern.compile(
            WEEKDAY + "(\\d{1,2})(?:st|nd|rd|th|\\.)?[-/. ]\\s*" + MONTH + "\\.?,?[-/. ]\\s*(\\d{4}|\\d{2})" + REST);
    private static final Pattern MONTH_DAY =
            Pattern.compile(WEEKDAY + MONTH + "\\.?[-/. ]\\s*(\\d{1,2})(?:st|nd|rd|th)?,?[-/. ]\\s*(\\d{4})" + REST);
    private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})[-/. ]" + MONTH + "[-/. ](\\d{1,2})" + REST);
    private static final Pattern YEAR_AT_END =
            Pattern.compile(WEEKDAY + MONTH + "\\s+(\\d{1,2})\\s+" + CLOCK + "(?:\\s+" + ZONE + ")?\\s+(\\d{4})");
    private static final Pattern COMPACT_TIME =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})T?(\\d{2})(\\d{2})(\\d{2})?(Z)?");
    private static final Pattern OF_DAY = Pattern.compile(CLOCK + "(?:\\s*" + ZONE + ")?");

    /** Zones with one meaning; CST, IST and BST have several. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("Z", "Z"),
            Map.entry("UTC", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("JST", "+09:00"),
            Map.entry("KST", "+09:00"));

    /** Months by the first letters of their names, in English, German, French, Spanish, Italian and Portuguese. */
    private static final String[][] MONTHS = {
        {"jan", "ene", "gen"},
        {"feb", "fév", "fev"},
        {"mar", "mär", "mrz"},
        {"apr", "avr", "abr"},
        {"may", "mai", "mag"},
        {"jun", "juin", "giu"},
        {"jul", "juil", "lug"},
        {"aug", "aoû", "ago"},
        {"sep", "set"},
        {"oct", "okt", "out", "ott"},
        {"nov"},
        {"dec", "dez", "déc", "dic"}
    };

    private final ZoneId zone;
    private long zoneless;

    DateText(ZoneId zone) {
        this.zone = zone;
    }

    /** A date of digits whose year is not known to be first. */
    record Numbers(int first, int second, int third, boolean yearIsLast) {
        /** The date in this order; empty when there is no such date. */
        Optional<LocalDate> in(DateOrder order) {
            if (yearIsLast && order == DateOrder.YMD) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        switch (order) {
                            case DMY -> LocalDate.of(fullYear(third), second, first);
                            case MDY -> LocalDate.of(fullYear(third), first, second);
                            case YMD -> LocalDate.of(fullYear(first), second, third);
                        });
            } catch (DateTimeException e) {
                return Optional.empty(); // this order is not the one
            }
        }
    }

    private static int fullYear(int year) {
        return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    /** The numbers of a date whose order is not obvious; empty for every other text. */
    static Optional<Numbers> numbers(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = DIGITS.matcher(text);
        return parts.matches() && parts.group(1).length() < 3 ? Optional.of(numbers(parts)) : Optional.empty();
    }

    private static Numbers numbers(Matcher parts) {
        return new Numbers(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4)),
                parts.group(4).length() == 4);
    }

    /** True for a time of day without a date. */
    static boolean isClock(String text) {
        return text.length() <= LONGEST
                && text.length() >= 4
                && OF_DAY.matcher(text).matches();
    }

    /** True for a date without a time of day. */
    static boolean isDate(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        for (Pattern pattern : new Pattern[] {DIGITS, IDEOGRAPHS, COMPACT}) {
            Matcher parts = pattern.matcher(text);
            if (parts.matches()) {
                return parts.group(5) == null;
            }
        }
        for (Pattern pattern : new Pattern[] {DAY_MONTH, MONTH_DAY, YEAR_MONTH}) {
            Matcher parts = pattern.matcher(text);
            if (parts.matches()) {
                return parts.group(4) == null;
            }
        }
        return false;
    }

    /**
     * Seconds since 1970.
     *
     * @param order of dates of digits that do not begin with a year of four digits; empty when it is not known
     * @throws DateTimeException when the text is not a time
     */
    long read(String text, Optional<DateOrder> order) {
        if (isIso(text)) {
            return seconds(
                    LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)),
                    text.length() == 10 ? 0 : digits(text, 11, 13),
                    text.length() == 10 ? 0 : digits(text, 14, 16),
                    text.length() == 10 ? 0 : digits(text, 17, 19),
                    text.length() == 20 ? ZoneOffset.UTC : null);
        }
        if (text.length() > LONGEST) {
            throw new DateTimeException("too long for a time");
        }
        Matcher parts = DIGITS.matcher(text);
        if (parts.matches()) {
            int first = Integer.parseInt(parts.group(1));
            LocalDate date = parts.group(1).length() == 4
                    ? LocalDate.of(first, Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)))
                    : numbers(parts)
                            .in(order.orElseThrow(() -> new DateTimeException("the order is not known")))
                            .orElseThrow(() -> new DateTimeException("no such date"));
            return withClock(date, parts, 5);
        }
        for (Pattern pattern : new Pattern[] {IDEOGRAPHS, COMPACT}) {
            parts = pattern.matcher(text);
            if (parts.matches()) {
                return withClock(date(parts.group(1), parts.group(3), parts.group(4)), parts, 5);
            }
        }
        parts = DAY_MONTH.matcher(text);
        if (parts.matches()) {
            return withClock(date(parts.group(3), month(parts.group(2)), parts.group(1)), parts, 4);
        }
        parts = MONTH_DAY.matcher(text);
        if (parts.matches()) {
            return withClock(date(parts.group(3), month(parts.group(1)), parts.group(2)), parts, 4);
        }
        parts = YEAR_MONTH.matcher(text);
        if (parts.matches()) {
            return withClock(date(parts.group(1), month(parts.group(2)), parts.group(3)), parts, 4);
        }
        parts = YEAR_AT_END.matcher(text);
        if (parts.matches()) {
            return withClock(date(parts.group(8), month(parts.group(1)), parts.group(2)), parts, 3);
        }
        return compactTime(text);
    }

    /** 20240313100000, 202403131000 or 20240313T100000Z. */
    long compactTime(String text) {
        Matcher parts = COMPACT_TIME.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("not written as a time");
        }
        return seconds(
                date(parts.group(1), parts.group(2), parts.group(3)),
                Integer.parseInt(parts.group(4)),
                Integer.parseInt(parts.group(5)),
                parts.group(6) == null ? 0 : Integer.parseInt(parts.group(6)),
                parts.group(7) == null ? null : ZoneOffset.UTC);
    }

    private static boolean isIso(String text) {
        int length = text.length();
        if (length != 10 && length != 19 && !(length == 20 && text.charAt(19) == 'Z')) {
            return false;
        }
        for (int i = 0; i < Math.min(length, 19); i++) {
            char c = text.charAt(i);
            boolean fits = switch (i) {
                case 4, 7 -> c == '-';
                case 10 -> c == ' ' || c == 'T';
                case 13, 16 -> c == ':';
                default -> c >= '0' && c <= '9';
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(fullYear(Integer.parseInt(year)), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static String month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int month = MONTHS.length; month > 0; month--) { // July before June: juil, juin
            for (String start : MONTHS[month - 1]) {
                if (lower.startsWith(start)) {
                    return String.valueOf(month);
                }
            }
        }
        throw new DateTimeException(name + " is not a month");
    }

    /** @param group the group of the hour; minute, second, half of the day and zone follow */
    private long withClock(LocalDate date, Matcher parts, int group) {
        String hour = parts.group(group);
        if (hour == null) {
            return seconds(date, 0, 0, 0, null);
        }
        String second = parts.group(group + 2);
        String half = parts.group(group + 3);
        int hours = Integer.parseInt(hour);
        if (half != null) {
            if (hours < 1 || hours > 12) {
                throw new DateTimeException(hour + " " + half + "m is not an hour");
            }
            hours = hours % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        String written = parts.group(group + 4);
        return seconds(
                date,
                hours,
                Integer.parseInt(parts.group(group + 1)),
                second == null ? 0 : Integer.parseInt(second),
                written == null ? null : offset(written));
    }

    private static ZoneOffset offset(String written) {
        String known = ZONES.get(written.toUpperCase(Locale.ROOT));
        if (known != null) {
            return ZoneOffset.of(known);
        }
        String plain = written.replaceFirst("^(UTC|GMT)", "");
        if (plain.isEmpty() || Character.isLetter(plain.charAt(0))) {
            throw new DateTimeException("zone " + written + " is not known");
        }
        return ZoneOffset.of(plain.length() == 2 ? plain.charAt(0) + "0" + plain.charAt(1) : plain);
    }

    private long seconds(
            LocalDate date, int hour, int minute, int second, @org.jspecify.annotations.Nullable ZoneOffset offset) {
        LocalDateTime time = date.atTime(hour, minute, second);
        if (offset != null) {
            return time.toEpochSecond(offset);
        }
        zoneless++;
        return zone.equals(ZoneOffset.UTC)
                ? time.toEpochSecond(ZoneOffset.UTC)
                : time.atZone(zone).toEpochSecond();
    }

    /** How many times were read that had no zone. */
    long zoneless() {
        return zoneless;
    }

    ZoneId zone() {
        return zone;
    }
}
