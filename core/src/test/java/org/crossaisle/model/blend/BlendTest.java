package org.crossaisle.model.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.count.ItemKnn;
import org.crossaisle.model.count.Popular;
import org.crossaisle.model.count.Transitions;
import org.crossaisle.model.linear.Ease;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BlendTest extends ModelContract {
    @Override
    protected Trainer trainer() {
        return new Blend(List.of(new Popular(), new ItemKnn(), new Transitions()), List.of(0.5, 1.0, 2.0), 20);
    }

    /** A part that scores every query alike, whatever it is fitted on. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Fixed(float... scores) implements Trainer, Model {
        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public Model fit(Dataset data, TrainingRun run) {
            return this;
        }

        @Override
        public Model load(State state, Catalog catalog) {
            return this;
        }

        @Override
        public int items() {
            return scores.length;
        }

        @Override
        public void score(Query query, float[] into) {
            System.arraycopy(scores, 0, into, 0, scores.length);
        }

        @Override
        public State state() {
            return new State().put("scores", scores);
        }
    }

    /**
     * Two parts, two proposals each: the first proposes items 0 and 1, the second 1 and 2. Over the union {0, 1, 2} the
     * first scores 4, 2, 0 (mean 2, deviation sqrt(8/3) = 1.63299): 1.22474, 0, -1.22474; the second 0, 2, 4: the
     * negatives. With weights 1 and .5 the sums are .61237, 0, -.61237. Item 3 was proposed by nobody and stands below
     * all.
     */
    @Test
    void proposalsWorkedByHand_areSummedAsZScores() {
        Dataset data = Shops.ofItems(4, new int[] {3}, new int[] {3});
        Blend blend = new Blend(List.of(new Fixed(4, 2, 0, -9), new Fixed(0, 2, 4, -9)), List.of(1.0, 0.5), 2);
        float[] scores = Shops.scores(blend.fit(data, TrainingRun.withSeed(1)));
        assertThat(scores[0]).isCloseTo(0.61237f, within(1e-4f));
        assertThat(scores[1]).isCloseTo(0f, within(1e-4f));
        assertThat(scores[2]).isCloseTo(-0.61237f, within(1e-4f));
        assertThat(scores[3]).isLessThan(scores[2]);
    }

    @Test
    void weights_areLearntFromWhatUsersTookNext() {
        // Item 0 is always next. The first part knows it, the second is sure of item 1.
        Dataset data = Shops.ofItems(4, new int[] {2, 3, 2, 0}, new int[] {3, 2, 3, 0}, new int[] {2, 2, 3, 0});
        List<Target> validation = new ArrayList<>();
        for (int user = 0; user < 3; user++) {
            validation.add(new Target(user, data.history(user).first(3), 0, History.NO_TIME));
        }
        Blend open = new Blend(List.of(new Fixed(1, 0, 0, 0), new Fixed(0, 9, 0, 0)), List.of(), 4);
        Trainer.Chosen chosen = open.choose(data, validation, TrainingRun.withSeed(1));
        assertThat(chosen.frozen().recipe()).isEqualTo(open); // what was learnt is no setting
        List<Double> learnt = chosen.frozen().fitted().numbers("weights").orElseThrow();
        assertThat(learnt.get(0)).isEqualTo(1.0);
        assertThat(learnt.get(1)).isLessThan(1.0);
        float[] scores = Shops.scores(chosen.model(), 2, 3);
        assertThat(scores[0]).isGreaterThan(scores[1]);
    }

    @Test
    void partThatIsTooLarge_isLeftOut() {
        Dataset data = Shops.random(2, 60, 40);
        Blend blend = new Blend(List.of(new Ease(10, 1, 0.5, 3), new ItemKnn()), List.of(), 20);
        Split split = new LeaveOneOut().of(data);
        Trainer.Chosen chosen = blend.choose(split.fit(), split.validation(), TrainingRun.withSeed(1));
        Model alone = new Blend(List.of(new ItemKnn()), List.of(1.0), 20).fit(split.fit(), TrainingRun.withSeed(1));
        Query query = Query.of(data.history(1), History.NO_TIME);
        assertThat(blend.feasibility(data).refusal()).isEmpty();
        assertThat(blend.feasibility(data).leftOut())
                .singleElement()
                .asString()
                .startsWith("ease: ease would invert a matrix of ");
        assertThat(blend.cost(data)).isEqualTo(new ItemKnn().cost(data));
        assertThat(order(Shops.scores(chosen.model(), query), 5)).isEqualTo(order(Shops.scores(alone, query), 5));
        Model again = chosen.frozen().load(chosen.model().state(), data.catalog());
        assertThat(Shops.scores(again, query)).containsExactly(Shops.scores(chosen.model(), query));
    }

    /** Tells with which seed it was trained. */
    private record Seeded(List<Long> seeds) implements Trainer {
        @Override
        public String name() {
            return "seeded";
        }

        @Override
        public Model fit(Dataset data, TrainingRun run) {
            seeds.add(run.seed());
            return new Popular().fit(data, run);
        }

        @Override
        public Model load(State state, Catalog catalog) {
            return new Popular().load(state, catalog);
        }
    }

    @Test
    void partNamedAgain_hasAnotherSeed_whenItIsChosenAndWhenItIsFitted() {
        Split split = new LeaveOneOut().of(Shops.random(2, 60, 40));
        List<Long> seeds = new ArrayList<>();
        List<Trainer> parts = List.of(new Seeded(seeds), new ItemKnn(), new Seeded(seeds), new Seeded(seeds));
        Trainer.Chosen chosen = new Blend(parts, List.of(1.0, 1.0, 1.0, 1.0), 20)
                .choose(split.fit(), split.validation(), TrainingRun.withSeed(7));
        assertThat(seeds).hasSize(3).doesNotHaveDuplicates().startsWith(7L).doesNotContain(8L, 9L);
        assertThat(chosen.model().parts()).containsOnlyKeys("seeded", "itemknn", "seeded 3", "seeded 4");
        assertThat(chosen.frozen().fitted()).isEqualTo(Fitted.NONE); // the weights are given
        chosen.frozen().fit(split.fit(), TrainingRun.withSeed(7));
        assertThat(seeds.subList(3, 6)).isEqualTo(seeds.subList(0, 3));
    }

    /** The best items that were not in any history, best first. */
    private static List<Integer> order(float[] scores, int count) {
        return java.util.stream.IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Float.compare(scores[b], scores[a]))
                .limit(count)
                .toList();
    }

    @RepeatedTest(50)
    void proposals_areTheBestOfASort(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        float[] scores = new float[25];
        for (int item = 0; item < scores.length; item++) {
            scores[item] = random.nextInt(6);
        }
        BlendUnion union = new BlendUnion(List.of(new Fixed(scores)), 7);
        Query query = Query.of(History.EMPTY, History.NO_TIME);
        union.score(List.of(query));
        union.select(0, query);
        float[] sorted = scores.clone();
        Arrays.sort(sorted);
        List<Float> kept = new ArrayList<>();
        for (int at = 0; at < union.size(); at++) {
            kept.add(scores[union.item(at)]);
        }
        List<Float> expected = new ArrayList<>();
        for (int at = 18; at < 25; at++) {
            expected.add(sorted[at]);
        }
        kept.sort(null);
        assertThat(kept).isEqualTo(expected);
    }

    @Test
    void everyPartTooLarge_isAFailure() {
        Dataset data = Shops.random(2, 60, 40);
        Blend blend = new Blend(List.of(new Ease(10, 1, 0.5, 3)), List.of(), 20);
        assertThat(blend.feasibility(Shops.random(2, 60, 40)).refusal()).isPresent();
        assertThatThrownBy(() -> blend.fit(data, TrainingRun.withSeed(1)))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.TOO_LARGE));
        Split split = new LeaveOneOut().of(data);
        assertThatThrownBy(() -> blend.choose(split.fit(), split.validation(), TrainingRun.withSeed(1)))
                .hasMessageContaining("every part of the blend");
    }

    @Test
    void moreQueriesThanFitABatch_areScoredAsEachAlone() {
        Dataset data = Shops.random(3, 150, 40);
        Model model = trainer().fit(data, TrainingRun.withSeed(1));
        for (int count : new int[] {150, 3, 65}) {
            List<Query> queries = new ArrayList<>();
            for (int user = 0; user < count; user++) {
                queries.add(Query.of(data.history(user), History.NO_TIME));
            }
            float[][] together = new float[count][40];
            model.score(queries, together);
            for (int row = 0; row < count; row++) {
                assertThat(together[row]).containsExactly(Shops.scores(model, queries.get(row)));
            }
        }
    }

    @Test
    void frozenRecipe_givesTheChosenModelAgain() {
        Split split = new LeaveOneOut().of(Shops.random(4, 80, 40));
        Blend open = new Blend(List.of(new Popular(), new ItemKnn(), new Transitions()), List.of(), 10);
        Trainer.Chosen chosen = open.choose(split.fit(), split.validation(), TrainingRun.withSeed(1));
        Model again = chosen.frozen().fit(split.fit(), TrainingRun.withSeed(1));
        for (Target target : split.test()) {
            Query query = Query.of(target.history(), target.time());
            assertThat(Shops.scores(again, query)).containsExactly(Shops.scores(chosen.model(), query));
        }
        assertThat(chosen.frozen().fitted().numbers("weights").orElseThrow())
                .hasSize(3)
                .contains(1.0);
    }

    /** The search against trying every weight of a grid: it may do better, and must not do worse. */
    @RepeatedTest(10)
    void learntWeights_areAtLeastAsGoodAsThoseOfAGrid(RepetitionInfo repetition) {
        Split split = new LeaveOneOut().of(Shops.random(repetition.getCurrentRepetition(), 80, 30));
        List<Trainer> parts = List.of(new Popular(), new ItemKnn());
        Trainer.Chosen chosen =
                new Blend(parts, List.of(), 30).choose(split.fit(), split.validation(), TrainingRun.withSeed(1));
        double best = 0;
        for (double second : new double[] {0, 1}) {
            for (double first : new double[] {0, 1}) {
                if (first + second > 0) {
                    Model model =
                            new Blend(parts, List.of(first, second), 30).fit(split.fit(), TrainingRun.withSeed(1));
                    best = Math.max(best, ndcg(model, split.validation()));
                }
            }
        }
        assertThat(ndcg(chosen.model(), split.validation())).isGreaterThanOrEqualTo(best - 1e-9);
    }

    /** Ranks by sorting what is not in the history; ties count against the target. */
    private static double ndcg(Model model, List<Target> targets) {
        double sum = 0;
        for (Target target : targets) {
            float[] scores = Shops.scores(model, Query.of(target.history(), target.time()));
            int rank = 0;
            for (int item = 0; item < scores.length; item++) {
                rank += scores[item] >= scores[target.item()]
                                && !target.history().contains(item)
                        ? 1
                        : 0;
            }
            sum += rank > 0 && rank <= 10 && !target.history().contains(target.item())
                    ? Math.log(2) / Math.log(1.0 + rank)
                    : 0;
        }
        return sum / targets.size();
    }

    @Test
    void weightsThatDoNotFit_areRefused() {
        Blend open = new Blend(List.of(new Popular(), new ItemKnn()), List.of(), 5);
        Fitted three = Fitted.NONE.with("weights", List.of(1.0, 1.0, 1.0));
        assertThatThrownBy(() -> open.fit(Shops.random(1, 60, 40), three, TrainingRun.withSeed(1)))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("named weights are 3 numbers, expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Blend(List.of(new Popular()), List.of(1.0, 2.0), 5))
                .withMessageContaining("2 weights for 1 parts");
        assertThatIllegalArgumentException().isThrownBy(() -> new Blend(List.of(new Popular()), List.of(-1.0), 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Blend(List.of(), List.of(), 5));
    }
}
