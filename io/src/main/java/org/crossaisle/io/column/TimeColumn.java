package org.crossaisle.io.column;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.crossaisle.RecsException;
import org.crossaisle.io.shop.TableFindings;

/**
 * Reads a column of times: seconds, milliseconds, microseconds or nanoseconds since 1970, days of a spreadsheet, dates
 * such as 20260131, or text. The order of dates of digits, and whether numbers are a spreadsheet's days, are judged
 * once for the column.
 *
 * <p>The unit of a number is recognised from its size: between 1990 and the year 5000 the ranges do not overlap. For
 * one thread.
 */
public final class TimeColumn {
    /** Marks a text that is not a time, or a time that is not possible. */
    public static final long IMPOSSIBLE = Long.MAX_VALUE;

    private static final long EARLIEST = 631_152_000L; // 1990-01-01
    private static final double MILLISECONDS_FROM = 1e11;
    private static final double MICROSECONDS_FROM = 1e14;
    private static final double NANOSECONDS_FROM = 1e17;
    private static final int DATE_DIGITS = 8; // as seconds they would be before 1990, so they are unambiguous
    private static final double FIRST_DAY = 32_874; // 1990-01-01 in a spreadsheet
    private static final double LAST_DAY = 80_000;
    private static final long SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30).toEpochDay();

    private static final int SECONDS = 0;
    private static final int TEXT = 4;
    private static final int DIGITS = 5;
    private static final int DAYS = 6;
    private static final List<String> UNITS = List.of(
            "seconds since 1970",
            "milliseconds since 1970",
            "microseconds since 1970",
            "nanoseconds since 1970",
            "text",
            "dates as digits",
            "days of a spreadsheet (1 is 1900-01-01)");

    private final SampledRows rows;
    private final String column;
    private final long latest;
    private final DateText texts;
    private final Optional<DateOrder> order;
    private final boolean orderIsGiven;
    private final boolean days;
    private final long[] counts = new long[UNITS.size()];
    private final List<String> judgements = new ArrayList<>();
    private String problem = "";
    private long notUnderstood;
    private long otherOrder;
    private String firstOfOtherOrder = "";

    private TimeColumn(
            SampledRows rows,
            String column,
            Instant now,
            ZoneId zone,
            Optional<DateOrder> order,
            boolean orderIsGiven,
            boolean days) {
        this.rows = rows;
        this.column = column;
        this.latest = now.getEpochSecond();
        this.texts = new DateText(zone);
        this.order = order;
        this.orderIsGiven = orderIsGiven;
        this.days = days;
    }

    /**
     * Judges a column.
     *
     * @param now later times are impossible
     * @param zone of times without one
     * @param order of dates of digits, if it is known
     * @throws RecsException INPUT_UNREADABLE when the column can be read in several ways, or its times were rounded
     */
    public static TimeColumn judge(SampledRows rows, int place, Instant now, ZoneId zone, Optional<DateOrder> order) {
        String name = rows.columns().get(place);
        List<String> sample = rows.sample(place);
        RoundedNumbers.refuse(rows, place, "time");
        long numbers = sample.stream().filter(TimeColumn::isNumber).count();
        long dayNumbers = sample.stream().filter(TimeColumn::isDay).count();
        boolean days =
                dayNumbers > 0 && dayNumbers >= 0.9 * Math.max(numbers, dayNumbers) && dayNumbers * 2 > sample.size();
        Optional<DateOrder> known = order;
        DateOrders orders =
                new DateOrders(rows.name(), LocalDate.ofInstant(now, zone).plusDays(1));
        if (order.isEmpty()) {
            rows.visit(place, orders);
            known = orders.order(name);
        }
        TimeColumn column = new TimeColumn(rows, name, now, zone, known, order.isPresent(), days);
        if (order.isEmpty()) {
            known.ifPresent(
                    found -> column.judgements.add("dates are " + found.text() + ", as in " + orders.example(found)));
        }
        return column;
    }

    /** True when most values are times of day without a date. */
    public static boolean isOfDay(SampledRows rows, int place) {
        return mostly(rows.sample(place), DateText::isClock);
    }

    /** True when most values are dates without a time of day. */
    public static boolean isOfDates(SampledRows rows, int place) {
        return mostly(rows.sample(place), DateText::isDate);
    }

    private static boolean mostly(List<String> sample, Predicate<String> kind) {
        return !sample.isEmpty() && sample.stream().filter(kind).count() >= 0.9 * sample.size();
    }

    private static boolean isDay(String text) {
        try {
            double value =
                    isNumber(text) || text.matches("\\d{5},\\d+") ? Double.parseDouble(text.replace(',', '.')) : 0;
            return value >= FIRST_DAY && value < LAST_DAY;
        } catch (NumberFormatException e) {
            return false; // several points
        }
    }

    /** Seconds since 1970, or {@link #IMPOSSIBLE}: then {@link #problem()} says why. */
    public long read(String text) {
        int unit;
        long seconds;
        try {
            if (days && isDay(text)) {
                unit = DAYS;
                seconds = ofDays(Double.parseDouble(text.replace(',', '.')));
            } else if (!isNumber(text)) {
                unit = TEXT;
                seconds = texts.read(text, order);
            } else if (text.length() == DATE_DIGITS && text.indexOf('.') < 0) {
                unit = DIGITS;
                seconds = texts.read(text, order);
            } else {
                double value = Double.parseDouble(text);
                unit = value >= NANOSECONDS_FROM
                        ? 3
                        : value >= MICROSECONDS_FROM ? 2 : value >= MILLISECONDS_FROM ? 1 : SECONDS;
                seconds = unit == SECONDS ? (long) Math.floor(value) : scaled(text, value, unit);
                if ((seconds < EARLIEST || seconds > latest) && (text.length() == 12 || text.length() == 14)) {
                    seconds = ofCompact(text, seconds);
                    unit = DIGITS;
                }
            }
        } catch (DateTimeException | NumberFormatException e) {
            return impossible(notADate(text));
        }
        if (seconds < EARLIEST) {
            return impossible("time " + TableFindings.quote(text) + " is before 1990");
        }
        if (seconds > latest) {
            return impossible("time " + TableFindings.quote(text) + " is in the future");
        }
        counts[unit]++;
        return seconds;
    }

    /** Seconds since 1970 from a date and a time of day, which may be empty. */
    public long read(String date, String clock) {
        return read(clock.isEmpty() || !DateText.isDate(date) ? date : date + " " + clock);
    }

    private long impossible(String what) {
        problem = what;
        notUnderstood++;
        return IMPOSSIBLE;
    }

    private static long scaled(String text, double value, int unit) {
        long divisor = unit == 1 ? 1_000 : unit == 2 ? 1_000_000 : 1_000_000_000;
        try {
            return Math.floorDiv(Long.parseLong(text), divisor);
        } catch (NumberFormatException e) {
            return (long) Math.floor(value / divisor); // it has decimals or an exponent
        }
    }

    private long ofCompact(String text, long otherwise) {
        try {
            return texts.compactTime(text);
        } catch (DateTimeException e) {
            return otherwise; // a number after all
        }
    }

    private long ofDays(double value) {
        long seconds = Math.round(value * 86_400);
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds + SPREADSHEET_EPOCH * 86_400, 0, ZoneOffset.UTC);
        return time.atZone(texts.zone()).toEpochSecond();
    }

    private String notADate(String text) {
        String what = "time " + TableFindings.quote(text) + " is not a date";
        Optional<DateText.Numbers> numbers = DateText.numbers(text);
        if (numbers.isEmpty()) {
            return what;
        }
        if (order.isEmpty()) {
            return what + " of known order; say it with --date-order dmy, mdy or ymd";
        }
        boolean inAnother = false;
        for (DateOrder other : DateOrder.values()) {
            inAnother |= numbers.get().in(other).isPresent();
        }
        if (inAnother) {
            otherOrder++;
            if (firstOfOtherOrder.isEmpty()) {
                firstOfOtherOrder = rows.name() + ":" + rows.line() + ": " + TableFindings.quote(text);
            }
            return what + " " + order.get().text();
        }
        return what;
    }

    private static boolean isNumber(String text) {
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point) {
                return false; // 13.03.2024
            }
            point |= c == '.';
            if ((c < '0' || c > '9') && c != '.' && !(c == '-' && i == 0) && c != 'e' && c != 'E' && c != '+') {
                return false;
            }
        }
        return true;
    }

    public String problem() {
        return problem;
    }

    /** How many times were there that could not be read or cannot be. */
    public long notUnderstood() {
        return notUnderstood;
    }

    /**
     * Checks at the end of the table that the column was what it was judged to be.
     *
     * @throws RecsException INPUT_UNREADABLE when many dates are of another order
     */
    public void check() {
        long read = 0;
        for (long count : counts) {
            read += count;
        }
        if (!orderIsGiven && otherOrder > 0.01 * (read + notUnderstood)) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE,
                    String.format(
                            "%s: column %s was read %s, and %,d dates are none so, the first is %s. Write them in one"
                                    + " order, or give --date-order to drop the others.",
                            rows.name(), column, order.orElse(DateOrder.YMD).text(), otherOrder, firstOfOtherOrder));
        }
    }

    /** What was judged, and the formats that were found, each with its count. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(judgements);
        for (int unit = 0; unit < counts.length; unit++) {
            if (counts[unit] > 0) {
                String zone = unit == TEXT && texts.zoneless() > 0
                        ? ", of which those without a zone are in "
                                + texts.zone().getId()
                        : "";
                notes.add(String.format("%,d times in %s%s", counts[unit], UNITS.get(unit), zone));
            }
        }
        return notes;
    }
}
