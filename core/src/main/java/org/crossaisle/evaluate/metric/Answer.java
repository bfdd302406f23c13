package org.crossaisle.evaluate.metric;

import java.util.BitSet;
import java.util.List;
import org.crossaisle.PublicApi;
import org.crossaisle.dataset.Target;
import org.crossaisle.metric.RankedAnswer;

/**
 * A model's answer to one target: the rank it gave the held-out item and the head of its list.
 *
 * <p>Immutable.
 */
@PublicApi
public final class Answer implements RankedAnswer {
    private final Target target;
    private final int rank;
    private final int[] top;
    private final int[] restrictedRanks;
    private final List<BitSet> seen;

    /**
     * Takes ownership of the arrays.
     *
     * @param rank of the held-out item, from 1
     * @param top the best items, best first
     * @param restrictedRanks for each level the rank among items of categories new to the user, 0 if the target's is
     *     not new
     * @param seen for each level the categories of the history
     */
    public Answer(Target target, int rank, int[] top, int[] restrictedRanks, List<BitSet> seen) {
        this.target = target;
        this.rank = rank;
        this.top = top;
        this.restrictedRanks = restrictedRanks;
        this.seen = List.copyOf(seen);
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public int rank() {
        return rank;
    }

    @Override
    public int size(int cutoff) {
        return Math.min(cutoff, top.length);
    }

    @Override
    public int item(int place) {
        return top[place];
    }

    public int restrictedRank(int level) {
        return restrictedRanks[level];
    }

    BitSet seen(int level) {
        return seen.get(level);
    }
}
