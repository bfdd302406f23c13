package org.crossaisle.neural.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.RecsException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.history.History;
import org.crossaisle.model.CalibratedModel;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.count.Popular;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.layer.LayerNorm;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.train.Schedule;
import org.crossaisle.retrieve.BestCandidates;
import org.crossaisle.retrieve.Candidate;
import org.junit.jupiter.api.Test;

/** What every family of rankers must do as a recipe. */
abstract class RankedContract extends ModelContract {
    private static final int ITEMS = 30;

    /** The retriever's score counts for nothing. */
    private static final Fitted RANKER_ALONE =
            Fitted.NONE.with("retrieverWeight", List.of(0.0)).with("calibration", List.of(1.0, 0.0));

    /** Small settings of the family, with some dropout. */
    protected abstract RankerSettings ranker();

    /** The same with one setting changed, once for each. */
    protected abstract List<RankerSettings> changes();

    @Override
    protected Trainer trainer() {
        return small(10);
    }

    @Override
    protected float batchTolerance() {
        return 1e-4f;
    }

    private Ranked small(int candidates) {
        return small(candidates, 12);
    }

    private Ranked small(int candidates, int epochs) {
        return new Ranked(
                new Popular(),
                candidates,
                8,
                4,
                ItemVectors.Settings.DEFAULTS,
                ranker(),
                6,
                new Schedule(1e-2, 5, 32, epochs, 3));
    }

    /** Item 2 k + 1 always follows item 2 k; popularity cannot tell. */
    private static Dataset pairs() {
        int[][] histories = new int[240][];
        for (int user = 0; user < histories.length; user++) {
            int first = 2 * (user % (ITEMS / 2));
            int other = user / (ITEMS / 2); // tells nothing of the first
            histories[user] = new int[] {other, first, first + 1};
        }
        return Shops.ofItems(ITEMS, histories);
    }

