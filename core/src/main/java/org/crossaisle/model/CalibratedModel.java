package org.crossaisle.model;

/** A model that can say how likely it is that an item is the next, so that of a hundred items at .1 ten are. */
public interface CalibratedModel extends Model {
    /**
     * Writes the probabilities that each of some items is the user's next: [items], in [0, 1].
     *
     * @param items item numbers
     */
    void interests(Query query, int[] items, float[] probabilities);
}
