package org.crossaisle.neural.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.StringVector;
import org.crossaisle.RecsException;
import org.junit.jupiter.api.Test;

class InterestModelTest {
    /**
     * Every weight is 1 / 2, every bias too. One step x = 1, one state. With sigma(z) = 1 / (1 + e^-z):
     *
     * <pre>
     * GRU  (Cho 2014, as libtorch writes it), h0 = 0:
     *   reset  = sigma(.5 * 1 + .5 + .5 * 0 + .5) = sigma(1.5) = .817574
     *   update = sigma(1.5)                       = .817574
     *   new    = tanh(.5 * 1 + .5 + reset * (.5 * 0 + .5)) = tanh(1.408787) = .887236
     *   h1     = (1 - update) * new + update * h0 = .182426 * .887236 = .161855
     * LSTM, c0 = h0 = 0: all gates see .5 * 1 + .5 + .5 = 1.5
     *   c1 = sigma(1.5) * tanh(1.5) = .817574 * .905148 = .740026
     *   h1 = sigma(1.5) * tanh(c1)  = .817574 * .629161 = .514386
     * item = .5 * 2 + .5 = 1.5; u . i = 1.5 h1; w = b = .5
     *   GRU:  .5 * 1.5 * .161855 + .5 = .621391   LSTM: .5 * 1.5 * .514386 + .5 = .885789
     * </pre>
     */
    @Test
    void oneStepWorkedByHand_givesTheNumbersOfThePapers() {
        assertThat(halfWeights(() -> SequenceEncoder.gru(1, 1)).interest(new float[][] {{1}}, new float[] {2}))
                .isCloseTo(.621391f, within(1e-5f));
        assertThat(halfWeights(() -> SequenceEncoder.lstm(1, 1)).interest(new float[][] {{1}}, new float[] {2}))
                .isCloseTo(.885789f, within(1e-5f));
    }

    private static InterestModel<float[][], float[]> halfWeights(
            java.util.function.Supplier<Encoder<float[][]>> encoder) {
        InterestModel<float[][], float[]> model =
                new InterestModel<>(1, encoder, () -> new DenseEncoder(1, 1), InterestActivation.IDENTITY);
        try (NoGradGuard guard = new NoGradGuard()) {
            StringTensorDict parameters = model.weights().named_parameters();
            StringVector names = parameters.keys();
            for (long at = 0; at < names.size(); at++) {
                parameters.get(names.get(at)).fill_(new Scalar(0.5));
            }
        }
        return model;
    }

    @Test
    void sameSeed_givesTheSameModel() {
        assertThat(interestAfterTraining(3)).isEqualTo(interestAfterTraining(3)).isNotEqualTo(interestAfterTraining(4));
    }

    private static float interestAfterTraining(long seed) {
        InterestModel<float[][], float[]> model = new InterestModel<>(
                seed, () -> SequenceEncoder.gru(1, 4), () -> new DenseEncoder(1, 4), InterestActivation.SIGMOID);
        model.train(List.of(new Pair<>(new float[][] {{1}, {2}}, new float[] {1}, 1)), 5, 0.01);
        return model.interest(new float[][] {{1}, {2}}, new float[] {1});
    }

    @Test
    void sequencesOfUnequalLength_areEachReadToTheirEnd() {
        float[][] longer = {{1}, {2}, {3}};
        float[][] shorter = {{3}};
        InterestModel<float[][], float[]> model = new InterestModel<>(
                1, () -> SequenceEncoder.lstm(1, 4), () -> new DenseEncoder(1, 4), InterestActivation.SIGMOID);
        float[] item = {1};
        double mixed = model.loss(List.of(new Pair<>(longer, item, 1), new Pair<>(shorter, item, 0)));
        // The mean of both losses taken alone, -log r and -log (1 - r): equal only if each kept its own place.
        double alone = (-Math.log(model.interest(longer, item)) - Math.log(1 - model.interest(shorter, item))) / 2;
        assertThat(mixed).isCloseTo(alone, within(1e-5));
    }

    @Test
    void unknownWord_countsAsNoWord() {
        InterestModel<float[][], List<String>> model = new InterestModel<>(
                1,
                () -> SequenceEncoder.gru(1, 4),
                () -> new TokenEncoder(List.of("电器", "shoes"), 4),
                InterestActivation.SIGMOID);
        float[][] steps = {{1}};
        assertThat(model.interest(steps, List.of("电器", "unheard of"))).isEqualTo(model.interest(steps, List.of("电器")));
        assertThat(model.interest(steps, List.of())).isBetween(0f, 1f);
        assertThat(model.interest(steps, List.of("电器"))).isNotEqualTo(model.interest(steps, List.of("shoes")));
    }

    @Test
    void vectorsOfUnequalLength_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InterestModel<>(
                        1, () -> SequenceEncoder.gru(1, 4), () -> new DenseEncoder(1, 5), InterestActivation.SIGMOID))
                .withMessageContaining("4 numbers and the item vector 5");
    }

    @Test
    void rowOfTheWrongLength_isRefusedWithBothLengths() {
        InterestModel<float[][], float[]> model = new InterestModel<>(
                1, () -> SequenceEncoder.gru(1, 4), () -> new DenseEncoder(1, 4), InterestActivation.SIGMOID);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.interest(new float[][] {{1, 2}}, new float[] {1}))
                .withMessageContaining("2 numbers, must have 1");
        assertThatIllegalArgumentException().isThrownBy(() -> model.interest(new float[0][], new float[] {1}));
    }

    @Test
    void lossThatIsNoNumber_stopsTheTraining() {
        InterestModel<float[][], float[]> model = new InterestModel<>(
                1, () -> SequenceEncoder.gru(1, 4), () -> new DenseEncoder(1, 4), InterestActivation.IDENTITY);
        List<Pair<float[][], float[]>> pairs =
                List.of(new Pair<>(new float[][] {{1}}, new float[] {Float.POSITIVE_INFINITY}, 1));
        assertThatThrownBy(() -> model.train(pairs, 3, 0.1))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.TRAINING_DIVERGED))
                .hasMessageContaining("at step 0");
    }
}
