package org.crossaisle.neural.interest;

import org.crossaisle.Bounds;

/**
 * One example to learn from.
 *
 * @param <U> what describes the user
 * @param <I> what describes the item
 * @param user the user's behaviour
 * @param item the item's description
 * @param label 1 when the user took the item, 0 when it was shown or drawn and not taken
 */
public record Pair<U, I>(U user, I item, float label) {
    public Pair {
        Bounds.share("label", label);
    }
}
