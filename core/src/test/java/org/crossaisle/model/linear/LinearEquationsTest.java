package org.crossaisle.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearEquationsTest {
    @Test
    void equations_areSolved() {
        // 2x + y = 5, x + 3y = 10: x = 1, y = 3
        assertThat(LinearEquations.solve(new double[][] {{2, 1}, {1, 3}}, 5, 10))
                .containsExactly(new double[] {1, 3}, within(1e-12));
    }

    @Test
    void solutionPutBackIn_givesTheRightSide_andNothingIsChanged() {
        Random random = new Random(1);
        int size = 14;
        double[][] roots = new double[size][size];
        for (double[] row : roots) {
            for (int at = 0; at < size; at++) {
                row[at] = random.nextGaussian();
            }
        }
        double[][] matrix = new double[size][size]; // roots * roots' + 1
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                matrix[a][b] = a == b ? 1 : 0;
                for (int at = 0; at < size; at++) {
                    matrix[a][b] += roots[a][at] * roots[b][at];
                }
            }
        }
        double[] right = random.doubles(size).toArray();
        double[] kept = right.clone();
        double[] solution = LinearEquations.solve(matrix, right);
        for (int a = 0; a < size; a++) {
            double sum = 0;
            for (int b = 0; b < size; b++) {
                sum += matrix[a][b] * solution[b];
            }
            assertThat(sum).isCloseTo(right[a], within(1e-9));
        }
        assertThat(right).containsExactly(kept);
    }
}
