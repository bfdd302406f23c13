package org.crossaisle.metric;

import org.crossaisle.PublicApi;
import org.crossaisle.dataset.Target;

/** A model's answer for one held-out item: the rank of that item and the head of the list. Immutable. */
@PublicApi
public interface RankedAnswer {
    /** The held-out item, with the history that the model was given. */
    Target target();

    /** The rank of the held-out item among all items, from 1. */
    int rank();

    /** The length of the list, at most {@code cutoff}. No list is longer than 50. */
    int size(int cutoff);

    /** The item at a place of the list, 0 being the best. */
    int item(int place);
}
