package org.crossaisle.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

final class KCoreTest {
    /** Users have A B, A B, B C, C: only the first two users on A and B have two each once C and its users are gone. */
    @Test
    void whatIsTakenOutOnOneSide_countsOnTheOther() {
        Dataset core = new KCore(2).of(data(new int[][] {{0, 1}, {0, 1}, {1, 2}, {2}}));
        assertThat(IntStream.range(0, 4).map(user -> core.history(user).size())).containsExactly(2, 2, 0, 0);
        assertThat(core.itemCounts()).containsExactly(2, 2, 0);
    }

    @Test
    void one_keepsEverything() {
        assertThat(new KCore(1).of(data(new int[][] {{0, 1}, {2}})).interactions())
                .isEqualTo(3);
    }

    /** Leave-one-out fits on A B, A B, B C, C: under a core of 2 on A B, A B. What is asked for stays. */
    @Test
    void splitFittedOnACore_asksForTheSame() {
        Split whole = new LeaveOneOut().of(data(new int[][] {{0, 1, 2, 0}, {0, 1, 0, 2}, {1, 2, 0, 1}, {2}}));
        Split core = whole.fittedOn(new KCore(2));
        assertThat(core.fit().itemCounts()).containsExactly(2, 2, 0);
        assertThat(core.refit()).isSameAs(core.fit());
        assertThat(core.test()).isEqualTo(whole.test());
        assertThat(core.validation()).isEqualTo(whole.validation());
    }

    private static Dataset data(int[][] histories) {
        DatasetBuilder builder =
                new DatasetBuilder(new Catalog(List.of(Item.of("A", ""), Item.of("B", ""), Item.of("C", ""))));
        for (int[] history : histories) {
            builder.startUser();
            for (int item : history) {
                builder.add(item, History.NO_TIME, Action.VIEW);
            }
        }
        return builder.build();
    }
}
