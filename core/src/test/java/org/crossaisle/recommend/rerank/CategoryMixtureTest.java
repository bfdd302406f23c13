package org.crossaisle.recommend.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.history.History;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CategoryMixtureTest {
    private static CategoryMixture mixture(
            Catalog catalog, CandidatePool pool, History history, double weight, int size) {
        return new CategoryMixture(
                CategoryMixture.shares(history, CandidatePools.level(catalog, 0)),
                CandidatePools.level(catalog, 0),
                pool,
                weight,
                size);
    }

    @Test
    void divergence_isThatOfStecksFormula() {
        // History A A B, oldest first: weights .81, .9, 1, so p(A) = 1.71/2.71 = .630996, p(B) = .369004.
        // The list A A A A B: q(A) = .8, q(B) = .2; q~ = .99 q + .01 p: .798310, .201690.
        // C = .630996 ln(.630996/.798310) + .369004 ln(.369004/.201690) = -.148408 + .222906 = .074497.
        Catalog catalog = CandidatePools.catalog("A", "A", "A", "A", "B");
        CandidatePool pool = CandidatePools.falling(5, item -> false);
        CategoryMixture mixture = mixture(catalog, pool, History.ofItems(0, 1, 4), 0.5, 5);
        assertThat(mixture.divergence(new int[] {0, 1, 2, 3, 4})).isCloseTo(0.074497, within(1e-6));
        // All of one: p(A) ln(p(A) / (.99 + .01 p(A))) + p(B) ln(100) = .630996 ln(.630996/.996310) + 1.699326.
        assertThat(mixture.divergence(new int[] {0, 1, 2, 3})).isCloseTo(1.411112, within(1e-6));
    }

    @Test
    void itemOfTwoCategories_countsHalfForEach() {
        Catalog catalog = CandidatePools.catalog("A,B", "A", "B");
        CandidatePool pool = CandidatePools.falling(3, item -> false);
        CategoryMixture mixture = mixture(catalog, pool, History.ofItems(0), 0.5, 2); // p = 1/2, 1/2
        assertThat(mixture.divergence(new int[] {0})).isCloseTo(0, within(1e-12));
        assertThat(mixture.divergence(new int[] {1, 2})).isCloseTo(0, within(1e-12));
    }

    /** F of the comment in the class, worked out plainly. */
    private static double value(CategoryMixture mixture, CandidatePool pool, int[] list, double weight) {
        double scores = IntStream.of(list).mapToDouble(pool::value).sum();
        return (1 - weight) * scores + weight * (Math.log(100) - mixture.divergence(list));
    }

    @RepeatedTest(60)
    void greedyList_isWithinItsBoundOfTheBest(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String[] paths = new String[11];
        float[] scores = new float[paths.length];
        for (int item = 0; item < paths.length; item++) {
            paths[item] = "ABCD".charAt(random.nextInt(4)) + (random.nextInt(3) == 0 ? ",E" : "");
            scores[item] = random.nextFloat();
        }
        Arrays.sort(scores);
        for (int at = 0; at < 5; at++) {
            float swap = scores[at];
            scores[at] = scores[10 - at];
            scores[10 - at] = swap;
        }
        boolean hasShare = random.nextBoolean();
        Catalog catalog = CandidatePools.catalog(paths);
        CandidatePool pool = CandidatePools.of(scores, item -> item % 3 == 0);
        History history = History.ofItems(
                IntStream.range(0, 6).map(at -> random.nextInt(11)).toArray());
        double weight = random.nextDouble();
        PlacePlan plan = hasShare ? PlacePlan.spread(pool, 5, 2) : PlacePlan.open(pool, 5);
        CategoryMixture gains = mixture(catalog, pool, history, weight, 5);
        int[] greedy = GreedyChoice.list(pool, IntStream.range(0, 11).toArray(), plan, gains);
        double[] best = {0};
        CandidatePools.choices(11, 5, list -> {
            long matching = IntStream.of(list).filter(pool::matches).count();
            if (!hasShare || matching == 2) {
                best[0] = Math.max(best[0], value(gains, pool, list, weight));
            }
        });
        double bound = hasShare ? 0.5 : 1 - 1 / Math.E;
        assertThat(value(gains, pool, greedy, weight)).isBetween(bound * best[0], best[0] + 1e-9);
        if (!hasShare) {
            assertThat(value(gains, pool, greedy, weight)).isGreaterThan(0.95 * best[0]); // far better than the bound
        }
    }

    @Test
    void gain_isWhatTheValueGrowsBy() {
        Catalog catalog = CandidatePools.catalog("A", "B", "A,B", "C");
        CandidatePool pool = CandidatePools.falling(4, item -> false);
        CategoryMixture mixture = mixture(catalog, pool, History.ofItems(0, 1, 1), 0.7, 4);
        double sum = 0;
        for (int candidate : new int[] {2, 0, 3, 1}) {
            sum += mixture.of(candidate);
            mixture.chosen(candidate);
        }
        assertThat(sum).isCloseTo(value(mixture, pool, new int[] {0, 1, 2, 3}, 0.7), within(1e-9));
    }

    @Test
    void weight_movesTheListFromTheScoresToTheHistory() {
        String[] paths =
                IntStream.range(0, 40).mapToObj(item -> item < 20 ? "A" : "B").toArray(String[]::new);
        Catalog catalog = CandidatePools.catalog(paths);
        CandidatePool pool = CandidatePools.falling(40, item -> false);
        History history = History.ofItems(25, 25, 25, 3); // mostly B
        double before = Double.POSITIVE_INFINITY;
        for (double weight : new double[] {0, 0.5, 0.9, 1}) {
            CategoryMixture gains = mixture(catalog, pool, history, weight, 10);
            int[] list = GreedyChoice.list(pool, IntStream.range(0, 40).toArray(), PlacePlan.open(pool, 10), gains);
            double divergence = gains.divergence(list);
            assertThat(divergence).as("weight %s", weight).isLessThanOrEqualTo(before);
            before = divergence;
        }
        assertThat(before).isLessThan(0.01);
    }
}
