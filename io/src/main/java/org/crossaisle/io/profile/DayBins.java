package org.crossaisle.io.profile;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Events over time, in UTC. The bins are days, weeks from Monday, months or years: the finest unit that needs at most
 * {@value #MOST} bins. For one thread.
 */
final class DayBins {
    static final int MOST = 90;

    private static final int SECONDS_OF_A_DAY = 86_400;

    private final SortedMap<Long, Long> days = new TreeMap<>(); // events by days since 1970

    /** @param seconds since 1970 */
    void add(long seconds) {
        days.merge(Math.floorDiv(seconds, (long) SECONDS_OF_A_DAY), 1L, Long::sum);
    }

    Histogram histogram() {
        if (days.isEmpty()) {
            return new Histogram(List.of());
        }
        LocalDate first = LocalDate.ofEpochDay(days.firstKey());
        LocalDate last = LocalDate.ofEpochDay(days.lastKey());
        Unit unit = Unit.YEAR;
        for (Unit finer : Unit.values()) {
            if (finer.count(first, last) <= MOST) {
                unit = finer;
                break;
            }
        }
        SortedMap<LocalDate, Long> counts = new TreeMap<>();
        for (LocalDate at = unit.begin(first); !at.isAfter(last); at = unit.next(at)) {
            counts.put(at, 0L);
        }
        for (var day : days.entrySet()) {
            counts.merge(unit.begin(LocalDate.ofEpochDay(day.getKey())), day.getValue(), Long::sum);
        }
        List<Histogram.Bin> bins = new ArrayList<>();
        for (var bin : counts.entrySet()) {
            bins.add(new Histogram.Bin(unit.label(bin.getKey()), bin.getValue()));
        }
        return new Histogram(bins);
    }

    private enum Unit {
        DAY(ChronoUnit.DAYS),
        WEEK(ChronoUnit.WEEKS),
        MONTH(ChronoUnit.MONTHS),
        YEAR(ChronoUnit.YEARS);

        private final ChronoUnit length;

        Unit(ChronoUnit length) {
            this.length = length;
        }

        long count(LocalDate first, LocalDate last) {
            return length.between(begin(first), begin(last)) + 1;
        }

        LocalDate begin(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate next(LocalDate begin) {
            return begin.plus(1, length);
        }

        String label(LocalDate begin) {
            String day = begin.toString();
            return this == MONTH ? day.substring(0, day.length() - 3) : this == YEAR ? "" + begin.getYear() : day;
        }
    }
}
