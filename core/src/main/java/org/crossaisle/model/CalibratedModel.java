package org.crossaisle.model;

import org.crossaisle.PublicApi;

/**
 * A model that predicts calibrated probabilities of the next item: of a hundred items at 0.1, about ten are the next.
 */
@PublicApi
public interface CalibratedModel extends Model {
    /**
     * Writes the probabilities that each of some items is the user's next: [items], in [0, 1].
     *
     * @param items item numbers
     */
    void interests(Query query, int[] items, float[] probabilities);
}
