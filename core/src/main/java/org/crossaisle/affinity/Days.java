package org.crossaisle.affinity;

import java.util.function.Predicate;
import org.crossaisle.action.Action;
import org.crossaisle.history.History;

/** Counts which nodes a customer has on the same day (UTC). Events without a time are not counted. For one thread. */
final class Days {
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final long NO_DAY = Long.MIN_VALUE;

    private final Nodes nodes;
    private final Pairs pairs;
    private final Pairs.DayCounts counts;
    private final Predicate<Action> counted;
    private final int[] daysOf; // [nodes]: days of this customer
    private final int[] lastDay; // [nodes]: number of the last of this customer's days with it
    private final int[] seen; // [nodes]: those of this customer
    private final int[] today; // [nodes]: those of this day
    private int seenCount;
    private int todayCount;
    private int days;

    /** @param counts the counts to update, one of those of {@code pairs} */
    Days(Nodes nodes, Pairs pairs, Pairs.DayCounts counts, Predicate<Action> counted) {
        this.nodes = nodes;
        this.pairs = pairs;
        this.counts = counts;
        this.counted = counted;
        daysOf = new int[nodes.size()];
        lastDay = new int[nodes.size()];
        seen = new int[nodes.size()];
        today = new int[nodes.size()];
    }

    void add(History history) {
        long day = NO_DAY;
        for (int position = 0; position < history.size(); position++) {
            if (history.time(position) == History.NO_TIME || !counted.test(history.action(position))) {
                continue;
            }
            long own = Math.floorDiv(history.time(position), SECONDS_OF_A_DAY);
            if (own != day) {
                endDay();
                day = own;
                days++;
            }
            for (int node : nodes.ofItem(history.item(position))) {
                add(node);
            }
        }
        endDay();
        endCustomer();
    }

    private void add(int node) {
        if (lastDay[node] != days) {
            lastDay[node] = days;
            today[todayCount++] = node;
            if (daysOf[node]++ == 0) {
                seen[seenCount++] = node;
            }
        }
    }

    private void endDay() {
        for (int a = 1; a < todayCount; a++) {
            for (int b = 0; b < a; b++) {
                int pair = pairs.add(today[a], today[b]); // before the array, which it may replace
                counts.days[pair]++;
            }
        }
        todayCount = 0;
    }

    /** The mean and the variance of a hypergeometric count. */
    private void endCustomer() {
        for (int one = 1; one < seenCount; one++) {
            for (int other = 0; other < one; other++) {
                int pair = pairs.add(seen[one], seen[other]);
                double a = daysOf[seen[one]];
                double b = daysOf[seen[other]];
                double all = days;
                counts.expected[pair] += a * b / all;
                counts.variance[pair] += days == 1 ? 0 : a * b * (all - a) * (all - b) / (all * all * (all - 1));
            }
        }
        for (int at = 0; at < seenCount; at++) {
            daysOf[seen[at]] = 0;
            lastDay[seen[at]] = 0;
        }
        seenCount = 0;
        days = 0;
    }
}
