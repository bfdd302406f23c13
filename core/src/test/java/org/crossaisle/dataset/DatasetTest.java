package org.crossaisle.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.List;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final long DAY = 86_400;
    private final Catalog catalog = new Catalog(List.of(Item.of("a", ""), Item.of("b", ""), Item.of("c", "")));

    private Dataset threeUsers() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        builder.startUser();
        builder.add(0, DAY, Action.VIEW);
        builder.add(1, DAY, Action.PURCHASE);
        builder.startUser();
        builder.startUser();
        builder.add(1, 3 * DAY, Action.REVIEW);
        return builder.build();
    }

    @Test
    void users_keepTheirOwnInteractionsInOrder() {
        Dataset data = threeUsers();
        assertThat(data.users()).isEqualTo(3);
        assertThat(data.interactions()).isEqualTo(3);
        assertThat(data.history(0).item(1)).isEqualTo(1);
        assertThat(data.history(1).isEmpty()).isTrue();
        assertThat(data.history(2).action(0)).isEqualTo(Action.REVIEW);
        assertThat(data.itemCounts()).containsExactly(1, 2, 0);
        assertThat(data.knownItems().stream()).containsExactly(0, 1);
        assertThat(data.latestTime()).isEqualTo(3 * DAY);
    }

    @Test
    void firstOfEach_cutsEveryHistory() {
        Dataset cut = threeUsers().firstOfEach(new int[] {1, 0, 0});
        assertThat(cut.users()).isEqualTo(3);
        assertThat(cut.interactions()).isEqualTo(1);
        assertThat(cut.knownItems().stream()).containsExactly(0);
    }

    @Test
    void within_keepsUsersAndOnlySomeItems() {
        BitSet some = new BitSet();
        some.set(1);
        Dataset part = threeUsers().within(some);
        assertThat(part.users()).isEqualTo(3);
        assertThat(part.itemCounts()).containsExactly(0, 2, 0);
        assertThat(part.history(0).time(0)).isEqualTo(DAY);
        assertThat(part.history(2).action(0)).isEqualTo(Action.REVIEW);
    }

    @Test
    void timeThatRunsBackwards_isRefused() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        builder.startUser();
        builder.add(0, 5, Action.VIEW);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.add(1, 4, Action.VIEW));
        builder.startUser();
        builder.add(1, 4, Action.VIEW); // another user's time is another matter
        assertThat(builder.build().interactions()).isEqualTo(2);
    }

    @Test
    void unknownItemNumber_isRefusedWithTheBound() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        builder.startUser();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(3, 0, Action.VIEW))
                .withMessageContaining("3, must be in [0, 3)");
    }

    @Test
    void interactionsWithoutATime_areToldFromThoseWithOne() {
        assertThat(threeUsers().hasTimes()).isTrue();
        DatasetBuilder order = new DatasetBuilder(catalog);
        order.startUser();
        order.add(0, History.NO_TIME, Action.VIEW);
        assertThat(order.build().hasTimes()).isFalse();
    }

    @Test
    void dataSetWithoutInteractions_hasNoTimes() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        builder.startUser();
        Dataset empty = builder.build();
        assertThat(empty.hasTimes()).isFalse();
        assertThat(empty.latestTime()).isEqualTo(History.NO_TIME);
    }

    @Test
    void thousandsOfRows_growTheColumns() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int user = 0; user < 3000; user++) {
            builder.startUser();
            builder.add(user % 3, user, Action.VIEW);
        }
        Dataset data = builder.build();
        assertThat(data.users()).isEqualTo(3000);
        assertThat(data.history(2999).item(0)).isEqualTo(2999 % 3);
        assertThat(data.history(2999).time(0)).isEqualTo(2999);
    }
}
