package org.crossaisle.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.crossaisle.Bounds;

/**
 * A random sample of users, to measure on when all of them would take long. All targets of a drawn user are kept. The
 * same targets, size and seed give the same sample.
 *
 * @param most the maximum number of users, at least 1
 * @param seed random seed
 */
public record UserSample(int most, long seed) {
    public UserSample {
        Bounds.atLeast("most", most, 1);
    }

    /** The targets of the drawn users, in their order; all targets if there are no more users than {@code most}. */
    public List<Target> of(List<Target> targets) {
        int[] users = targets.stream().mapToInt(Target::user).distinct().toArray();
        if (users.length <= most) {
            return targets;
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int at = 0; at < most; at++) {
            int other = at + random.nextInt(users.length - at);
            int user = users[at];
            users[at] = users[other];
            users[other] = user;
        }
        Set<Integer> drawn = Arrays.stream(users, 0, most).boxed().collect(Collectors.toSet());
        return targets.stream().filter(target -> drawn.contains(target.user())).toList();
    }
}
