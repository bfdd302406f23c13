package org.crossaisle.recommend.rerank;

import org.crossaisle.PublicApi;

/**
 * The gain of each candidate given the list chosen so far. Candidates are given by their position in the pool. For one
 * list and one thread.
 */
@PublicApi
public interface CandidateGains {
    /** The gain of the candidate for the current list. Never NaN. */
    double of(int candidate);

    /** An upper bound of {@link #of} that is cheaper to compute. */
    default double atMost(int candidate) {
        return Double.POSITIVE_INFINITY;
    }

    /** Called when a candidate has been added to the list. Does nothing where gains do not depend on the list. */
    default void chosen(int candidate) {}
}
