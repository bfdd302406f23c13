package org.crossaisle.neural.train;

import org.crossaisle.neural.token.Behaviour;

/**
 * A part of a history to learn from: what is seen, and what is to be foreseen after each of its items.
 *
 * <p>Immutable; threads may share it.
 */
final class TrainingSequence {
    private final Behaviour seen;
    private final int[] targets; // [size of seen]

    /** @param targets known numbers, one for each item seen; must not change afterwards */
    TrainingSequence(Behaviour seen, int... targets) {
        if (targets.length != seen.size()) {
            throw new IllegalArgumentException(targets.length + " targets do not go with " + seen.size() + " items");
        }
        this.seen = seen;
        this.targets = targets;
    }

    Behaviour seen() {
        return seen;
    }

    /** Not to be changed by the caller. */
    int[] targets() {
        return targets;
    }

    int size() {
        return targets.length;
    }
}
