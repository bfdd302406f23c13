package org.crossaisle.io.ingest;

import java.time.Instant;
import java.util.List;
import org.crossaisle.Nearest;
import org.crossaisle.RecsException;
import org.crossaisle.history.History;
import org.crossaisle.io.column.SampledRows;
import org.crossaisle.io.column.TimeColumn;
import org.crossaisle.io.table.Columns;
import org.jspecify.annotations.Nullable;

/** Reads the time of each event from one column, or from a column of dates and one of times of day. */
final class EventTimeColumns {
    private final TableReading rows;
    private final ImportSettings settings;
    private final Instant now;
    private int datePlace = Columns.NONE;
    private int clockPlace = Columns.NONE;
    private @Nullable TimeColumn column;

    EventTimeColumns(TableReading rows, ImportSettings settings, Instant now) {
        this.rows = rows;
        this.settings = settings;
        this.now = now;
    }

    /** Finds and judges the columns, if that was not done before. JSON Lines may add them later. */
    void locate() {
        int found = rows.columns().of(Tables.TIME);
        if (column != null || found == Columns.NONE) {
            return;
        }
        datePlace = found;
        clockPlace = rows.columns().of(Tables.TIME_OF_DAY);
        SampledRows sampled = rows.reader();
        if (clockPlace == Columns.NONE && TimeColumn.isOfDay(sampled, found)) {
            clockPlace = found;
            datePlace = other(TimeColumn::isOfDates, "date", "day");
            if (datePlace == Columns.NONE) {
                throw noDate(found);
            }
        } else if (clockPlace == Columns.NONE && TimeColumn.isOfDates(sampled, found)) {
            clockPlace = other(TimeColumn::isOfDay, "time", "hour", "clock");
        }
        if (clockPlace != Columns.NONE) {
            rows.note("columns " + name(datePlace) + " and " + name(clockPlace) + " are one time");
        }
        column = TimeColumn.judge(sampled, datePlace, now, settings.timeZone(), settings.dateOrder());
    }

    private interface Kind {
        boolean is(SampledRows rows, int place);
    }

    /** A column of this kind whose name has one of these words. */
    private int other(Kind kind, String... words) {
        for (int place : rows.columns().others()) {
            String plain = Nearest.plain(name(place));
            for (String word : words) {
                if (plain.contains(word) && kind.is(rows.reader(), place)) {
                    return place;
                }
            }
        }
        return Columns.NONE;
    }

    private String name(int place) {
        return rows.reader().columns().get(place);
    }

    private RecsException noDate(int place) {
        List<String> names = rows.reader().columns();
        return new RecsException(
                RecsException.Code.COLUMN_MISSING,
                rows.reader().name() + ": column " + name(place)
                        + " was taken for the time and holds times of day without a date. Found: "
                        + String.join(", ", names) + ". Name the column of the date with --map timestamp=COLUMN and the"
                        + " time of day with --map time_of_day=" + name(place) + ".");
    }

    /**
     * The time of the current row in seconds since 1970, {@link History#NO_TIME} when it has none, or
     * {@link TimeColumn#IMPOSSIBLE}.
     */
    long read() {
        if (column == null) {
            return History.NO_TIME;
        }
        String text = rows.reader().text(datePlace);
        if (text.isEmpty()) {
            return History.NO_TIME;
        }
        return clockPlace == Columns.NONE
                ? column.read(text)
                : column.read(text, rows.reader().text(clockPlace));
    }

    String problem() {
        return column == null ? "" : column.problem();
    }

    long notUnderstood() {
        return column == null ? 0 : column.notUnderstood();
    }

    /** Checks at the end of the table that the column was what it was judged to be, and notes what was found. */
    void end() {
        if (column != null) {
            column.check();
            column.notes().forEach(rows::note);
        }
    }
}
