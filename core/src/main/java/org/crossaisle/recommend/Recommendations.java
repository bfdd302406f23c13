package org.crossaisle.recommend;

import java.util.List;
import java.util.OptionalDouble;
import org.crossaisle.model.Query;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.rerank.Achievement;

/**
 * A list with the query it answers, what was asked for and what was achieved. Whoever explains or logs it needs nothing
 * else.
 *
 * @param query the query as it was answered: its history ends with the items of the basket, as put into the cart, and
 *     it allows only what the categories and the basket admit
 * @param list best place first
 * @param basis what the list rests on
 * @param crossing what was asked for
 * @param targetShare which part of the list was to come from categories new to the user, in [0, 1]: the share asked
 *     for, or where it is calibrated this user's own; empty where none was asked for
 * @param crossShare which part of the list does, in [0, 1]; empty for an empty list and for an empty history, which
 *     nothing can be new to
 * @param shortfall how many items from new categories the share asked for is short of, because there were no more of
 *     them; negative: how many there are beyond it, because known categories had no more; 0 where no share was asked
 *     for
 * @param outsideScope how many items lie outside the scope asked for, because within it there were too few
 * @param missing how many places could not be filled, because too few items are allowed
 * @param steps what each step on the way to the list was asked, reached and cost, in the order in which they worked
 */
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

    /** True when the list was filled with items outside the scope asked for. */
    public boolean isScopeRelaxed() {
        return outsideScope > 0;
    }
}
