package org.crossaisle.recommend;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A list with what was asked for and what was achieved.
 *
 * @param list best place first
 * @param basis what the list rests on
 * @param crossing what was asked for
 * @param crossShare which part of the list comes from categories new to the user, in [0, 1]; empty for an empty list and for
 *     an empty history, which nothing can be new to
 * @param shortfall how many items from new categories the share asked for is short of, because there were no more of them;
 *     negative: how many there are beyond it, because known categories had no more; 0 where no share was asked for
 * @param outsideScope how many items lie outside the scope asked for, because within it there were too few
 */
public record Recommendations(
        List<Recommendation> list,
        Basis basis,
        Crossing crossing,
        OptionalDouble crossShare,
        int shortfall,
        int outsideScope) {
    public Recommendations {
        list = List.copyOf(list);
    }

    /** True when the list was filled with items outside the scope asked for. */
    public boolean isScopeRelaxed() {
        return outsideScope > 0;
    }
}