    @Test
    void lossThatIsNoNumber_endsTheTraining_namingEpochAndStep() {
        Dataset data = pairs();
        Parameters parameters = new Parameters(1);
        RankerNetwork network = new RankerNetwork(
                parameters,
                new ItemVectors(
                        parameters.of("items"),
                        ItemVectors.Settings.DEFAULTS,
                        8,
                        data.catalog(),
                        data.knownItems(),
                        List.of()),
                new LayerNorm(parameters.of("norm"), 8),
                ranker().ranker(parameters.of("ranker"), new RankerSettings.Size(8, ListFeatures.COUNT)),
                new ListFeatures(data.catalog(), data.knownItems(), data.itemCounts()),
                4);
        parameters.all().values().forEach(tensor -> {
            float[] none = new float[Math.toIntExact(tensor.numel())];
            Arrays.fill(none, Float.NaN);
            Values.fill(tensor, none);
        });
        Model found = new Popular().fit(data, TrainingRun.withSeed(1));
        RankerTraining training = new RankerTraining(
                network,
                new RankerExamples(data, found, 100, TrainingRun.withSeed(1)),
                new Schedule(1e-2, 5, 32, 2, 2),
                6,
                TrainingRun.withSeed(1));
        assertThatThrownBy(training::fit)
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.TRAINING_DIVERGED))
                .hasMessage("the ranker's loss is NaN in epoch 1 at step 1; a lower learning rate than 0.01 may help");
    }

    @Test
    void whatAlwaysFollows_isRankedFirst() {
        Model model = small(ITEMS, 40).fit(pairs(), RANKER_ALONE, TrainingRun.withSeed(1));
        int first = 0;
        for (int item = 0; item < ITEMS; item += 2) {
            float[] scores = Shops.scores(model, Query.of(History.ofItems(5, item), History.NO_TIME));
            int better = 0;
            for (int other = 0; other < ITEMS; other++) {
                better += other != 5 && other != item && scores[other] > scores[item + 1] ? 1 : 0;
            }
            first += better == 0 || item == 4 ? 1 : 0; // after 5 and 4, 5 itself is no candidate
        }
        assertThat(first).isGreaterThanOrEqualTo(12); // of 15
    }

    @Test
    void itemsThatAreNoCandidates_keepTheirOrderBehindThose() {
        Dataset data = Shops.random(4, 80, ITEMS);
        Model retriever = new Popular().fit(data, TrainingRun.withSeed(1));
        Model model = small(6, 12).fit(data, RANKER_ALONE, TrainingRun.withSeed(1));
        int reordered = 0;
        for (int item = 0; item < ITEMS; item++) {
            Query query = Query.of(History.ofItems(item), History.NO_TIME);
            int[] before = order(Shops.scores(retriever, query), query);
            int[] after = order(Shops.scores(model, query), query);
            assertThat(Arrays.copyOf(after, 6)).containsExactlyInAnyOrder(Arrays.copyOf(before, 6));
            assertThat(Arrays.copyOfRange(after, 6, after.length))
                    .containsExactly(Arrays.copyOfRange(before, 6, before.length));
            reordered += Arrays.equals(after, before) ? 0 : 1;
        }
        assertThat(reordered).isPositive();
    }

    private static int[] order(float[] scores, Query query) {
        return BestCandidates.of(scores, ITEMS, query.allowed()).stream()
                .mapToInt(Candidate::item)
                .toArray();
    }

    @Test
    void chosenModel_isThatOfItsFrozenRecipe_andTellsProbabilities() {
        Split split = new LeaveOneOut().of(pairs());
        Trainer.Chosen chosen = small(ITEMS, 40).choose(split.fit(), split.validation(), TrainingRun.withSeed(2));
        Query query = Query.of(History.ofItems(1, 8), History.NO_TIME);
        float[] scores = Shops.scores(chosen.model(), query);
        Model again = chosen.frozen().fit(split.fit(), TrainingRun.withSeed(2));
        assertThat(Shops.scores(again, query)).containsExactly(scores, within(1e-4f));
        Model read = chosen.frozen().load(chosen.model().state(), split.fit().catalog());
        assertThat(Shops.scores(read, query)).containsExactly(scores);
        int[] items = {9, 12, 20};
        float[] probabilities = new float[3];
        float[] readProbabilities = new float[3];
        ((CalibratedModel) chosen.model()).interests(query, items, probabilities);
        ((CalibratedModel) read).interests(query, items, readProbabilities);
        assertThat(probabilities).containsExactly(readProbabilities);
        for (float probability : probabilities) {
            assertThat(probability).isBetween(0f, 1f);
        }
        List<Boolean> orders = new ArrayList<>();
        orders.add((scores[9] > scores[12]) == (probabilities[0] > probabilities[1]));
        orders.add((scores[12] > scores[20]) == (probabilities[1] > probabilities[2]));
        assertThat(orders).containsOnly(true);
    }

    @Test
    void everySetting_changesTheModel() {
        Ranked base = small(10);
        Dataset data = Shops.random(4, 80, ITEMS);
        List<Ranked> changed = new ArrayList<>(List.of(
                base,
                small(12),
                with(base, 9, 4, base.items(), ranker(), 6, base.training()),
                with(base, 8, 1, base.items(), ranker(), 6, base.training()),
                with(base, 8, 4, ItemVectors.Settings.of(false, 0.1), ranker(), 6, base.training()),
                with(base, 8, 4, base.items(), ranker(), 7, base.training()),
                with(base, 8, 4, base.items(), ranker(), 6, new Schedule(1e-2, 5, 32, 11, 3))));
        for (RankerSettings other : changes()) {
            changed.add(with(base, 8, 4, base.items(), other, 6, base.training()));
        }
        Map<List<Float>, Ranked> models = new HashMap<>();
        for (Ranked one : changed) {
            List<Float> scores = new ArrayList<>();
            for (float score : Shops.scores(one.fit(data, TrainingRun.withSeed(1)), 1, 2, 5)) {
                scores.add(score);
            }
            assertThat(models.putIfAbsent(scores, one)).as(one.toString()).isNull();
        }
        assertThat(changes()).hasSize(ranker().getClass().getRecordComponents().length);
    }

    private static Ranked with(
            Ranked like,
            int dimension,
            int length,
            ItemVectors.Settings items,
            RankerSettings ranker,
            int negatives,
            Schedule training) {
        return new Ranked(like.retriever(), like.candidates(), dimension, length, items, ranker, negatives, training);
    }
}
