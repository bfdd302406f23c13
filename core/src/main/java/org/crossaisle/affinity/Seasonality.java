package org.crossaisle.affinity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.crossaisle.PublicApi;

/**
 * The seasonality of a category by month, relative to the rest of the shop: growth of the shop, or data with two Mays,
 * does not appear as a season.
 *
 * <p>It counts customer-months: a customer who buys ten times in one May counts once, since the ten purchases are not
 * independent.
 *
 * <p>The index of month m is (n(m) + k) / (e(m) + k), where n(m) are the category's customer-months, e(m) those
 * expected from the shop's share of that month, and k = 10: the mean of a Gamma posterior whose prior has mean 1 and
 * the weight of 10 expected customer-months. The test is the G-test of the table category against rest by months: G = 2
 * sum of O ln(O / E) over its cells, chi-square with months - 1 degrees of freedom (Sokal and Rohlf, Biometry, 1981,
 * section 17.4).
 *
 * @param shares the share of each month in the category's customer-months, January first: 12
 * @param index the category's share of each month divided by the shop's, smoothed: 12
 * @param statistic G
 * @param degrees of freedom
 * @param p the probability of such a G without a season
 */
@PublicApi
public record Seasonality(List<Double> shares, List<Double> index, double statistic, int degrees, double p) {
    /** The number of months. */
    static final int MONTHS = 12;

    private static final double PRIOR = 10;

    public Seasonality {
        shares = List.copyOf(shares);
        index = List.copyOf(index);
        if (shares.size() != MONTHS || index.size() != MONTHS) {
            throw new IllegalArgumentException(
                    "there are " + shares.size() + " shares and " + index.size() + " indexes, must be 12 of each");
        }
    }

    /** The month with the highest index, from 1. */
    public int peakMonth() {
        return 1 + index.indexOf(Collections.max(index));
    }

    /**
     * The season of one category.
     *
     * @param category its customer-months: [12]
     * @param shop those of all categories, including this one: [12]
     */
    static Optional<Seasonality> of(int[] category, long[] shop) {
        double own = 0;
        double all = 0;
        int months = 0;
        for (int month = 0; month < MONTHS; month++) {
            own += category[month];
            all += (double) shop[month];
            months += shop[month] > 0 ? 1 : 0;
        }
        if (own == 0) {
            return Optional.empty();
        }
        List<Double> shares = new ArrayList<>();
        List<Double> index = new ArrayList<>();
        double statistic = 0;
        for (int month = 0; month < MONTHS; month++) {
            double ofShop = (double) shop[month];
            double expected = own * ofShop / all;
            shares.add(category[month] / own);
            index.add((category[month] + PRIOR) / (expected + PRIOR));
            statistic += term(category[month], expected) + term(ofShop - category[month], ofShop - expected);
        }
        boolean comparable = months > 1 && own < all;
        int degrees = Math.max(1, months - 1);
        double p = comparable ? ChiSquare.tail(2 * statistic, degrees) : 1;
        return Optional.of(new Seasonality(shares, index, 2 * statistic, degrees, p));
    }

    private static double term(double observed, double expected) {
        return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }
}
