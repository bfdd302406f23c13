package org.crossaisle.recommend.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.VectorModel;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The fast ways of {@link Mmr} and {@link Dpp} against their formulas. */
class DiversityTest {
    private static final int SIZE = 12;

    private record Case(
            CandidatePool pool,
            CategorySimilarities similarities,
            List<float[]> matrix,
            PlacePlan plan,
            double weight) {
        static Case random(long seed) {
            Random random = new Random(seed);
            String[] paths = new String[SIZE];
            float[] scores = new float[SIZE];
            for (int item = 0; item < SIZE; item++) {
                paths[item] = "AB".charAt(random.nextInt(2)) + ">" + random.nextInt(3) + ">" + random.nextInt(2);
                scores[item] = (float) (SIZE - item + random.nextDouble() / 2);
            }
            Catalog catalog = CandidatePools.catalog(paths);
            CandidatePool pool = CandidatePools.of(scores, item -> item % 2 == 0);
            PlacePlan plan = random.nextBoolean() ? PlacePlan.open(pool, 6) : PlacePlan.spread(pool, 6, 2);
            CategorySimilarities similarities = new CategorySimilarities(pool, CandidatePools.levels(catalog));
            List<float[]> matrix = new ArrayList<>();
            for (int at = 0; at < SIZE; at++) {
                float[] row = new float[SIZE];
                similarities.of(at, row);
                matrix.add(row);
            }
            return new Case(pool, similarities, matrix, plan, random.nextDouble());
        }

        int[] list(CandidateGains gains) {
            return GreedyChoice.list(pool, IntStream.range(0, SIZE).toArray(), plan, gains);
        }
    }

    /** The determinant of the similarities of these, by the sum over the first row. */
    private static double determinant(List<float[]> matrix, List<Integer> rows, List<Integer> columns) {
        if (rows.isEmpty()) {
            return 1;
        }
        double sum = 0;
        for (int at = 0; at < columns.size(); at++) {
            List<Integer> others = new ArrayList<>(columns);
            others.remove(at);
            double minor = determinant(matrix, rows.subList(1, rows.size()), others);
            sum += (at % 2 == 0 ? 1 : -1) * matrix.get(rows.get(0))[columns.get(at)] * minor;
        }
        return sum;
    }

    private static double logDeterminant(List<float[]> matrix, List<Integer> list) {
        return Math.log(determinant(matrix, list, list));
    }

