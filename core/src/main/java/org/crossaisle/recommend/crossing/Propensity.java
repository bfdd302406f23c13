package org.crossaisle.recommend.crossing;

import org.crossaisle.PublicApi;
import org.crossaisle.model.Query;

/** The probability that a user's next interaction leaves the known categories. Threads may share it. */
@PublicApi
public interface Propensity {
    /** A probability, in [0, 1], for a query whose history is not empty. */
    double of(Query query);
}
