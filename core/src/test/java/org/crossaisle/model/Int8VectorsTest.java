package org.crossaisle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class Int8VectorsTest {
    /** The scale of the first row is 2 / 127: 1 is 63.5 scales, which round to 64, and -0.1 is -6.35. */
    @Test
    void numbers_areTheNearestMultiplesOfTheirRowsScale() {
        Int8Vectors vectors = Int8Vectors.of(new float[] {1, -2, -0.1f, 0, 0, 0}, 3);
        assertThat(vectors.scale(0)).isEqualTo(2 / 127f);
        assertThat(new byte[] {vectors.value(0, 0), vectors.value(0, 1), vectors.value(0, 2)})
                .containsExactly(64, -127, -6);
        assertThat(vectors.dot(1, vectors, 0)).isZero();
    }

    /**
     * With x' = x + e and y' = y + f, where no number of e is beyond half a scale a of x, and none of f beyond half a
     * scale b of y: |x y - x' y'| = |x f + e y'| <= |x| b / 2 + |y'| a / 2, lengths being sums of absolute values.
     */
    @RepeatedTest(100)
    void dot_isWithinTheBoundOfRounding(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int dimension = 1 + random.nextInt(100);
        float[] x = gaussians(random, dimension, Math.exp(random.nextGaussian()));
        float[] y = gaussians(random, dimension, 1);
        Int8Vectors one = Int8Vectors.of(x, dimension);
        Int8Vectors other = Int8Vectors.of(y, dimension);
        double exact = 0;
        double plain = 0;
        double bound = 0;
        float[] back = other.floats();
        for (int at = 0; at < dimension; at++) {
            exact += (double) x[at] * y[at];
            plain += (double) one.value(0, at) * one.scale(0) * back[at];
            bound += Math.abs(x[at]) * other.scale(0) / 2 + Math.abs(back[at]) * one.scale(0) / 2;
        }
        assertThat(Math.abs(one.dot(0, other, 0) - plain)).isLessThan(1e-5 * (1 + Math.abs(plain)));
        assertThat(Math.abs(one.dot(0, other, 0) - exact)).isLessThan(bound * 1.001 + 1e-6);
    }

    private static float[] gaussians(Random random, int size, double deviation) {
        float[] values = new float[size];
        for (int at = 0; at < size; at++) {
            values[at] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }

    @Test
    void stateGivesTheSameVectors() {
        Int8Vectors vectors = Int8Vectors.of(gaussians(new Random(1), 12, 1), 4);
        State state = new State();
        vectors.putInto(state, "v");
        Int8Vectors back = Int8Vectors.read(state, "v");
        assertThat(back.size()).isEqualTo(3);
        assertThat(back.dimension()).isEqualTo(4);
        assertThat(back.floats()).containsExactly(vectors.floats());
    }

    @Test
    void verySmallNumbers_doNotOverflow() {
        float tiny = Float.MIN_VALUE;
        assertThat(Int8Vectors.of(new float[] {tiny, -tiny}, 2).floats()).containsExactly(0, 0);
        assertThat(Int8Vectors.of(new float[] {100 * tiny, -30 * tiny}, 2).value(0, 0))
                .isEqualTo((byte) 100);
    }
}
