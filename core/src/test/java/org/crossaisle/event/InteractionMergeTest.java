package org.crossaisle.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crossaisle.action.Action;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

/** The session gap is 30; an interaction is shown as item, action, time and session. */
class InteractionMergeTest {
    private static final long NONE = SessionNumbers.NO_SESSION;

    private final List<String> interactions = new ArrayList<>();
    private final InteractionMerge merge = merge(true);

    private InteractionMerge merge(boolean merges) {
        return new InteractionMerge(
                30,
                merges,
                (item, time, action, session) -> interactions.add(item + " " + action + " " + time + " in " + session));
    }

    @Test
    void pause_isMeasuredFromTheEventBefore() {
        merge.add(7, 0, Action.VIEW, NONE);
        assertThat(merge.add(7, 25, Action.VIEW, NONE)).isTrue();
        assertThat(merge.add(7, 55, Action.VIEW, NONE)).isTrue();
        assertThat(merge.add(7, 86, Action.VIEW, NONE)).isFalse();
        merge.separate();
        assertThat(interactions).containsExactly("7 view 0 in 0", "7 view 86 in 1");
    }

    @Test
    void strongestAction_isKeptAtItsFirstTime() {
        merge.add(7, 0, Action.VIEW, NONE);
        merge.add(7, 1, Action.CART, NONE);
        merge.add(7, 2, Action.CART, NONE);
        merge.add(7, 3, Action.VIEW, NONE);
        merge.separate();
        assertThat(interactions).containsExactly("7 cart 1 in 0");
    }

    @Test
    void otherItemsAndReturns_divide() {
        merge.add(7, 0, Action.VIEW, NONE);
        merge.add(8, 1, Action.VIEW, NONE);
        merge.add(7, 2, Action.VIEW, NONE);
        merge.add(7, 3, Action.RETURN, NONE);
        merge.add(7, 4, Action.VIEW, NONE);
        merge.separate();
        assertThat(interactions).containsExactly("7 view 0 in 0", "8 view 1 in 0", "7 view 2 in 0", "7 view 4 in 0");
    }

    @Test
    void sessionIds_decideOverPauses() {
        merge.add(7, 0, Action.VIEW, 1);
        merge.add(7, 1_000, Action.VIEW, 1);
        merge.add(7, 1_001, Action.VIEW, 2);
        merge.add(8, 1_002, Action.VIEW, 1);
        merge.separate();
        assertThat(interactions).containsExactly("7 view 0 in 0", "7 view 1001 in 1", "8 view 1002 in 0");
    }

    @Test
    void eventsWithoutATime_areInteractionsOfTheirOwn_andSoIsTheNext() {
        merge.add(7, History.NO_TIME, Action.VIEW, NONE);
        merge.add(7, History.NO_TIME, Action.VIEW, NONE);
        merge.add(7, 5, Action.VIEW, NONE);
        merge.separate();
        assertThat(interactions).hasSize(3).last().isEqualTo("7 view 5 in 2");
    }

    @Test
    void interactionThatLastedLonger_isContinuedFromItsEnd() {
        merge.add(7, 0, Action.VIEW, NONE);
        merge.extendTo(50);
        merge.add(7, 80, Action.VIEW, NONE);
        merge.separate();
        assertThat(interactions).containsExactly("7 view 0 in 0");
    }

    @Test
    void nextUser_beginsAnew() {
        merge.add(7, 0, Action.VIEW, NONE);
        merge.startUser();
        merge.add(7, 1, Action.VIEW, NONE);
        merge.separate();
        assertThat(interactions).containsExactly("7 view 0 in 0", "7 view 1 in 0");
    }

    @Test
    void withoutMerging_everyEventIsAnInteraction() {
        InteractionMerge apart = merge(false);
        apart.add(7, 0, Action.VIEW, NONE);
        apart.add(7, 1, Action.RETURN, NONE);
        apart.add(7, 2, Action.VIEW, NONE);
        apart.separate();
        assertThat(interactions).containsExactly("7 view 0 in 0", "7 view 2 in 0");
    }
}
