package org.crossaisle.neural.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.junit.jupiter.api.Test;

class PredictorsTest {
    private static final float[] USER = {3, 4};
    private static final float[] ITEM = {1, 0};

    @Test
    void dot_isTheDotProduct() {
        assertThat(score(Dot.DEFAULTS, new Parameters(1))).isCloseTo(3, within(1e-6f));
    }

    /** The cosine of (3, 4) and (1, 0) is 3/5. */
    @Test
    void cosine_isThatOfTheAngle_dividedByTheTemperature() {
        assertThat(score(new Cosine(0.1), new Parameters(1))).isCloseTo(6, within(1e-4f));
    }

    @Test
    void cosineOfNothing_isZero() {
        try (TensorScope scope = TensorScope.plain()) {
            Predictor cosine = Cosine.DEFAULTS.predictor(new Parameters(1));
            assertThat(Values.floats(cosine.items(Values.of(new float[2], 1, 2))))
                    .containsExactly(0f, 0f);
        }
    }

    /** sigma(2 * 3 - 7) = sigma(-1). */
    @Test
    void scaled_isTheActivationOfAScaledAndShiftedProduct() {
        for (Activation activation : Activation.values()) {
            Parameters parameters = new Parameters(1);
            Scaled scaled = new Scaled(activation);
            Predictor predictor = scaled.predictor(parameters);
            Values.fill(Objects.requireNonNull(parameters.all().get("scale")), new float[] {2});
            Values.fill(Objects.requireNonNull(parameters.all().get("offset")), new float[] {-7});
            float score = score(predictor);
            assertThat(score).isCloseTo(-1, within(1e-6f));
            float expected = switch (activation) {
                case IDENTITY -> -1;
                case SIGMOID -> 0.268_941_4f;
                case RELU -> 0;
            };
            assertThat(activation.apply(score)).isCloseTo(expected, within(1e-6f));
            try (TensorScope scope = TensorScope.plain()) {
                assertThat(Values.floats(activation.apply(Values.of(new float[] {score}, 1)))[0])
                        .isCloseTo(expected, within(1e-6f));
            }
        }
    }

    @Test
    void temperatureOfZero_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cosine(0)).withMessageContaining("temperature is 0");
    }

    private static float score(PredictorSettings settings, Parameters parameters) {
        return score(settings.predictor(parameters));
    }

    private static float score(Predictor predictor) {
        try (TensorScope scope = TensorScope.plain()) {
            Tensor user = predictor.users(Values.of(USER, 1, 2));
            Tensor item = predictor.items(Values.of(ITEM, 1, 2));
            return Values.floats(user.mm(item.t()))[0];
        }
    }
}
