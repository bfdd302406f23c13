package org.crossaisle.retrieve;

import java.util.function.IntPredicate;
import org.crossaisle.Bounds;
import org.crossaisle.model.Query;

/**
 * One pass of a retriever under way: the best candidates of either part so far. The score is looked at first, since it
 * turns away nearly every item; whether an item is allowed and in which part it is, is asked only of the rest. For one
 * thread.
 */
final class Parting {
    private final IntPredicate allowed;
    private final IntPredicate matching;
    private final BestCandidates matches;
    private final BestCandidates others;

    private Parting(Query query, int size, int sizeOfOthers, IntPredicate matching) {
        Bounds.atLeast("size", size, 1);
        this.allowed = query.allowed();
        this.matching = matching;
        matches = new BestCandidates(size);
        others = new BestCandidates(sizeOfOthers);
    }

    /** A pass that keeps allowed items of one kind only. */
    static Parting undivided(Query query, int size) {
        return new Parting(query, size, 0, item -> true);
    }

    /** A pass that keeps the best of both parts. */
    static Parting by(IntPredicate matching, Query query, int size) {
        return new Parting(query, size, size, matching);
    }

    void offer(int item, float score) {
        if ((matches.wants(item, score) || others.wants(item, score)) && allowed.test(item)) {
            BestCandidates part = matching.test(item) ? matches : others;
            if (part.wants(item, score)) {
                part.add(item, score);
            }
        }
    }

    Parted parted() {
        return new Parted(matches.bestFirst(), others.bestFirst());
    }
}
