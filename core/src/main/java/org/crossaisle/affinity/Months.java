package org.crossaisle.affinity;

import java.time.LocalDate;
import java.util.Optional;
import org.crossaisle.history.History;

/** Counts customer-months of nodes: a customer counts once for each month of each year in which they have the node. */
final class Months {
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final long FIRST_TO_LAST_DAY_OF_A_YEAR = 364 * SECONDS_OF_A_DAY;

    private final int[][] counts; // [nodes][12]
    private final long[] shop = new long[Seasonality.MONTHS];
    private final int[] last; // [nodes]: the last month in which a customer had it, years * 12 + month
    private final int[] customerOf; // [nodes]: which customer that was
    private int customer;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;
    private long day = Long.MIN_VALUE;
    private int month; // of that day, years * 12 + month

    Months(int nodes) {
        counts = new int[nodes][Seasonality.MONTHS];
        last = new int[nodes];
        customerOf = new int[nodes];
    }

    /** Starts the next customer. */
    void startCustomer() {
        customer++;
    }

    void add(int node, long time) {
        if (time == History.NO_TIME) {
            return;
        }
        earliest = Math.min(earliest, time);
        latest = Math.max(latest, time);
        long own = Math.floorDiv(time, SECONDS_OF_A_DAY);
        if (own != day) {
            day = own;
            LocalDate date = LocalDate.ofEpochDay(day);
            month = date.getYear() * Seasonality.MONTHS + date.getMonthValue() - 1;
        }
        if (customerOf[node] != customer || last[node] != month) {
            customerOf[node] = customer;
            last[node] = month;
            counts[node][Math.floorMod(month, Seasonality.MONTHS)]++;
            shop[Math.floorMod(month, Seasonality.MONTHS)]++;
        }
    }

    Optional<Seasonality> of(int node) {
        boolean isYear = latest >= earliest && latest - earliest >= FIRST_TO_LAST_DAY_OF_A_YEAR;
        return isYear ? Seasonality.of(counts[node], shop) : Optional.empty();
    }
}
