package org.crossaisle.affinity;

import org.crossaisle.PublicApi;

/**
 * Same-day co-occurrence of two categories within customers, compared with chance.
 *
 * <p>Each customer is compared with themselves. Of a customer's D days (days with a purchase, or days with a view), a
 * had one category and b the other. If the two were independent, a b / D days would be expected to have both, with
 * variance a b (D - a)(D - b) / (D<sup>2</sup> (D - 1)). These are summed over customers. So a co-occurrence cannot
 * come from customers who are active or who like both categories, only from the day.
 *
 * <p>Source: Mantel and Haenszel, JNCI 22(4), 1959, with each customer as a stratum, without continuity correction.
 *
 * @param days the number of customer-days with both
 * @param expected the number expected by chance
 * @param deviations (days - expected) / standard deviation; 0 if no other outcome was possible
 */
@PublicApi
public record CoOccurrence(int days, double expected, double deviations) {
    static CoOccurrence of(int days, double expected, double variance) {
        return new CoOccurrence(days, expected, variance > 0 ? (days - expected) / Math.sqrt(variance) : 0);
    }
}
