package org.crossaisle.model;

import java.util.List;
import java.util.SplittableRandom;
import org.crossaisle.dataset.Target;

/**
 * Users whose validation targets are held out from model selection, to evaluate what was selected on the targets of the
 * others. Scores on the targets used for model selection are optimistic, and much more so for trees trained on them.
 */
public final class HoldoutUsers {
    private final boolean[] drawn; // [users]

    /**
     * Draws the users.
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

    /** The targets for evaluation, in their order. */
    public List<Target> holdout(List<Target> validation) {
        return validation.stream().filter(target -> drawn[target.user()]).toList();
    }

    /** The targets for model selection: all others, in their order. */
    public List<Target> choosing(List<Target> validation) {
        return validation.stream().filter(target -> !drawn[target.user()]).toList();
    }
}
