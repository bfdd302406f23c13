package org.crossaisle.neural.train;

import org.crossaisle.neural.token.Behaviour;

/**
 * A part of a history to train on: the inputs, and the target to predict after each of them.
 *
 * <p>Immutable; threads may share it.
 */
final class TrainingSequence {
    private final Behaviour seen;
    private final int[] targets; // [size of seen]

    /** @param targets known numbers, one for each input; must not change afterwards */
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

    /** The caller must not change it. */
    int[] targets() {
        return targets;
    }

    int size() {
        return targets.length;
    }
}
