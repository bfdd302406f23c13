package org.crossaisle.serving;

import java.util.List;
import org.crossaisle.PublicApi;
import org.crossaisle.explain.Reason;
import org.crossaisle.recommend.Recommendations;

/**
 * A list of recommendations with the reasons for each place.
 *
 * @param reasons reasons for each place, in the order of the list; a place may have none
 */
@PublicApi
public record ExplainedList(Recommendations answer, List<List<Reason>> reasons) {
    public ExplainedList {
        reasons = List.copyOf(reasons);
        if (reasons.size() != answer.list().size()) {
            throw new IllegalArgumentException("there are reasons for " + reasons.size() + " places, the list has "
                    + answer.list().size());
        }
    }
}
