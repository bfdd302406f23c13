package org.crossaisle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.crossaisle.RecsException;
import org.junit.jupiter.api.Test;

class StateTest {
    @Test
    void partPutUnderAPrefix_comesBackAlone() {
        State part = new State().put("weights", 1f, 2f).put("counts", 3, 4);
        State whole = new State().put("blend", 0.5f).putAll("part-0", part);
        assertThat(whole.blocks()).containsOnlyKeys("blend", "part-0/weights", "part-0/counts");
        assertThat(whole.part("part-0").floats("weights")).containsExactly(1f, 2f);
        assertThat(whole.part("part-0").ints("counts")).containsExactly(3, 4);
    }

    @Test
    void whatIsMissing_isNamedBesideWhatIsThere() {
        State state = new State().put("weights", 1f);
        assertThatThrownBy(() -> state.ints("counts"))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("integers named counts")
                .hasMessageContaining("[weights]");
        assertThatThrownBy(() -> state.ints("weights")).hasMessageContaining("integers named weights");
    }

    @Test
    void oneNameTwice_isRefused() {
        State state = new State().put("a", 1f);
        assertThatIllegalArgumentException().isThrownBy(() -> state.put("a", 2f));
    }

    @Test
    void matrixInRows_isOneArrayWhenAskedFor() {
        State state = new State().put("m", new State.Floats(new long[] {2, 2}, new float[][] {{1, 2}, {3, 4}}));
        assertThat(state.floats("m")).containsExactly(1, 2, 3, 4);
        assertThat(state.rows("m")).hasDimensions(2, 2);
    }
}
