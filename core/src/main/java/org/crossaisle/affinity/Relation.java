package org.crossaisle.affinity;

import org.crossaisle.PublicApi;

/** The relation of two categories. */
@PublicApi
public enum Relation {
    /** Bought on the same day more often than by chance. */
    COMPLEMENT,
    /** Viewed on the same day more often than by chance, and bought on the same day less often. */
    SUBSTITUTE,
    /** The data do not say: no times, no purchases, no views, or too few of them. */
    UNKNOWN;

    private static final double SURE = 2.5758293035489004; // two-sided 1 % of the normal distribution
    private static final int FEWEST = 5;

    static Relation of(CoOccurrence bought, CoOccurrence viewed) {
        if (bought.deviations() > SURE && bought.days() >= FEWEST) {
            return COMPLEMENT;
        }
        return viewed.deviations() > SURE && viewed.days() >= FEWEST && bought.deviations() < -SURE
                ? SUBSTITUTE
                : UNKNOWN;
    }
}
