package org.crossaisle.affinity;

/**
 * Same-day co-occurrence of two categories within customers, compared with chance.
 *
 * <p>Each customer is compared with themselves. Of D of their days (days with a purchase, or days on which they looked
 * at something) a had the one category and b the other. If the days of the two had nothing to do with each other, a b /
 * D days would be expected to have both, with variance a b (D - a)(D - b) / (D<sup>2</sup> (D - 1)). These are added up
 * over customers. So neither busy customers nor those who like both categories make them go together; only the day
 * does.
 *
 * <p>Source: Mantel and Haenszel, JNCI 22(4), 1959, with every customer a stratum, without the correction for
 * continuity.
 *
 * @param days on how many days of a customer both were there
 * @param expected how many would be by chance
 * @param deviations (days - expected) / standard deviation; 0 where nothing could have come out otherwise
 */
public record CoOccurrence(int days, double expected, double deviations) {
    static CoOccurrence of(int days, double expected, double variance) {
        return new CoOccurrence(days, expected, variance > 0 ? (days - expected) / Math.sqrt(variance) : 0);
    }
}
