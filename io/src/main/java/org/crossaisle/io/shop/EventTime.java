package org.crossaisle.io.shop;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads times of events: seconds, milliseconds or microseconds since 1970, or ISO-8601, without a zone in UTC.
 *
 * <p>The unit needs no telling: between 1990 and the year 5000 the three ranges of numbers do not meet. For one thread.
 */
final class EventTime {
    /** Stands for a text that is no time, or one that cannot be. */
    static final long IMPOSSIBLE = Long.MIN_VALUE;

    private static final long EARLIEST = 631_152_000L; // 1990-01-01
    private static final double MILLISECONDS_FROM = 1e11;
    private static final double MICROSECONDS_FROM = 1e14;
    private static final int MAXIMUM_TEXT = 40;
    private static final List<String> UNITS =
            List.of("seconds since 1970", "milliseconds since 1970", "microseconds since 1970", "ISO-8601");

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
                double value = Double.parseDouble(text);
                unit = value >= MICROSECONDS_FROM ? 2 : value >= MILLISECONDS_FROM ? 1 : 0;
                double perSecond = unit == 2 ? 1e6 : unit == 1 ? 1e3 : 1;
                seconds = (long) Math.floor(value / perSecond);
            } else {
                unit = 3;
                seconds = iso(text);
            }
        } catch (DateTimeException | NumberFormatException e) {
            problem = "time " + Findings.quote(text) + " is not a date"; // counted among the impossible times
            return IMPOSSIBLE;
        }
        if (seconds < EARLIEST) {
            problem = "time " + Findings.quote(text) + " is before 1990";
            return IMPOSSIBLE;
        }
        if (seconds > latest) {
            problem = "time " + Findings.quote(text) + " is in the future";
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

    private static long iso(String text) {
        if (text.length() > MAXIMUM_TEXT) {
            throw new DateTimeException("too long for a date");
        }
        if (text.length() <= 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        }
        String plain = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        boolean zoned = plain.endsWith("Z") || plain.indexOf('+') > 0 || plain.lastIndexOf('-') > 10;
        return zoned
                ? OffsetDateTime.parse(plain).toEpochSecond()
                : LocalDateTime.parse(plain).toEpochSecond(ZoneOffset.UTC);
    }

    String problem() {
        return problem;
    }

    /** Which ways of writing a time were met, each with how often. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (int unit = 0; unit < counts.length; unit++) {
            if (counts[unit] > 0) {
                notes.add(String.format("%,d times in %s", counts[unit], UNITS.get(unit)));
            }
        }
        return notes;
    }
}
