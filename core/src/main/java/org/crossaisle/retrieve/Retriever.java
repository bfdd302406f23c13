package org.crossaisle.retrieve;

import java.util.List;
import java.util.function.IntPredicate;
import org.crossaisle.PublicApi;
import org.crossaisle.model.Query;

/**
 * Finds the candidates of a query: the best scored of the items it allows. The query's {@code count} is ignored; the
 * caller decides how many candidates it needs. Threads may share a retriever.
 */
@PublicApi
public interface Retriever {
    /**
     * The best of the allowed items, best first; among equal scores the lower item number comes first.
     *
     * @param size the maximum number, at least 1; fewer only if fewer are allowed
     */
    List<Candidate> retrieve(Query query, int size);

    /**
     * The best of the allowed items that match and the best of those that do not, scoring once.
     *
     * @param size the maximum number of each, at least 1
     * @param matching evaluated only for allowed items, and not for all of them
     */
    Partition retrieve(Query query, int size, IntPredicate matching);
}
