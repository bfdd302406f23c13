package org.crossaisle.recommend.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.history.History;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.VectorModel;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What every {@link Reranker} does. Extend it with your provider. */
public abstract class RerankerContract {
    private static final int CANDIDATES = 30;
    private static final int PLACES = 10;
    private static final Catalog CATALOG = catalog();

    /** The provider under test. */
    protected abstract RerankerProvider provider();

    private static Catalog catalog() {
        String[] paths = new String[CANDIDATES];
        for (int item = 0; item < CANDIDATES; item++) {
            paths[item] = item == 7 ? "" : "ABC".charAt(item % 3) + ">" + item % 4 + (item % 5 == 0 ? ",D" : "");
        }
        return CandidatePools.catalog(paths);
    }

    private Reranker example() {
        return Rerankers.of(List.of(provider())).read(provider().example()).get(0);
    }

    private static RerankContext context(CandidatePool pool, History history, int places) {
        return new RerankContext(
                pool,
                CandidatePools.levels(CATALOG),
                CandidatePools.level(CATALOG, 0),
                history,
                Optional.of(new Circle(CANDIDATES)),
                places);
    }

    private static CandidatePool pool(long seed) {
        Random random = new Random(seed);
        float[] scores = new float[CANDIDATES];
        for (int at = 0; at < CANDIDATES; at++) {
            scores[at] = CANDIDATES - at + random.nextFloat() / 2;
        }
        return CandidatePools.of(scores, item -> item % 3 == 0);
    }

    private int[] list(CandidatePool pool, PlacePlan plan, CandidateGains gains) {
        return GreedyChoice.list(pool, IntStream.range(0, pool.size()).toArray(), plan, gains);
    }

    @Test
    void example_isReadAndItsTextReadsBackEqual() {
        Rerankers only = Rerankers.of(List.of(provider()));
        Reranker example = example();
        assertThat(example.toString()).startsWith(provider().name());
        assertThat(only.read(example.toString())).containsExactly(example);
        assertThat(provider().usage()).startsWith(provider().name());
        assertThat(provider().help()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
    }

    @Test
    void argumentsOfAnotherForm_areNotRead() {
        assertThat(provider().read(List.of("no", "such", "arguments", "at", "all")))
                .isEmpty();
    }

    @RepeatedTest(20)
    void list_keepsThePlanAndIsTheSameEachTime(RepetitionInfo repetition) {
        CandidatePool pool = pool(repetition.getCurrentRepetition());
        PlacePlan plan = PlacePlan.spread(pool, PLACES, 4);
        RerankContext context = context(pool, History.ofItems(0, 4, 3), PLACES);
        int[] list = list(pool, plan, example().start(context).gains());
        assertThat(Arrays.stream(list).distinct()).hasSize(PLACES);
        assertThat(Arrays.stream(list).filter(pool::matches).count()).isEqualTo(4);
        assertThat(list(pool, plan, example().start(context).gains())).isEqualTo(list);
    }

    @RepeatedTest(20)
    void gains_areNumbersWithinTheirBound(RepetitionInfo repetition) {
        CandidatePool pool = pool(repetition.getCurrentRepetition());
        CandidateGains gains =
                example().start(context(pool, History.ofItems(0, 4, 3), PLACES)).gains();
        for (int place = 0; place < PLACES; place++) {
            for (int candidate = place; candidate < CANDIDATES; candidate++) {
                double bound = gains.atMost(candidate);
                double gain = gains.of(candidate);
                assertThat(gain).isNotNaN().isLessThanOrEqualTo(bound + 1e-12);
                assertThat(gains.of(candidate)).isEqualTo(gain); // to ask changes nothing
            }
            gains.chosen(place);
        }
    }

    @Test
    void measure_isFiniteAndLeavesTheGainsAlone() {
        CandidatePool pool = pool(1);
        Reranking started = example().start(context(pool, History.ofItems(0, 4, 3), PLACES));
        double before = started.gains().of(5);
        int[] first = IntStream.range(0, PLACES).toArray();
        double measured = started.measured().applyAsDouble(first);
        assertThat(measured).isFinite();
        started.gains().chosen(0);
        assertThat(started.measured().applyAsDouble(first)).isCloseTo(measured, within(1e-12));
        Reranking fresh = example().start(context(pool, History.ofItems(0, 4, 3), PLACES));
        assertThat(fresh.gains().of(5)).isEqualTo(before);
        assertThat(started.measure()).matches("[a-z][A-Za-z]*");
    }

    @Test
    void emptyHistoryAndShortPool_stillGiveAList() {
        CandidatePool one = CandidatePools.falling(1, item -> false);
        Reranking started = example().start(context(one, History.EMPTY, 1));
        assertThat(list(one, PlacePlan.open(one, 1), started.gains())).containsExactly(0);
        assertThat(started.measured().applyAsDouble(new int[] {0})).isFinite();
        CandidatePool none = CandidatePools.falling(0, item -> false);
        Reranking empty = example().start(context(none, History.EMPTY, 0));
        assertThat(empty.measured().applyAsDouble(new int[0])).isFinite();
    }

    /** Item vectors on a circle, one degree apart. */
    private record Circle(int items) implements VectorModel {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public void encode(Query query, float[] vector) {
            itemVector(0, vector);
        }

        @Override
        public void itemVector(int item, float[] vector) {
            vector[0] = (float) Math.cos(Math.toRadians(item));
            vector[1] = (float) Math.sin(Math.toRadians(item));
        }

        @Override
        public void score(Query query, float[] scores) {
            Arrays.fill(scores, 0);
        }

        @Override
        public State state() {
            return new State();
        }
    }
}
