package org.crossaisle.evaluate.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
    private static final Map<String, int[]> SUBSETS = new LinkedHashMap<>();

    static {
        SUBSETS.put("all", new int[] {0, 1, 2, 3});
        SUBSETS.put("cross@0", new int[] {1, 2, 3});
        SUBSETS.put("within@1", new int[] {0, 1});
        SUBSETS.put("cross@1", new int[] {2, 3});
        SUBSETS.put("cross@2", new int[0]);
    }

    private static TargetValues values(double[] ndcg, double[] hit) {
        return TargetValues.of(Map.of("ndcg@10", ndcg, "hit[1]@5", hit));
    }

    private static List<Comparison> compared() {
        return new Comparisons(SUBSETS, new int[] {0, 0, 1, 2}, Comparisons.acrossCategories(SUBSETS))
                .of(
                        "own",
                        values(new double[] {1, .5, .5, 0}, new double[] {0, 0, 1, 1}),
                        "reference",
                        values(new double[] {1, 0, .25, .25}, new double[] {1, 1, 0, 1}));
    }

    @Test
    void claims_areTheTwoPrimaries_andTheHitWhereTheyCrossDeepest() {
        assertThat(Comparisons.acrossCategories(SUBSETS))
                .containsExactly(
                        new Claim("all", "ndcg@10", true),
                        new Claim("cross@1", "ndcg@10", true),
                        new Claim("cross@1", "hit[1]@5", false));
        assertThat(Comparisons.acrossCategories(Map.of("all", new int[] {0})))
                .containsExactly(new Claim("all", "ndcg@10", true));
    }

    /** All: (0 + .5 + .25 - .25) / 4 of a mean of .375. Across: (.25 - .25) / 2. Hits: 1 against .5. */
    @Test
    void difference_isOfTheMeans_andRelativeToTheReferences() {
        List<Comparison> compared = compared();
        assertThat(compared.get(0).difference()).isCloseTo(.125, within(1e-12));
        assertThat(compared.get(0).relative()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(compared.get(1).difference()).isZero();
        assertThat(compared.get(2).difference()).isCloseTo(.5, within(1e-12));
        assertThat(compared.get(2).relative()).isCloseTo(1, within(1e-12));
        assertThat(compared.get(2).toText())
                .startsWith("own against reference, hit[1]@5 on cross@1: +0.5000 (+100.0 %) [+0.0000, +1.0000], p = ");
    }

    /**
     * Of the hits the differences are 1 and 0: a quarter of the draws has 0, twice that is p, and Holm leaves it alone.
     */
    @Test
    void hit_isNotCorrected_thePrimariesAre() {
        List<Comparison> compared = compared();
        double alone = Bootstrap.DEFAULT
                .of(new int[] {0, 0, 1, 2}, new double[] {0, .5, .25, -.25})
                .pValue();
        assertThat(compared.get(0).pValue()).isEqualTo(Math.min(1, 2 * alone)).isGreaterThan(alone);
        assertThat(compared.get(2).pValue()).isCloseTo(.5, within(.02));
    }

    @Test
    void metricThatOnlyOneHas_isNotCompared() {
        Comparisons comparisons = new Comparisons(
                SUBSETS, new int[] {0, 0, 1, 2}, List.of(new Claim("all", "ndcg@10", true), new Claim("x", "y", true)));
        TargetValues some = TargetValues.of(Map.of("ndcg@10", new double[4]));
        assertThat(comparisons.of("a", some, "b", TargetValues.of(Map.of("mrr@10", new double[4]))))
                .isEmpty();
        Comparison same = comparisons.of("a", some, "b", some).get(0);
        assertThat(same.relative()).isNaN();
        assertThat(same.toText()).contains(": +0.0000 [").endsWith(", a tie");
        assertThat(same.asMap()).doesNotContainKey("relative");
    }

    @Test
    void figureThatOnlyOneHas_isSetBesideWhatStandsForIt() {
        Comparisons comparisons = new Comparisons(
                SUBSETS, new int[] {0, 1, 2, 3}, List.of(new Claim("all", "predicted", false, "first")));
        TargetValues predicts =
                TargetValues.of(Map.of("first", new double[] {0, 0, 0, 1}, "predicted", new double[] {1, 1, 0, 1}));
        TargetValues ranks = TargetValues.of(Map.of("first", new double[] {1, 0, 0, 0}));
        assertThat(comparisons.of("a", predicts, "b", ranks)).singleElement().satisfies(one -> {
            assertThat(one.metric()).isEqualTo("predicted");
            assertThat(one.difference()).isCloseTo(0.5, within(1e-12)); // (0 + 1 + 0 + 1) / 4
        });
        assertThat(comparisons.of("b", ranks, "a", predicts).get(0).difference())
                .isCloseTo(-0.5, within(1e-12));
        assertThat(comparisons.of("b", ranks, "c", ranks)).isEmpty();
        assertThat(comparisons.of("a", predicts, "d", TargetValues.of(Map.of("hit", new double[4]))))
                .isEmpty();
    }
}
