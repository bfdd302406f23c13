package org.crossaisle.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.event.Event;
import org.crossaisle.history.History;
import org.crossaisle.history.UserId;
import org.crossaisle.privacy.UserKey;
import org.junit.jupiter.api.Test;

class DatasetOfEventsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UserId ANNA = UserKey.unkeyed().hash("anna");
    private static final UserId BEN = UserKey.unkeyed().hash("ben");

    private final Catalog catalog = Catalog.of(Item.of("shoe", "Shoe", "Sports"), Item.of("sock", "Sock", "Sports"));

    @Test
    void eventsInAnyOrder_becomeHistoriesInOrderOfTime() {
        Dataset data = Dataset.of(
                catalog,
                List.of(
                        Event.of(ANNA, "sock", Action.PURCHASE, NOON.plusSeconds(60)),
                        Event.of(BEN, "sock", Action.VIEW, NOON),
                        Event.of(ANNA, "shoe", Action.VIEW, NOON)));

        History anna = data.history(ANNA);
        assertThat(anna.size()).isEqualTo(2);
        assertThat(anna.item(0)).isEqualTo(catalog.requireNumber("shoe"));
        assertThat(anna.instant(0)).hasValue(NOON);
        assertThat(anna.action(1)).isEqualTo(Action.PURCHASE);
        assertThat(data.history(BEN).size()).isEqualTo(1);
        assertThat(data.users()).isEqualTo(2);
    }

    @Test
    void userWithoutEvents_hasAnEmptyHistory() {
        Dataset data = Dataset.of(catalog, List.of(Event.of(ANNA, "shoe", Action.VIEW, NOON)));

        assertThat(data.history(BEN).isEmpty()).isTrue();
    }

    @Test
    void partOfADataSet_knowsTheSameUsers() {
        Dataset data = Dataset.of(
                catalog,
                List.of(
                        Event.of(ANNA, "shoe", Action.VIEW, NOON),
                        Event.of(ANNA, "sock", Action.VIEW, NOON.plusSeconds(1)),
                        Event.of(BEN, "sock", Action.VIEW, NOON)));

        Dataset first = data.firstOfEach(new int[] {1, 1});

        assertThat(first.history(ANNA).size()).isEqualTo(1);
        assertThat(first.history(BEN).size()).isEqualTo(1);
    }

    @Test
    void eventOfAnItemThatTheCatalogLacks_isRefusedByItsId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dataset.of(catalog, List.of(Event.of(ANNA, "hat", Action.VIEW, NOON))))
                .withMessage("item \"hat\" is not among the 2 items of the catalog");
    }
}