    @RepeatedTest(40)
    void dpp_isTheGreedyChoiceByWholeDeterminants(RepetitionInfo repetition) {
        Case each = Case.random(repetition.getCurrentRepetition());
        DppGains gains = new DppGains(each.pool, each.similarities, each.weight, 6);
        List<Integer> naive = new ArrayList<>();
        for (int place = 0; place < 6; place++) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int item = 0; item < SIZE; item++) {
                if (!naive.contains(item) && each.plan.admits(place, each.pool.matches(item))) {
                    List<Integer> with = new ArrayList<>(naive);
                    with.add(item);
                    double gain = (1 - each.weight) * each.pool.value(item)
                            + each.weight * (logDeterminant(each.matrix, with) - logDeterminant(each.matrix, naive));
                    if (gain > most + 1e-6) {
                        best = item;
                        most = gain;
                    }
                }
            }
            naive.add(best);
        }
        int[] list = each.list(gains);
        assertThat(IntStream.of(list).boxed().toList()).isEqualTo(naive);
        double expected = logDeterminant(each.matrix, naive);
        assertThat(gains.logDeterminant()).isCloseTo(expected, within(1e-4));
        assertThat(each.similarities.logDeterminant(list)).isCloseTo(expected / 6, within(1e-5));
    }

    @RepeatedTest(40)
    void mmr_isTheGreedyChoiceByItsFormula(RepetitionInfo repetition) {
        Case each = Case.random(repetition.getCurrentRepetition());
        List<Integer> naive = new ArrayList<>();
        for (int place = 0; place < 6; place++) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int item = 0; item < SIZE; item++) {
                if (!naive.contains(item) && each.plan.admits(place, each.pool.matches(item))) {
                    int candidate = item;
                    double alike = naive.stream()
                            .mapToDouble(other -> each.matrix.get(candidate)[other])
                            .max()
                            .orElse(0);
                    double marginal = (1 - each.weight) * each.pool.value(item) - each.weight * alike;
                    if (marginal > most + 1e-9) {
                        best = item;
                        most = marginal;
                    }
                }
            }
            naive.add(best);
        }
        int[] list = each.list(new MmrGains(each.pool, each.similarities, each.weight));
        assertThat(IntStream.of(list).boxed().toList()).isEqualTo(naive);
    }

    @Test
    void similarity_isTheShareOfWhatItemsStandBelow() {
        Catalog catalog = CandidatePools.catalog("A>x>1", "A>x>1", "A>x>2", "A>y", "B>x", "", "A>x>1,B>x");
        CandidatePool pool = CandidatePools.falling(7, item -> false);
        float[] row = new float[7];
        new CategorySimilarities(pool, CandidatePools.levels(catalog)).of(0, row);
        // Features of item 0: A, A>x, A>x>1 and itself, length 2; item 3: A, A>y, itself; item 6: item 0's and B, B>x,
        // itself.
        assertThat(row[0]).isEqualTo(1);
        assertThat(row[1]).isEqualTo(3 / 4f);
        assertThat(row[2]).isEqualTo(2 / 4f);
        assertThat(row[3]).isCloseTo((float) (1 / (2 * Math.sqrt(3))), within(1e-6f));
        assertThat(row[4]).isZero();
        assertThat(row[5]).isZero();
        for (int other = 0; other < 7; other++) {
            assertThat(new CategorySimilarities(pool, CandidatePools.levels(catalog)).of(0, other))
                    .isCloseTo(row[other], within(1e-6));
        }
        assertThat(row[6]).isCloseTo((float) (3 / (2 * Math.sqrt(6))), within(1e-6f));
    }

    @Test
    void similarityByVectors_isTheirCosine() {
        float[][] vectors = {{3, 4}, {4, 3}, {-3, -4}, {0, 0}};
        VectorModel model = new VectorModel() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public void encode(Query query, float[] vector) {}

            @Override
            public void itemVector(int item, float[] vector) {
                System.arraycopy(vectors[item], 0, vector, 0, 2);
            }

            @Override
            public int items() {
                return 4;
            }

            @Override
            public void score(Query query, float[] scores) {}

            @Override
            public State state() {
                return new State();
            }
        };
        Similarities similarities = new VectorSimilarities(CandidatePools.falling(4, item -> false), model);
        float[] row = new float[4];
        similarities.of(0, row);
        double[] expected = {1, 24 / 25.0, -1, 0};
        for (int other = 0; other < 4; other++) {
            assertThat((double) row[other]).isCloseTo(expected[other], within(1e-6));
            assertThat(similarities.of(0, other)).isCloseTo(expected[other], within(1e-6));
        }
        assertThat(similarities.meanDistance(new int[] {0, 1, 2}))
                .isCloseTo((1 / 25.0 + 2 + 49 / 25.0) / 3, within(1e-6));
    }

    @Test
    void itemsThatAreTheSame_areStillListedByDpp() {
        CandidatePool pool = CandidatePools.falling(3, item -> false);
        Similarities same = new Similarities() {
            @Override
            public void of(int candidate, float[] into) {
                Arrays.fill(into, 1);
            }

            @Override
            public double of(int candidate, int other) {
                return 1;
            }
        };
        int[] list =
                GreedyChoice.list(pool, new int[] {0, 1, 2}, PlacePlan.open(pool, 3), new DppGains(pool, same, 0.5, 3));
        assertThat(list).containsExactly(0, 1, 2);
    }

    @Test
    void weightOutsideItsRange_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mmr(1.1, Similarity.CATEGORIES))
                .withMessageContaining("weight of mmr is 1.1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Dpp(Double.NaN, Similarity.VECTORS));
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibrated(-0.1));
    }
}
