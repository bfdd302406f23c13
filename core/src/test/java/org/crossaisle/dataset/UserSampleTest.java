package org.crossaisle.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class UserSampleTest {
    private static List<Target> twoOfEach(int users) {
        List<Target> targets = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            targets.add(new Target(user, History.ofItems(1), 2, History.NO_TIME));
            targets.add(new Target(user, History.ofItems(1, 2), 3, History.NO_TIME));
        }
        return targets;
    }

    @Test
    void drawnUsers_keepAllTheirTargetsInOrder() {
        List<Target> targets = twoOfEach(1000);
        List<Target> drawn = new UserSample(100, 7).of(targets);
        assertThat(drawn).hasSize(200).isSubsetOf(targets);
        assertThat(drawn.stream().map(Target::user).distinct()).hasSize(100);
        assertThat(drawn).extracting(Target::user).isSorted();
        assertThat(drawn.stream().mapToInt(Target::user).average().orElseThrow())
                .isBetween(400.0, 600.0);
    }

    @Test
    void seed_decidesTheSample() {
        List<Target> targets = twoOfEach(1000);
        assertThat(new UserSample(100, 7).of(targets)).isEqualTo(new UserSample(100, 7).of(targets));
        assertThat(new UserSample(100, 8).of(targets)).isNotEqualTo(new UserSample(100, 7).of(targets));
    }

    @Test
    void fewerUsersThanWanted_areAllTaken() {
        List<Target> targets = twoOfEach(10);
        assertThat(new UserSample(10, 7).of(targets)).isEqualTo(targets);
    }
}
