package org.crossaisle.neural.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.history.History;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.token.Behaviour;
import org.crossaisle.neural.token.TimeGaps;
import org.crossaisle.neural.token.Tokens;
import org.junit.jupiter.api.Test;

class TransductionEncoderTest {
    private static final int DIMENSION = 4;
    private static final long MINUTE = 60;

    private final Parameters parameters = new Parameters(1);
    private final UserEncoder encoder =
            new TransductionEncoder.Settings(1, 1, 0).encoder(parameters, new UserEncoderSettings.Size(DIMENSION, 3));

    /**
     * At the second token the first is 7 minutes old and itself 4: log2(1 + 7) = 3 and 2.3 doublings, buckets 7 and 5.
     */
    @Test
    void timesOfALayer_areCountedBackFromTheMomentInQuestion() {
        Behaviour known = behaviour(0, 3 * MINUTE, 7 * MINUTE);
        float[] untouched = encoded(known);
        for (int bucket = 0; bucket < TimeGaps.BUCKETS; bucket++) {
            try (TensorScope scope = TensorScope.plain()) {
                Tensor time = times().narrow(1, bucket, 1);
                time.add_(new Scalar(5.0));
                float[] y = encoded(known);
                time.sub_(new Scalar(5.0));
                boolean moves = Math.abs(y[DIMENSION] - untouched[DIMENSION]) > 1e-4f;
                assertThat(moves).as("bucket " + bucket).isEqualTo(bucket == 7 || bucket == 5);
            }
        }
    }

    @Test
    void unknownTimes_haveABucketOfTheirOwn() {
        Behaviour unknown = behaviour(History.NO_TIME, History.NO_TIME, History.NO_TIME);
        float[] untouched = encoded(unknown);
        try (TensorScope scope = TensorScope.plain()) {
            times().narrow(1, 1, TimeGaps.BUCKETS - 1).zero_();
            assertThat(encoded(unknown)).containsExactly(untouched, within(1e-6f));
            times().zero_();
            times().narrow(1, 0, 1).fill_(new Scalar(5.0));
            assertThat(encoded(unknown)[DIMENSION]).isNotCloseTo(untouched[DIMENSION], within(1e-4f));
        }
    }

    private Tensor times() {
        return Objects.requireNonNull(parameters.all().get("blocks.0.times")); // [1, buckets]
    }

    private float[] encoded(Behaviour behaviour) {
        float[] x = {0.1f, -0.3f, 0.2f, 0.5f, 0.4f, 0.1f, -0.2f, 0.3f};
        try (TensorScope scope = TensorScope.plain()) {
            return Values.floats(
                    encoder.encode(Values.of(x, 2, DIMENSION), Tokens.toAnswer(List.of(behaviour)), Dropout.NONE));
        }
    }

    private static Behaviour behaviour(long... times) {
        return Behaviour.of(new int[] {0, 1}, new byte[2], times);
    }
}
