package org.crossaisle.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import org.crossaisle.Progress;
import org.crossaisle.action.Action;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class BridgesTest {
    private static final long DAY = 86_400;
    private final Catalog catalog = new Catalog(List.of(
            Item.of("shoe", "Trail shoe", "Trail Shoes"),
            Item.of("bottle", "Bottle", "Hydration"),
            Item.of("book", "Book", "Books")));

    private static Bridges bridges(Dataset data) {
        return new Bridges(CategoryGraph.of(data, level(data), Progress.SILENT));
    }

    private static CategoryLevel level(Dataset data) {
        return new CategoryLevel(data.catalog(), 0, data.knownItems(), 1);
    }

    /**
     * 20 users buy a shoe; 12 of them a bottle later (9 days, one of them 1 day), 2 had one before; 40 buy a book, 4 of
     * them a bottle.
     */
    private Dataset shop(boolean timed) {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int user = 0; user < 60; user++) {
            builder.startUser();
            if (user < 12) {
                add(builder, timed, 0, 0);
                add(builder, timed, 1, user == 0 ? 1 : 9);
            } else if (user < 14) {
                add(builder, timed, 1, 0);
                add(builder, timed, 0, 5);
            } else if (user < 20) {
                add(builder, timed, 0, 0);
            } else {
                add(builder, timed, 2, 0);
                if (user < 24) {
                    add(builder, timed, 1, 3);
                }
            }
        }
        return builder.build();
    }

    private static void add(DatasetBuilder builder, boolean timed, int item, int day) {
        builder.add(item, timed ? day * DAY : History.NO_TIME, Action.PURCHASE);
    }

    /**
     * The arithmetic of this lift is that of CategoryGraphTest.
     */
    @Test
    void bridgeWorkedByHand_hasItsLiftAndLag() {
        Dataset data = shop(true);
        CategoryLevel level = level(data);
        Reason.CategoryBridge bridge =
                bridges(data).bridge(level.of(0)[0], level.of(1)[0]).orElseThrow();
        assertThat(bridge.lift()).isCloseTo(6.342762, within(1e-6));
        assertThat(bridge.lagDays()).hasValue(9); // the median of 1 and eleven times 9
        assertThat(bridge.users()).isEqualTo(12);
    }

    /** A view of a bottle a day before each shoe would make every customer have come to bottles first. */
    @Test
    void viewsAreNotCounted_whereThereArePurchases() {
        DatasetBuilder bought = new DatasetBuilder(catalog);
        DatasetBuilder viewed = new DatasetBuilder(catalog);
        for (int user = 0; user < 20; user++) {
            for (DatasetBuilder builder : List.of(bought, viewed)) {
                builder.startUser();
                Action taken = builder == bought ? Action.PURCHASE : Action.VIEW;
                if (user < 10) {
                    builder.add(1, 0, Action.VIEW);
                    builder.add(0, DAY, taken);
                    builder.add(1, 4 * DAY, taken);
                } else {
                    builder.add(2, 0, taken);
                }
            }
        }
        Dataset data = bought.build();
        Reason.CategoryBridge bridge =
                bridges(data).bridge(level(data).of(0)[0], level(data).of(1)[0]).orElseThrow();
        assertThat(bridge.lagDays()).hasValue(3);
        assertThat(bridge.users()).isEqualTo(10);
        assertThat(bridge.text(catalog, Reason.Language.ENGLISH)).startsWith("buyers of Trail Shoes");
        Dataset views = viewed.build();
        Bridges ofViews = bridges(views);
        assertThat(ofViews.bridge(level(views).of(0)[0], level(views).of(1)[0])).isEmpty();
        assertThat(ofViews.bridge(level(views).of(1)[0], level(views).of(0)[0]).orElseThrow())
                .satisfies(other -> assertThat(other.lagDays()).hasValue(1))
                .satisfies(other ->
                        assertThat(other.text(catalog, Reason.Language.ENGLISH)).startsWith("visitors of Hydration"))
                .satisfies(other ->
                        assertThat(other.text(catalog, Reason.Language.CHINESE)).startsWith("看过"));
    }

    @Test
    void whereOnlyTheOrderIsKnown_noLagIsTold() {
        Dataset data = shop(false);
        CategoryLevel level = level(data);
        Bridges bridges = bridges(data);
        assertThat(bridges.bridge(level.of(0)[0], level.of(1)[0]).orElseThrow().lagDays())
                .isEmpty();
    }

    @Test
    void fewerThanFiveCustomers_areNoBridge() {
        Dataset data = shop(true);
        CategoryLevel level = level(data);
        assertThat(bridges(data).bridge(level.of(2)[0], level.of(1)[0])).isEmpty();
    }

    @Test
    void best_leadsFromTheHistoryToANewCategoryOnly() {
        Dataset data = shop(true);
        Bridges bridges = bridges(data);
        assertThat(bridges.best(History.ofItems(0), 1))
                .hasValueSatisfying(bridge -> assertThat(bridge.from()).hasToString("Trail Shoes"));
        assertThat(bridges.best(History.ofItems(0, 1), 1)).isEmpty();
        assertThat(bridges.best(History.EMPTY, 1)).isEmpty();
    }

    @Test
    void sentence_isThatOfAShopAssistant() {
        Reason.CategoryBridge bridge = new Reason.CategoryBridge(
                catalog.item(0).categories().get(0),
                catalog.item(1).categories().get(0),
                3.14,
                OptionalLong.of(9),
                12,
                true);
        assertThat(bridge.text(catalog, Reason.Language.ENGLISH))
                .isEqualTo("buyers of Trail Shoes go on to Hydration, 3.1 times as often as others, after 9 days");
        assertThat(bridge.text(catalog, Reason.Language.CHINESE))
                .contains("3.1倍")
                .contains("9天后");
    }
}
