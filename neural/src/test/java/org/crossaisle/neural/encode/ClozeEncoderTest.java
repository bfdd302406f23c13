package org.crossaisle.neural.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.crossaisle.history.History;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Behaviour;
import org.crossaisle.neural.token.Tokens;
import org.junit.jupiter.api.Test;

class ClozeEncoderTest {
    private static final int DIMENSION = 4;
    private static final int MASKED = 2; // of four tokens; asked for after the second

    private final UserEncoder encoder =
            ClozeEncoder.Settings.DEFAULTS.encoder(new Parameters(1), new UserEncoderSettings.Size(DIMENSION, 4));
    private final Tokens tokens = Tokens.toAnswer(
            List.of(Behaviour.of(new int[] {0, 1, 2, 3}, new byte[4], new long[] {0, 1, 2, 3, History.NO_TIME})));

    @Test
    void maskedToken_isForeseen_withoutBeingRead() {
        float[] before = answered(-1);
        float[] after = answered(MASKED);
        for (int asked : new int[] {MASKED - 1, 3}) {
            assertThat(row(after, asked)).containsExactly(row(before, asked), within(1e-6f));
        }
    }

    @Test
    void whatIsNotMasked_isReadBothWays() {
        for (int other : new int[] {0, 1, 3}) {
            float[] before = answered(-1);
            float[] after = answered(other);
            for (int asked : new int[] {MASKED - 1, 3}) {
                assertThat(distance(row(before, asked), row(after, asked)))
                        .as("token %d for what is asked after %d", other, asked)
                        .isGreaterThan(1e-3);
            }
        }
    }

    @Test
    void whatComesNext_isAskedForBehindTheLast_notAtIt() {
        try (TensorScope scope = TensorScope.plain()) {
            Tokens one = Tokens.toAnswer(List.of(Behaviour.of(new int[] {0}, new byte[1], new long[2])));
            BitSet all = new BitSet();
            all.set(0);
            float[] x = {1, -1, 0.5f, 2};
            float[] read = Values.floats(encoder.encode(Values.of(x, 1, DIMENSION), one, Dropout.NONE));
            float[] unread = Values.floats(encoder.encode(Values.of(x, 1, DIMENSION), one.masking(all), Dropout.NONE));
            assertThat(distance(read, unread)).isGreaterThan(1e-3);
        }
    }

    /** The answers after all tokens, one of which is masked, with one token changed. */
    private float[] answered(int changed) {
        float[] x = new float[4 * DIMENSION];
        for (int at = 0; at < x.length; at++) {
            x[at] = (float) Math.sin(at + (at / DIMENSION == changed ? 100 : 0));
        }
        BitSet masked = new BitSet();
        masked.set(MASKED);
        try (TensorScope scope = TensorScope.plain()) {
            return Values.floats(encoder.encode(Values.of(x, 4, DIMENSION), tokens.masking(masked), Dropout.NONE));
        }
    }

    private static float[] row(float[] all, int row) {
        return Arrays.copyOfRange(all, row * DIMENSION, (row + 1) * DIMENSION);
    }

    private static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += Math.pow(one[at] - other[at], 2);
        }
        return Math.sqrt(sum);
    }
}
