package org.crossaisle.model;

import java.util.List;
import java.util.SplittableRandom;
import org.crossaisle.dataset.Target;

/**
 * The users whose validation targets judge what was chosen by those of the others. Whatever has chosen by a target
 * looks better at it than it is, and trees that were learnt from it much better.
 */
public final class HoldoutUsers {
    private final boolean[] drawn; // [users]

    /**
     * Draws them.
     *
     * @param share of the users, in [0, 1]
     */
    public HoldoutUsers(int users, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        drawn = new boolean[users];
        for (int user = 0; user < users; user++) {
            drawn[user] = random.nextDouble() < share;
        }
    }

    /** The targets that judge, in their order. */
    public List<Target> judging(List<Target> validation) {
        return validation.stream().filter(target -> drawn[target.user()]).toList();
    }

    /** The targets to choose by: all others, in their order. */
    public List<Target> choosing(List<Target> validation) {
        return validation.stream().filter(target -> !drawn[target.user()]).toList();
    }
}
