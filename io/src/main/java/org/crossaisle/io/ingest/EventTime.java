package org.crossaisle.io.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossaisle.io.shop.TableFindings;

/**
 * Reads times of events: seconds, milliseconds or microseconds since 1970, dates such as 20260131, or text like
 * ISO-8601, in UTC if it has no zone: {@code 2026-01-31}, {@code 2026/1/31 18:00}, {@code 2026-01-31T18:00:00.5+08:00},
 * {@code 2026-01-31 18:00:00 UTC}.
 *
 * <p>The unit is recognised from the number: between 1990 and the year 5000 the three ranges do not overlap. For one
 * thread.
 */
final class EventTime {
    /** Marks a text that is not a time, or a time that is not possible. */
    static final long IMPOSSIBLE = Long.MIN_VALUE;

    private static final long EARLIEST = 631_152_000L; // 1990-01-01
    private static final double MILLISECONDS_FROM = 1e11;
    private static final double MICROSECONDS_FROM = 1e14;
    private static final int MAXIMUM_TEXT = 40;
    private static final int DATE_DIGITS = 8; // as seconds they would be before 1990, so they are unambiguous
    private static final int DATES = 4;
    private static final Pattern TEXT = Pattern.compile(
            "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" // date
                    + "(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?" // time of day
                    + "\\s*(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final List<String> UNITS = List.of(
            "seconds since 1970", "milliseconds since 1970", "microseconds since 1970", "text", "dates as digits");

    private final long latest;
    private final long[] counts = new long[UNITS.size()];
    private String problem = "";

    EventTime(Instant now) {
        latest = now.getEpochSecond();
    }

    /** Seconds since 1970, or {@link #IMPOSSIBLE}: then {@link #problem()} says why. */
    long read(String text) {
        int unit;
        long seconds;
        try {
            if (isNumber(text)) {
                if (text.length() == DATE_DIGITS && text.indexOf('.') < 0) {
                    unit = DATES;
                    seconds = ofDigits(text);
                } else {
                    double value = Double.parseDouble(text);
                    unit = value >= MICROSECONDS_FROM ? 2 : value >= MILLISECONDS_FROM ? 1 : 0;
                    double perSecond = unit == 2 ? 1e6 : unit == 1 ? 1e3 : 1;
                    seconds = (long) Math.floor(value / perSecond);
                }
            } else {
                unit = 3;
                seconds = ofText(text);
            }
        } catch (DateTimeException | NumberFormatException e) {
            problem = "time " + TableFindings.quote(text) + " is not a date"; // counted among the impossible times
            return IMPOSSIBLE;
        }
        if (seconds < EARLIEST) {
            problem = "time " + TableFindings.quote(text) + " is before 1990";
            return IMPOSSIBLE;
        }
        if (seconds > latest) {
            problem = "time " + TableFindings.quote(text) + " is in the future";
            return IMPOSSIBLE;
        }
        counts[unit]++;
        return seconds;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && !(c == '-' && i == 0) && c != 'e' && c != 'E' && c != '+') {
                return false;
            }
        }
        return true;
    }

    private static long ofText(String text) {
        Matcher parts = TEXT.matcher(text);
        if (text.length() > MAXIMUM_TEXT || !parts.matches()) {
            throw new DateTimeException("not written as a date");
        }
        LocalDateTime time = LocalDateTime.of(
                part(parts, 1), part(parts, 2), part(parts, 3), part(parts, 4), part(parts, 5), part(parts, 6));
        String zone = parts.group(7);
        boolean utc = zone == null || "UTC".equals(zone) || "GMT".equals(zone);
        return time.toEpochSecond(utc ? ZoneOffset.UTC : ZoneOffset.of(zone));
    }

    private static int part(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static long ofDigits(String date) {
        return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE)
                .atStartOfDay(ZoneOffset.UTC)
                .toEpochSecond();
    }

    String problem() {
        return problem;
    }

    /** The time formats that were found, each with its count. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (int unit = 0; unit < counts.length; unit++) {
            if (counts[unit] > 0) {
                notes.add(String.format("%,d times written as %s", counts[unit], UNITS.get(unit)));
            }
        }
        return notes;
    }
}
