package org.crossaisle.event;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.OptionalDouble;
import org.crossaisle.action.Action;
import org.crossaisle.history.UserId;
import org.junit.jupiter.api.Test;

final class EventTest {
    private static Event event(String item, long time, OptionalDouble value, String session, String id) {
        return new Event(new UserId(1, 2), item, Action.VIEW, time, value, session, id);
    }

    private static void refused(
            String message, String item, long time, OptionalDouble value, String session, String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event(item, time, value, session, id))
                .withMessageContaining(message);
    }

    @Test
    void valuesAtTheirBounds_areTaken() {
        assertThatNoException()
                .isThrownBy(() -> event(
                        "i".repeat(1024), 0, OptionalDouble.of(Double.MAX_VALUE), "s".repeat(256), "e".repeat(256)));
        assertThatNoException().isThrownBy(() -> event("茶🍵", 253_402_300_799L, OptionalDouble.empty(), "", ""));
    }

    @Test
    void valuesBeyondTheirBounds_areNamed() {
        OptionalDouble none = OptionalDouble.empty();
        refused("item is blank", " ", 0, none, "", "");
        refused("item has 1025 characters, must have at most 1024", "i".repeat(1025), 0, none, "", "");
        refused("session has 257 characters, must have at most 256", "i", 0, none, "s".repeat(257), "");
        refused("id has 257 characters, must have at most 256", "i", 0, none, "", "e".repeat(257));
        refused("time is -1, must be seconds since 1970 in [0, 253402300799]", "i", -1, none, "", "");
        refused("time is 253402300800", "i", 253_402_300_800L, none, "", "");
        refused("value is NaN, must be finite", "i", 0, OptionalDouble.of(Double.NaN), "", "");
        refused("id has an unpaired surrogate", "i", 0, none, "", "\ud83c");
    }
}
