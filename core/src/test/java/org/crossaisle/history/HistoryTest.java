package org.crossaisle.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final int[] items = {9, 3, 5, 3, 8};
    private final long[] times = {0, 10, 20, 30, 40};
    private final byte[] actions = {4, 1, 2, 3, 1};

    @Test
    void view_showsOnlyItsRows() {
        History history = History.view(items, times, actions, 1, 3);
        assertThat(history.size()).isEqualTo(3);
        assertThat(history.item(0)).isEqualTo(3);
        assertThat(history.time(2)).isEqualTo(30);
        assertThat(history.action(1)).isEqualTo(Action.CART);
        assertThat(history.latest(0)).isEqualTo(3);
        assertThat(history.contains(9)).isFalse();
        assertThatThrownBy(() -> history.item(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void rowsBeyondTheColumns_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> History.view(items, times, actions, 4, 2))
                .withMessageContaining("rows 4 to 6");
    }

    @Test
    void lastAndFirst_cutWithoutCopying() {
        History history = History.view(items, times, actions, 0, 5);
        assertThat(history.last(2).item(0)).isEqualTo(3);
        assertThat(history.last(99).size()).isEqualTo(5);
        assertThat(history.first(2).latest(0)).isEqualTo(3);
        assertThat(history.first(0)).isSameAs(History.EMPTY);
    }

    @Test
    void within_keepsTheInteractionsOnSomeItems() {
        BitSet some = new BitSet();
        some.set(3);
        History whole = History.view(items, times, actions, 0, 5);
        History part = whole.within(some);
        assertThat(part.size() + whole.without(3).size()).isEqualTo(5);
        assertThat(part.items()).isEqualTo(some);
        assertThat(whole.within(new BitSet())).isSameAs(History.EMPTY);
    }

    @Test
    void without_removesEveryInteractionOnTheItem() {
        History rest = History.view(items, times, actions, 0, 5).without(3);
        assertThat(rest.size()).isEqualTo(3);
        assertThat(rest.items().stream()).containsExactly(5, 8, 9);
        assertThat(rest.time(1)).isEqualTo(20);
        assertThat(rest.action(1)).isEqualTo(Action.CART);
    }

    @Test
    void plus_leavesTheOriginalAsItWas() {
        History history = History.view(items, times, actions, 0, 2);
        History longer = history.plus(7, Action.RETURN, 99);
        assertThat(longer.size()).isEqualTo(3);
        assertThat(longer.latest(0)).isEqualTo(7);
        assertThat(longer.action(2)).isEqualTo(Action.RETURN);
        assertThat(longer.time(2)).isEqualTo(99);
        assertThat(history.size()).isEqualTo(2);
        assertThat(items[2]).isEqualTo(5);
    }

    @Test
    void onlyAReturn_speaksAgainstTheItem() {
        assertThat(ActionVocabulary.SHOP.actions())
                .filteredOn(action -> !action.showsInterest())
                .containsExactly(Action.RETURN);
    }
}
