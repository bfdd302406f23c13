package org.crossaisle.model.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConditionalLogitTest {
    private static final double[] TRUE = {1.5, -0.8, 0.4};

    /** Choices among five alternatives, drawn from the model itself. */
    private static List<ConditionalLogit.Example> drawn(int count, long seed) {
        Random random = new Random(seed);
        List<ConditionalLogit.Example> examples = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            float[] features = new float[5 * TRUE.length];
            for (int value = 0; value < features.length; value++) {
                features[value] = (float) random.nextGaussian();
            }
            float[] probabilities = new float[5];
            ConditionalLogit.probabilities(features, TRUE, probabilities);
            double draw = random.nextDouble();
            int taken = 0;
            while (taken < 4 && draw >= probabilities[taken]) {
                draw -= probabilities[taken++];
            }
            examples.add(new ConditionalLogit.Example(features, new int[] {taken}));
        }
        return examples;
    }

    @Test
    void probabilities_areTheSoftmaxOfTheSums() {
        float[] probabilities = new float[2];
        // sums 1 * 2 = 2 and 1 * 1 = 1: e^2 / (e^2 + e^1) = 0.731
        ConditionalLogit.probabilities(new float[] {2, 1}, new double[] {1}, probabilities);
        assertThat(probabilities[0]).isCloseTo(0.7310586f, within(1e-6f));
        assertThat(probabilities[0] + probabilities[1]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void weightsThatMadeTheChoices_areFoundAgain() {
        double[] learnt = ConditionalLogit.learn(drawn(20_000, 1), new double[3]);
        assertThat(learnt).containsExactly(TRUE, within(0.06));
    }

    @Test
    void learntWeights_areBetterThanAnyBesideThem() {
        List<ConditionalLogit.Example> examples = drawn(500, 2);
        double[] learnt = ConditionalLogit.learn(examples, new double[3]);
        for (int feature = 0; feature < 3; feature++) {
            for (double step : new double[] {-0.1, 0.1}) {
                double[] other = learnt.clone();
                other[feature] += step;
                assertThat(objective(examples, other)).isLessThan(objective(examples, learnt));
            }
        }
    }

    private static double objective(List<ConditionalLogit.Example> examples, double... weights) {
        double value = ConditionalLogit.likelihood(examples, weights);
        for (double weight : weights) {
            value -= 1e-3 * weight * weight / 2;
        }
        return value;
    }

    @Test
    void severalRightAlternatives_countTogether() {
        float[] features = {1, 0, 0};
        ConditionalLogit.Example both = new ConditionalLogit.Example(features, new int[] {0, 1});
        // probabilities at w = ln 2: 2/4, 1/4, 1/4
        assertThat(ConditionalLogit.likelihood(List.of(both), new double[] {Math.log(2)}))
                .isCloseTo(Math.log(0.75), within(1e-6));
    }
}
