package org.crossaisle.model;

import org.crossaisle.history.History;

/**
 * A model whose score of an item is a sum over the history: the weight of each interaction's link to the item, times
 * its recency. Single scores can therefore be computed and explained without scoring the whole catalog.
 */
public interface AdditiveModel extends Model {
    /** The weight of the link from one item to the other; 0 where there is none. */
    float weight(int from, int to);

    /** How many users the link from one item to the other was counted on; 0 where there is none. */
    int users(int from, int to);

    /** The factor of a weight when {@code age} interactions that show interest came later: 1 at age 0. */
    float recency(int age);

    /** The sum for one item, which is its score when something in the history is linked to it; else 0. */
    default float sum(History history, int item) {
        float sum = 0;
        int age = 0;
        for (int position = history.size() - 1; position >= 0 && recency(age) > 0; position--) {
            if (history.action(position).showsInterest()) {
                sum += history.item(position) < items() ? recency(age) * weight(history.item(position), item) : 0;
                age++;
            }
        }
        return sum;
    }
}
