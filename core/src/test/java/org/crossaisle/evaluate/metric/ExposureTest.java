package org.crossaisle.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.crossaisle.evaluate.Fakes;
import org.junit.jupiter.api.Test;

class ExposureTest {
    /** The seven items of {@link Fakes#catalog} were seen so often in training. */
    private static final int[] EVENTS = {0, 1, 5, 6, 20, 21, 300};

    private static final int NONE = 0;

    @Test
    void items_lieBetweenTheirBounds() {
        List<Answer> answers = List.of(of(0, 1), of(1, 1), of(2, 1), of(3, 1), of(4, 1), of(5, 1), of(6, 1));
        Map<String, int[]> subsets = Exposure.subsets(answers, EVENTS);
        assertThat(subsets.get("item events 0")).containsExactly(0);
        assertThat(subsets.get("item events 1-5")).containsExactly(1, 2);
        assertThat(subsets.get("item events 6-20")).containsExactly(3, 4);
        assertThat(subsets.get("item events 21+")).containsExactly(5, 6);
    }

    @Test
    void users_lieBetweenTheirBounds() {
        List<Answer> answers = List.of(of(0, 0), of(0, 1), of(0, 2), of(0, 3), of(0, 5), of(0, 6), of(0, 40));
        Map<String, int[]> subsets = Exposure.subsets(answers, EVENTS);
        assertThat(subsets.get("history 0")).containsExactly(0);
        assertThat(subsets.get("history 1")).containsExactly(1);
        assertThat(subsets.get("history 2")).containsExactly(2);
        assertThat(subsets.get("history 3-5")).containsExactly(3, 4);
        assertThat(subsets.get("history 6+")).containsExactly(5, 6);
        assertThat(subsets.keySet()).containsExactlyElementsOf(Exposure.names());
    }

    private static Answer of(int item, int length) {
        return Fakes.answer(new int[length], item, 1, NONE);
    }
}
