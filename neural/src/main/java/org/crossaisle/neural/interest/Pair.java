package org.crossaisle.neural.interest;

import org.crossaisle.Bounds;

/**
 * One training example.
 *
 * @param <U> the description of a user
 * @param <I> the description of an item
 * @param user the user's behaviour
 * @param item the item's description
 * @param label 1 if the user chose the item, 0 if it was shown or sampled and not chosen
 */
public record Pair<U, I>(U user, I item, float label) {
    public Pair {
        Bounds.share("label", label);
    }
}
