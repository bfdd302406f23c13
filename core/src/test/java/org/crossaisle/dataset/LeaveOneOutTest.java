package org.crossaisle.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class LeaveOneOutTest {
    private final Catalog catalog = new Catalog(
            List.of(Item.of("a", ""), Item.of("b", ""), Item.of("c", ""), Item.of("d", ""), Item.of("e", "")));

    /** User 0: a b c d; user 1: e a (too few); user 2: b, returned c, d, e. */
    private Dataset data() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        builder.startUser();
        for (int item = 0; item < 4; item++) {
            builder.add(item, 100, Action.PURCHASE);
        }
        builder.startUser();
        builder.add(4, 100, Action.PURCHASE);
        builder.add(0, 100, Action.PURCHASE);
        builder.startUser();
        builder.add(1, 100, Action.PURCHASE);
        builder.add(2, 200, Action.RETURN);
        builder.add(3, 300, Action.PURCHASE);
        builder.add(4, 400, Action.PURCHASE);
        return builder.build();
    }

    @Test
    void lastIsTested_lastButOneIsValidated_restIsFitted() {
        Split split = new LeaveOneOut().of(data());
        assertThat(split.needsRefit()).isFalse();
        assertThat(split.test()).extracting(Target::item).containsExactly(3, 4);
        assertThat(split.validation()).extracting(Target::item).containsExactly(2, 3);
        assertThat(split.test().get(0).history().size()).isEqualTo(3); // with the validation item
        assertThat(split.validation().get(0).history().size()).isEqualTo(2);
        assertThat(split.fit().history(0).size()).isEqualTo(2);
        assertThat(split.fit().history(1).size())
                .isEqualTo(2); // too short to be asked about, long enough to learn from
    }

    @Test
    void return_isNobodysTarget() {
        Split split = new LeaveOneOut().of(data());
        assertThat(split.validation().get(1).history().size()).isEqualTo(2); // b and the returned c
        assertThat(split.fit().history(2).size()).isEqualTo(2);
    }

    @Test
    void userWhoseFirstOfThreeIsAReturn_hasTooFew() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (Action first : List.of(Action.RETURN, Action.VIEW)) {
            builder.startUser();
            builder.add(0, 100, first);
            builder.add(1, 200, Action.PURCHASE);
            builder.add(2, 300, Action.PURCHASE);
        }
        Split split = new LeaveOneOut().of(builder.build());
        assertThat(split.test()).extracting(Target::user).containsExactly(1);
        assertThat(split.fit().history(0).size()).isEqualTo(3);
    }

    @Test
    void shuffledTies_keepTheTimesAndChangeTheOrderOnlyWithinOne() {
        boolean changed = false;
        for (long seed = 0; seed < 20; seed++) {
            Split split = new LeaveOneOut().shuffleTies(seed).of(data());
            assertThat(split.test().get(1).item()).isEqualTo(4); // user 2 has no ties
            changed |= split.test().get(0).item() != 3;
        }
        assertThat(changed).isTrue();
    }

    @Test
    void sameSeed_shufflesAlike() {
        assertThat(items(new LeaveOneOut().shuffleTies(7))).isEqualTo(items(new LeaveOneOut().shuffleTies(7)));
    }

    private List<Integer> items(LeaveOneOut split) {
        return split.of(data()).test().stream().map(Target::item).toList();
    }

    @Test
    void nobodyWithThreeInteractions_isAClearError() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        builder.startUser();
        builder.add(0, History.NO_TIME, Action.VIEW);
        Dataset data = builder.build();
        assertThatThrownBy(() -> new LeaveOneOut().of(data))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("none of the 1 users");
        assertThatThrownBy(() -> new LeaveOneOut().shuffleTies(1).of(data)).hasMessageContaining("needs a time");
    }
}
