package org.crossaisle.audience;

import java.util.List;
import org.crossaisle.PublicApi;
import org.crossaisle.catalog.CategoryPath;

/**
 * The customers most likely to come to a category, the most likely first.
 *
 * @param category the category they are expected in
 * @param days the number of days
 * @param members at most the requested number
 * @param eligible the number of candidates: customers with a history who did not come there recently
 * @param expected the expected number of members who come, contacted or not
 * @param expectedAtRandom the expected number for equally many eligible customers drawn at random
 * @param check the result of the same method on held-out time
 */
@PublicApi
public record Audience(
        CategoryPath category,
        int days,
        List<Member> members,
        int eligible,
        double expected,
        double expectedAtRandom,
        AudienceCheck check) {
    /**
     * One customer.
     *
     * @param user the user's number
     * @param probability of coming within the days, in [0, 1]
     * @param control true for members of the control group, who are not contacted
     */
    public record Member(int user, double probability, boolean control) {}

    public Audience {
        members = List.copyOf(members);
    }

    /** The expected gain in customers who come over equally many drawn at random. */
    public double incremental() {
        return expected - expectedAtRandom;
    }
}
