package org.crossaisle.retrieve;

import java.util.function.IntPredicate;
import org.crossaisle.Bounds;
import org.crossaisle.model.Query;

/**
 * Builds a {@link Partition} in one pass over the items. The score is checked first, since it rejects nearly every
 * item; the predicates are evaluated only for the rest. For one thread.
 */
final class PartitionBuilder {
    private final IntPredicate allowed;
    private final IntPredicate matching;
    private final BestCandidates matches;
    private final BestCandidates others;

    private PartitionBuilder(Query query, int size, int sizeOfOthers, IntPredicate matching) {
        Bounds.atLeast("size", size, 1);
        this.allowed = query.allowed();
        this.matching = matching;
        matches = new BestCandidates(size);
        others = new BestCandidates(sizeOfOthers);
    }

    /** A builder that keeps allowed items in one list. */
    static PartitionBuilder single(Query query, int size) {
        return new PartitionBuilder(query, size, 0, item -> true);
    }

    /** A builder that keeps the best items of both lists. */
    static PartitionBuilder by(IntPredicate matching, Query query, int size) {
        return new PartitionBuilder(query, size, size, matching);
    }

    void offer(int item, float score) {
        if ((matches.wants(item, score) || others.wants(item, score)) && allowed.test(item)) {
            BestCandidates part = matching.test(item) ? matches : others;
            if (part.wants(item, score)) {
                part.add(item, score);
            }
        }
    }

    Partition build() {
        return new Partition(matches.bestFirst(), others.bestFirst());
    }
}
