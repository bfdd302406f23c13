package org.crossaisle.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.Stream;
import org.crossaisle.action.Action;
import org.crossaisle.history.History;
import org.crossaisle.model.Shops;
import org.junit.jupiter.api.Test;

class RequestTimeTest {
    private static final long DAY = Shops.DAY;

    private static List<Long> times(List<Target> targets) {
        return targets.stream().map(Target::time).toList();
    }

    /** Two users with events on days 1, 4, 9, 16 and 2, 3, 5, 8. */
    private static Dataset data() {
        DatasetBuilder builder = new DatasetBuilder(Shops.catalog(6));
        for (long[] days : new long[][] {{1, 4, 9, 16}, {2, 3, 5, 8}}) {
            builder.startUser();
            for (int at = 0; at < days.length; at++) {
                builder.add(at, days[at] * DAY, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    @Test
    void atTheTarget_nothingIsAnotherThanBefore() {
        Split split = new LeaveOneOut().of(data());
        assertThat(split.requestTime()).isEqualTo(RequestTime.TARGET);
        assertThat(split.withRequestTime(RequestTime.TARGET)).isSameAs(split);
        assertThat(times(split.validation())).containsExactly(9 * DAY, 5 * DAY);
        assertThat(times(split.test())).containsExactly(16 * DAY, 8 * DAY);
    }

    @Test
    void atTheLastEvent_targetsOfValidationAndTestTellNoOtherTime() {
        Split own = new LeaveOneOut().of(data());
        Split split = own.withRequestTime(RequestTime.LAST_EVENT);
        assertThat(times(split.validation())).containsExactly(4 * DAY, 3 * DAY);
        assertThat(times(split.test())).containsExactly(9 * DAY, 5 * DAY);
        assertThat(split.test().get(0).history()).isSameAs(own.test().get(0).history());
        assertThat(split.fit()).isSameAs(own.fit());
        assertThat(split.knownRequestTime()).contains(RequestTime.LAST_EVENT);
        Stream.of(split.validationAsTest(), split.fittedOn(new KCore(1)))
                .forEach(made -> assertThat(made.requestTime()).isEqualTo(RequestTime.LAST_EVENT));
        assertThatIllegalStateException()
                .isThrownBy(() -> split.withRequestTime(RequestTime.TARGET))
                .withMessage("the request time is the time of the last event before the target, so the targets have"
                        + " lost their own times; split the data again");
    }

    @Test
    void afterAnEmptyHistory_noTimeIsKnown() {
        assertThat(RequestTime.LAST_EVENT.of(History.EMPTY, 7)).isEqualTo(History.NO_TIME);
        assertThat(RequestTime.TARGET.of(History.EMPTY, 7)).isEqualTo(7);
    }

    @Test
    void withoutTimes_bothAreTheSame() {
        Split split = new LeaveOneOut().of(Shops.ofItems(6, new int[] {0, 1, 2, 3}, new int[] {3, 2, 1}));
        Split other = split.withRequestTime(RequestTime.LAST_EVENT);
        assertThat(times(other.validation())).isEqualTo(times(split.validation()));
        assertThat(times(other.test())).isEqualTo(times(split.test())).containsOnly(History.NO_TIME);
        assertThat(other.knownRequestTime()).isEmpty();
    }

    /** Once targets have forgotten when they happened, nobody can see that one lies within the time of the fit. */
    @Test
    void targetsWithinTheTimeOfTheFit_areRefused_beforeTheirTimesAreForgotten() {
        Split clean = new TemporalSplit(TemporalSplit.Targets.LAST, 0.5, 0.75).of(data());
        assertThat(clean.withRequestTime(RequestTime.LAST_EVENT).test()).hasSameSizeAs(clean.test());
        Split planted = new Split(clean.name(), clean.targets(), clean.fit(), clean.validation(), data(), clean.test());
        assertThatIllegalStateException()
                .isThrownBy(() -> planted.withRequestTime(RequestTime.LAST_EVENT))
                .withMessageContaining("the model would be trained on the future");
    }
}
