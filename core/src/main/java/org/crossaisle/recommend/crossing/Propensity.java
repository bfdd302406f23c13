package org.crossaisle.recommend.crossing;

import org.crossaisle.model.Query;

/** How likely a user is to leave the categories they know with what they do next. Threads may share it. */
public interface Propensity {
    /** A probability, in [0, 1], for a query whose history is not empty. */
    double of(Query query);
}
