package org.crossaisle.model.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.crossaisle.RecsException;
import org.crossaisle.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
    private static Links load(int[] offsets, int[] targets, float[] weights, int[] users) {
        State state = new State()
                .put("offsets", offsets)
                .put("targets", targets)
                .put("weights", weights)
                .put("users", users);
        return Links.load(state, 3);
    }

    @Test
    void blocksThatFit_areRead() {
        Links links = load(new int[] {0, 2, 2, 3}, new int[] {1, 2, 0}, new float[] {5, 6, 7}, new int[] {1, 2, 3});
        assertThat(links.weight(0, 2)).isEqualTo(6);
        assertThat(links.users(2, 0)).isEqualTo(3);
        assertThat(links.weight(1, 0)).isZero();
    }

    /** What was changed against the blocks above. */
    @ParameterizedTest
    @CsvSource({
        "too few offsets, 0 2 3, 1 2 0, 3, 3",
        "a first row that begins late, 1 2 2 3, 1 2 0, 3, 3",
        "a last row that ends early, 0 2 2 2, 1 2 0, 3, 3",
        "rows that go back, 0 3 2 3, 1 2 0, 3, 3",
        "an item beyond the catalog, 0 2 2 3, 1 3 0, 3, 3",
        "an item below 0, 0 2 2 3, -1 2 0, 3, 3",
        "too few weights, 0 2 2 3, 1 2 0, 2, 3",
        "too many counts, 0 2 2 3, 1 2 0, 3, 4"
    })
    void blocksThatDoNotFit_areRefused(String what, String offsets, String targets, int weights, int users) {
        assertThatThrownBy(() -> load(ints(offsets), ints(targets), new float[weights], new int[users]))
                .as(what)
                .isInstanceOfSatisfying(
                        RecsException.class,
                        e -> assertThat(e.code()).isEqualTo(RecsException.Code.ARTIFACT_UNREADABLE));
    }

    private static int[] ints(String text) {
        String[] words = text.split(" ", -1);
        int[] values = new int[words.length];
        for (int at = 0; at < values.length; at++) {
            values[at] = Integer.parseInt(words[at]);
        }
        return values;
    }
}
