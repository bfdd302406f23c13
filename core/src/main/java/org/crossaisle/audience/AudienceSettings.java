package org.crossaisle.audience;

import org.crossaisle.Bounds;

/**
 * How an audience is found.
 *
 * @param days within which somebody is to come to the category, at least 1
 * @param excludedDays who came to the category within so many days before is left out; 0: nobody is
 * @param controlShare the share of the audience that is set apart and is not to be told, in [0, 1), so that what telling is worth can
 *     be seen afterwards
 * @param seed by which the control group is drawn
 */
public record AudienceSettings(int days, int excludedDays, double controlShare, long seed) {
    /** A month, without those who came within three, a tenth set apart. */
    public static final AudienceSettings DEFAULTS = new AudienceSettings(30, 90, 0.1, 1);

    public AudienceSettings {
        Bounds.atLeast("days", days, 1);
        Bounds.atLeast("excludedDays", excludedDays, 0);
        Bounds.shareBelowOne("controlShare", controlShare);
    }
}
