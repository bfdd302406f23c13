package org.crossaisle.audience;

import java.util.List;
import org.crossaisle.catalog.CategoryPath;

/**
 * The customers most likely to come to a category, the likeliest first.
 *
 * @param category where they are to come
 * @param days within which
 * @param members at most as many as were asked for
 * @param eligible how many customers were looked at: those with a history who did not come there of late
 * @param expected how many of the members are expected to come, told or not
 * @param expectedAtRandom how many of as many eligible customers are, drawn at random
 * @param check what the same way of finding reached on held-out time
 */
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
     * @param control true for who is set apart and not to be told
     */
    public record Member(int user, double probability, boolean control) {}

    public Audience {
        members = List.copyOf(members);
    }

    /** How many more are expected to come than of as many drawn at random. */
    public double incremental() {
        return expected - expectedAtRandom;
    }
}
