package org.crossaisle.recommend;

import java.util.List;
import java.util.OptionalDouble;
import org.crossaisle.PublicApi;
import org.crossaisle.model.Query;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.rerank.Achievement;

/**
 * A list with the query it answers, the request and the result of each step. Explaining or logging it needs nothing
 * else.
 *
 * @param query the query as answered: its history ends with the items of the basket, as cart events, and it allows only
 *     what the category filter and the basket admit
 * @param list best place first
 * @param basis the basis of the list
 * @param crossing the requested settings
 * @param targetShare the requested share of items from categories new to the user, in [0, 1], or this user's own share
 *     if calibrated; empty if none was requested
 * @param crossShare the actual share of items from categories new to the user, in [0, 1]; empty for an empty list and
 *     for an empty history
 * @param shortfall how many items from new categories are missing from the requested share, because there were no more
 *     of them; negative if there are more than requested, because known categories had no more; 0 if no share was
 *     requested
 * @param outsideScope how many items are outside the requested scope, because it had too few items
 * @param missing how many places could not be filled, because too few items are allowed
 * @param steps the request, result and cost of each step, in order of execution
 */
@PublicApi
public record Recommendations(
        Query query,
        List<Recommendation> list,
        Basis basis,
        Crossing crossing,
        OptionalDouble targetShare,
        OptionalDouble crossShare,
        int shortfall,
        int outsideScope,
        int missing,
        List<Achievement> steps) {
    public Recommendations {
        list = List.copyOf(list);
        steps = List.copyOf(steps);
    }

    /** True when the list was filled with items outside the requested scope. */
    public boolean isScopeRelaxed() {
        return outsideScope > 0;
    }
}
