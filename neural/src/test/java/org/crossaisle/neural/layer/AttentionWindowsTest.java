package org.crossaisle.neural.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossaisle.neural.layer.AttentionWindows.Group;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AttentionWindowsTest {
    private static final float NO = Float.NEGATIVE_INFINITY;

    @Test
    void fewSequences_lieInOneWindow_thatIsNoWiderThanTheyAre() {
        AttentionWindows windows = new AttentionWindows(1, 3);
        assertThat(windows.groups()).containsExactly(new Group(0, 1, 4));
        assertThat(windows.rows()).containsExactly(0, 1, 2, 3);
        assertThat(windows.places()).containsExactly(0, 1, 2, 3);
        assertThat(windows.mask(new Group(0, 1, 4), AttentionMask.BACK))
                .containsExactly(0, NO, NO, NO, NO, 0, NO, NO, NO, 0, 0, NO, NO, 0, 0, 0);
    }

    @Test
    void bothWays_aTokenSeesItsSequence_andNoOther() {
        AttentionWindows windows = new AttentionWindows(1, 3);
        assertThat(windows.mask(new Group(0, 1, 4), AttentionMask.BOTH_WAYS))
                .containsExactly(0, NO, NO, NO, NO, 0, 0, 0, NO, 0, 0, 0, NO, 0, 0, 0);
    }

    /**
     * 40 and 50 do not fit into 64 places together, 65 and 128 not into 128; 300 needs 512 and has a window by itself.
     */
    @Test
    void longSequences_doNotMakeTheWindowsOfOthersWide() {
        AttentionWindows windows = new AttentionWindows(2, 40, 50, 65, 128, 300);
        assertThat(windows.groups())
                .containsExactly(new Group(0, 2, 64), new Group(128, 2, 128), new Group(384, 1, 300));
        assertThat(windows.places()[0]).isEqualTo(0);
        assertThat(windows.places()[2]).isEqualTo(2); // the 40
        assertThat(windows.places()[42]).isEqualTo(64); // the 50
        assertThat(windows.places()[92]).isEqualTo(128); // the 65
        assertThat(windows.places()[157]).isEqualTo(256); // the 128
        assertThat(windows.places()[285]).isEqualTo(384); // the 300
    }

    /** What each row may see, by the mask and by the definition. */
    @RepeatedTest(50)
    void anySequences_seeThemselvesUpToNow_andNothingElse(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int[] lengths = IntStream.range(0, 1 + random.nextInt(40))
                .map(sequence -> 1 + (int) Math.pow(random.nextDouble() * 12, 2))
                .sorted()
                .toArray();
        AttentionWindows windows = new AttentionWindows(lengths);
        int rows = Arrays.stream(lengths).sum();
        assertThat(windows.places()).hasSize(rows).doesNotHaveDuplicates();
        int row = 0;
        for (int length : lengths) {
            for (int at = 0; at < length; at++) {
                int place = windows.places()[row];
                assertThat(windows.rows()[place]).isEqualTo(row);
                assertThat(windows.seen(place)).isEqualTo(at + 1);
                assertThat(seen(windows, place))
                        .containsExactly(IntStream.rangeClosed(row - at, row).toArray());
                row++;
            }
        }
        assertThat(row).isEqualTo(rows);
    }

    @Test
    void placeWithoutAToken_looksAtItselfAlone() {
        AttentionWindows windows = new AttentionWindows(40, 50); // places 40 to 63 hold nothing
        float[] mask = windows.mask(windows.groups().get(0), AttentionMask.BACK);
        float[] row = Arrays.copyOfRange(mask, 41 * 64, 42 * 64);
        for (int at = 0; at < row.length; at++) {
            assertThat(row[at]).isEqualTo(at == 41 ? 0 : NO);
        }
    }

    /** The rows that the token at a place may see. */
    private static int[] seen(AttentionWindows windows, int place) {
        Group group = windows.groups().stream()
                .filter(each -> place >= each.start() && place < each.start() + each.places())
                .findFirst()
                .orElseThrow();
        int at = place - group.start();
        float[] mask = windows.mask(group, AttentionMask.BACK);
        return IntStream.range(0, group.width())
                .filter(key -> mask[at * group.width() + key] == 0)
                .map(key -> windows.rows()[group.start() + at / group.width() * group.width() + key])
                .toArray();
    }
}
