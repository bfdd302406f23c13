package org.crossaisle.retrieve;

import java.util.List;
import org.crossaisle.PublicApi;

/**
 * Two lists of candidates from one pass over the items: those that match a condition and those that do not.
 *
 * @param matching the best that match, best first
 * @param others the best that do not, best first
 */
@PublicApi
public record Partition(List<Candidate> matching, List<Candidate> others) {
    public Partition {
        matching = List.copyOf(matching);
        others = List.copyOf(others);
    }
}
