package org.crossaisle.io.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.crossaisle.Help;
import org.crossaisle.action.Action;
import org.junit.jupiter.api.Test;

class RecordHelpTest {
    /** Settings within settings. */
    public record Inner(@Help("Steps, at least 1.") int steps) {}

    /** Settings of each kind. */
    public record Outer(
            @Help("A rate.") double rate,
            boolean plain,
            @Help("A meaning.") Action.Meaning meaning,
            Inner inner,
            List<String> names) {}

    @Test
    void everySetting_isALineInTheOrderOfTheRecord() {
        Outer outer = new Outer(0.5, true, Action.Meaning.INTENT, new Inner(3), List.of("a", "b"));
        RecordBinder<Thread> binder =
                new RecordBinder<>(Thread.class, (written, where) -> new Thread(), Thread::getName);
        List<RecordHelp.Line> lines = RecordHelp.of(outer, binder.describe(outer), "recipe");
        assertThat(lines)
                .extracting(RecordHelp.Line::key)
                .containsExactly("rate", "plain", "meaning", "inner.steps", "names");
        assertThat(lines).extracting(RecordHelp.Line::value).containsExactly("0.5", "true", "intent", "3", "[a, b]");
        assertThat(lines.get(0).help()).isEqualTo("A rate.");
        assertThat(lines.get(1).help()).isEmpty();
        assertThat(lines.get(2).help())
                .isEqualTo("A meaning. One of rejection, interest, intent, commitment, feedback.");
        assertThat(lines.get(3).help()).isEqualTo("Steps, at least 1.");
    }

    @Test
    void aNamedRecordWithin_isOneLine() {
        Outer outer = new Outer(0.5, true, Action.Meaning.INTENT, new Inner(3), List.of());
        assertThat(RecordHelp.of(outer, Map.of("inner", Map.of("recipe", "ease", "steps", 3)), "recipe"))
                .containsExactly(new RecordHelp.Line("inner", "ease", ""));
    }
}
