package org.crossaisle.audience;

import java.util.List;
import org.crossaisle.Bounds;
import org.crossaisle.PublicApi;
import org.crossaisle.Setting;

/**
 * The settings for finding an audience. The constants declare each setting once, for the command line, requests and the
 * documentation.
 *
 * @param days within which the customers are expected in the category, in [1, 3650]
 * @param excludeDays customers who came to the category within this many days before are left out, in [0, 36500]; 0:
 *     nobody is left out
 * @param control the share of the audience that is set apart and not contacted, in [0, 1), so that the effect of
 *     contacting the others can be measured
 * @param seed draws the control group
 */
@PublicApi
public record AudienceSettings(int days, int excludeDays, double control, long seed) {
    public static final String SIZE_HELP = "Largest number of customers.";

    public static final int DAYS = 30;
    public static final int MOST_DAYS = 3_650;
    public static final String DAYS_HELP = "Number of days within which the customers are expected in the category.";

    public static final int EXCLUDE_DAYS = 90;
    public static final int MOST_EXCLUDE_DAYS = 36_500;
    public static final String EXCLUDE_DAYS_HELP =
            "Leaves out customers who came to the category within this many days before.";

    public static final double CONTROL = 0.1;
    public static final String CONTROL_HELP =
            "Share of the audience, in [0, 1), that is kept as a control group and not contacted.";

    public static final long SEED = 1;
    public static final String SEED_HELP = "Seed for drawing the control group.";

    /** Each setting with its default, bound and help. */
    public static final List<Setting> ALL = List.of(
            new Setting("days", "" + DAYS, "in [1, " + MOST_DAYS + "]", DAYS_HELP),
            new Setting("excludeDays", "" + EXCLUDE_DAYS, "in [0, " + MOST_EXCLUDE_DAYS + "]", EXCLUDE_DAYS_HELP),
            new Setting("control", "" + CONTROL, "in [0, 1)", CONTROL_HELP),
            new Setting("seed", "" + SEED, "a whole number", SEED_HELP));

    /** Within 30 days, without customers who came in the 90 days before, with a control group of a tenth. */
    public static final AudienceSettings DEFAULTS = new AudienceSettings(DAYS, EXCLUDE_DAYS, CONTROL, SEED);

    public AudienceSettings {
        Bounds.inRange("days", days, 1, MOST_DAYS);
        Bounds.inRange("excludeDays", excludeDays, 0, MOST_EXCLUDE_DAYS);
        Bounds.shareBelowOne("control", control);
    }
}
