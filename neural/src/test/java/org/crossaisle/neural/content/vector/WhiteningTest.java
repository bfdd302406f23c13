package org.crossaisle.neural.content.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WhiteningTest {
    private static final Offset<Double> CLOSE = within(2e-3);

    /*
     * (2, 1), (1, 2), (-2, -1), (-1, -2) around (10, 20). The covariance is ((2.5, 2), (2, 2.5)): variance 4.5 along
     * (1, 1) / sqrt 2 and 0.5 along (1, -1) / sqrt 2. So (2, 1) becomes (3 / sqrt 2 / sqrt 4.5, 1 / sqrt 2 / sqrt 0.5)
     * = (1, 1) and (1, 2) becomes (1, -1).
     */
    private static final float[][] WORKED = {{12, 21}, {11, 22}, {8, 19}, {9, 18}, {16, 26}};

    @Test
    void workedExample_comesOutAsWorked() {
        float[][] whitened = Whitening.fit(WORKED, first(4), 2).apply(WORKED, first(5));
        assertRow(whitened[0], 1, 1);
        assertRow(whitened[1], 1, -1);
        assertRow(whitened[2], -1, -1);
        assertRow(whitened[3], -1, 1);
        assertRow(whitened[4], 4, 0); // not fitted on: (6, 6) is 12 / sqrt 2 / sqrt 4.5 along the first direction
    }

    @Test
    void cutToOneDirection_keepsThatOfTheGreatestVariance() {
        Whitening whitening = Whitening.fit(WORKED, first(4), 1);
        assertThat(whitening.dimension()).isEqualTo(1);
        assertRow(whitening.apply(WORKED, first(5))[4], 4);
    }

    @Test
    void fittedVectors_haveMeanZeroAndUnitCovariance() {
        int dimension = 24;
        int fitted = 5_000; // more than one chunk
        float[][] rows = random(fitted + 500, dimension);
        float[][] whitened = Whitening.fit(rows, first(fitted), dimension).apply(rows, first(rows.length));
        for (int a = 0; a < dimension; a++) {
            double mean = 0;
            for (int row = 0; row < fitted; row++) {
                mean += whitened[row][a] / fitted;
            }
            assertThat(mean).isCloseTo(0, CLOSE);
            for (int b = 0; b < dimension; b++) {
                double covariance = 0;
                for (int row = 0; row < fitted; row++) {
                    covariance += (double) whitened[row][a] * whitened[row][b] / fitted;
                }
                assertThat(covariance).as("%d, %d", a, b).isCloseTo(a == b ? 1 : 0, CLOSE);
            }
        }
    }

    @Test
    void rowsNotFittedOn_changeNothing() {
        float[][] rows = random(300, 8);
        float[][] before = Whitening.fit(rows, first(200), 8).apply(rows, first(200));
        for (int row = 200; row < 300; row++) {
            rows[row] = new float[] {9, 9, 9, 9, 9, 9, 9, 1000};
        }
        assertThat(Whitening.fit(rows, first(200), 8).apply(rows, first(200))).isDeepEqualTo(before);
    }

    @Test
    void directionsWithoutVariance_areLeftOut() {
        float[][] rows = random(300, 8);
        for (float[] row : rows) {
            row[3] = 5;
            row[4] = row[0] - row[1];
        }
        assertThat(Whitening.fit(rows, first(300), 8).dimension()).isEqualTo(6);
        assertThat(Whitening.fit(rows, first(4), 8).dimension()).isEqualTo(3);
        assertThat(Whitening.fit(rows, first(1), 8).dimension()).isZero();
        assertThat(Whitening.fit(rows, first(0), 8).dimension()).isZero();
    }

    @Test
    void rowsThatAreAbsent_areZero() {
        float[][] rows = {{12, 21}, {11, 22}, {8, 19}, {9, 18}, {}};
        assertThat(Whitening.fit(rows, first(4), 2).apply(rows, first(4))[4]).containsExactly(0, 0);
    }

    private static BitSet first(int count) {
        BitSet set = new BitSet();
        set.set(0, count);
        return set;
    }

    /** Correlated, of different variances, and away from zero. */
    private static float[][] random(int count, int dimension) {
        Random random = new Random(5);
        float[][] mixing = new float[dimension][dimension];
        for (float[] row : mixing) {
            for (int at = 0; at < dimension; at++) {
                row[at] = (float) random.nextGaussian();
            }
        }
        float[][] rows = new float[count][dimension];
        for (float[] row : rows) {
            for (int from = 0; from < dimension; from++) {
                float value = (float) random.nextGaussian();
                for (int at = 0; at < dimension; at++) {
                    row[at] += value * mixing[from][at] + 3;
                }
            }
            for (int at = 0; at < dimension; at++) {
                row[at] += (float) (2 * random.nextGaussian());
            }
        }
        return rows;
    }

    private static void assertRow(float[] row, double... expected) {
        assertThat(row).hasSize(expected.length);
        for (int at = 0; at < expected.length; at++) {
            assertThat((double) row[at]).isCloseTo(expected[at], CLOSE);
        }
    }
}
