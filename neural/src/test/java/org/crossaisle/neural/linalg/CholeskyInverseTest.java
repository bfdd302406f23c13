package org.crossaisle.neural.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import org.bytedeco.javacpp.Pointer;
import org.crossaisle.RecsException;
import org.crossaisle.model.linear.SymmetricInverse;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CholeskyInverseTest {
    private final SymmetricInverse inverse = new CholeskyInverse();

    @Test
    void inverse_isKnownByHandForTwoRows() {
        float[][] matrix = {{3, 1}, {1, 3}};
        inverse.invert(matrix);
        // 1/8 [3 -1; -1 3]
        float[][] expected = {{3f / 8, -1f / 8}, {-1f / 8, 3f / 8}};
        for (int row = 0; row < 2; row++) {
            assertThat(matrix[row]).containsExactly(expected[row], within(1e-6f));
        }
    }

    @RepeatedTest(20)
    void productWithTheInverse_isTheUnit(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int size = 1 + random.nextInt(60);
        float[][] matrix = positiveDefinite(random, size);
        float[][] inverted = copy(matrix);
        inverse.invert(inverted);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    sum += (double) matrix[row][k] * inverted[k][column];
                }
                assertThat(sum).isCloseTo(row == column ? 1 : 0, within(1e-4));
            }
        }
    }

    @Test
    void upperTriangle_isNotRead() {
        float[][] matrix = {{3, Float.NaN}, {1, 3}};
        inverse.invert(matrix);
        assertThat(matrix[0]).containsExactly(new float[] {3f / 8, -1f / 8}, within(1e-6f));
    }

    @Test
    void indefiniteMatrix_isRefused() {
        assertThatThrownBy(() -> inverse.invert(new float[][] {{1, 2}, {2, 1}}))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.TRAINING_DIVERGED))
                .hasMessageContaining("2 rows is not positive definite");
    }

    /** More rows than a block of columns has, against the unit matrix in places drawn by chance. */
    @Test
    void manyBlocks_fitTogether() {
        Random random = new Random(7);
        float[][] matrix = positiveDefinite(random, 2100);
        float[][] inverted = copy(matrix);
        inverse.invert(inverted);
        for (int sample = 0; sample < 20_000; sample++) {
            int row = random.nextInt(2100);
            int column = sample % 10 == 0 ? row : random.nextInt(2100);
            double sum = 0;
            for (int k = 0; k < 2100; k++) {
                sum += (double) matrix[row][k] * inverted[k][column];
            }
            assertThat(sum).isCloseTo(row == column ? 1 : 0, within(1e-4));
            assertThat(inverted[row][column]).isEqualTo(inverted[column][row], within(1e-9f));
        }
    }

    @Test
    void matrixBeyondTheMemory_isRefusedWithBothNumbers() {
        // 4 bytes x (2 x 2000 x 2000 + 4 x 2000 x 1024)
        assertThat(CholeskyInverse.refusal(2000, 64_767_999).orElseThrow())
                .contains("needs 64768000 bytes", "64767999 are free");
        assertThat(CholeskyInverse.refusal(2000, 64_768_000)).isEmpty();
    }

    @Test
    void blocksOfColumns_areReported() {
        List<Integer> reported = new ArrayList<>();
        new CholeskyInverse().invert(positiveDefinite(new Random(1), 1500), reported::add);
        assertThat(reported).containsExactly(0, 1024, 1500);
    }

    @Test
    void memory_isGivenBack() {
        float[][] matrix = positiveDefinite(new Random(1), 1000);
        long before = 0;
        for (int round = 0; round < 50; round++) { // 40 x 8 MB and more would stay
            inverse.invert(copy(matrix));
            if (round == 9) {
                before = Pointer.physicalBytes();
            }
        }
        assertThat(Pointer.physicalBytes() - before).isLessThan(150L << 20);
    }

    private static float[][] copy(float[][] matrix) {
        return Arrays.stream(matrix).map(float[]::clone).toArray(float[][]::new);
    }

    @Test
    void anEmptyMatrix_isTaken() {
        assertThatNoException().isThrownBy(() -> inverse.invert(new float[0][0]));
    }

    @Test
    void serviceLoader_findsIt() {
        assertThat(ServiceLoader.load(SymmetricInverse.class)).hasAtLeastOneElementOfType(CholeskyInverse.class);
    }

    private static float[][] positiveDefinite(Random random, int size) {
        float[][] matrix = new float[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                float value = random.nextFloat() - 0.5f;
                matrix[row][column] = row == column ? size : value; // the diagonal outweighs the rest
                matrix[column][row] = matrix[row][column];
            }
        }
        return matrix;
    }
}
