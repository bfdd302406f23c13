package org.crossaisle.affinity;

import java.util.Arrays;
import org.crossaisle.PublicApi;

/**
 * The days between a customer's first event in one category and the first in the next: quartiles over those who went
 * on.
 *
 * @param lowerQuartileDays a quarter went on within this time
 * @param medianDays half went on within this time
 * @param upperQuartileDays three quarters went on within this time
 */
@PublicApi
public record Lag(double lowerQuartileDays, double medianDays, double upperQuartileDays) {
    private static final double SECONDS_OF_A_DAY = 86_400;

    /**
     * The quartiles of a sample.
     *
     * @param seconds at least one, in any order; not changed
     */
    static Lag ofSeconds(int[] seconds) {
        int[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return new Lag(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    /**
     * In days, interpolated between the two nearest values: Hyndman and Fan, The American Statistician 50(4), 1996,
     * definition 7.
     */
    private static double quantile(int[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return (sorted[below] + (place - below) * ((double) sorted[above] - sorted[below])) / SECONDS_OF_A_DAY;
    }
}
