package org.crossaisle.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.Action;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.VectorModel;
import org.crossaisle.neural.encode.TransformerEncoder.Counting;
import org.junit.jupiter.api.Test;

class TransformerTest extends ModelContract {
    private static final int ITEMS = 30;

    @Override
    protected Trainer trainer() {
        return small();
    }

    @Override
    protected float batchTolerance() {
        return 1e-4f; // matrix products of one row and of many add up in another order
    }

    private static Transformer small() {
        return new Transformer(16, 1, 2, 8, Counting.FROM_START, 0.2, true, 0.1, 5e-3, 10, 16, 12, 3);
    }

    /** Item 2 k + 1 always follows item 2 k, and before it comes anything. */
    private static Dataset pairs() {
        int[][] histories = new int[200][];
        for (int user = 0; user < histories.length; user++) {
            int first = 2 * (user % (ITEMS / 2));
            int other = user * 7 % ITEMS;
            histories[user] = new int[] {other, first, first + 1};
        }
        return Shops.ofItems(ITEMS, histories);
    }

    @Test
    void whatAlwaysFollows_isForeseen() {
        Model model = small().withEpochs(60).fit(pairs(), TrainingRun.withSeed(1));
        int foreseen = 0;
        for (int first = 0; first < ITEMS; first += 2) {
            foreseen += best(Shops.scores(model, 5, first)) == first + 1 ? 1 : 0;
        }
        assertThat(foreseen).isGreaterThanOrEqualTo(ITEMS / 2 - 1);
    }

    @Test
    void score_isTheDotProductOfTheVectors() {
        VectorModel model = (VectorModel) small().fit(pairs(), TrainingRun.withSeed(1));
        Query query = Query.of(History.ofItems(3, 4, 5), History.NO_TIME);
        float[] scores = Shops.scores(model, query);
        float[] user = new float[model.dimension()];
        float[] item = new float[model.dimension()];
        model.encode(query, user);
        for (int number = 0; number < ITEMS; number++) {
            model.itemVector(number, item);
            double dot = 0;
            for (int at = 0; at < user.length; at++) {
                dot += user[at] * item[at];
            }
            assertThat(scores[number]).isCloseTo((float) dot, within(1e-4f));
        }
    }

    @Test
    void choosing_freezesTheBestEpochs_andFittingForThemGivesTheSameModel() {
        Dataset data = pairs();
        List<Target> validation = new ArrayList<>();
        for (int user = 0; user < 50; user++) {
            History history = data.history(user);
            validation.add(new Target(user, history.first(2), history.item(2), History.NO_TIME));
        }
        Trainer.Chosen chosen = small().withEpochs(25).choose(data, validation, TrainingRun.withSeed(1));
        int epochs = ((Transformer) chosen.frozen()).epochs();
        assertThat(epochs).isBetween(2, 25);
        Model again = chosen.frozen().fit(data, TrainingRun.withSeed(1));
        assertThat(Shops.scores(again, 1, 2)).containsExactly(Shops.scores(chosen.model(), 1, 2));
    }

    @Test
    void choosingWithoutTargets_trainsAllEpochs() {
        Trainer.Chosen chosen = small().choose(pairs(), List.of(), TrainingRun.withSeed(1));
        assertThat(chosen.frozen()).isEqualTo(small());
        assertThat(Shops.scores(chosen.model(), 1))
                .containsExactly(Shops.scores(small().fit(pairs(), TrainingRun.withSeed(1)), 1));
    }

    /** After item k comes k + 1 in the same department of ten; the last item, 29, is bought by nobody. */
    @Test
    void itemNobodyBought_standsWhereItsCategoryDoes() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            items.add(Item.of("i" + item, "", "D" + item / 10 + ">C" + item / 5));
        }
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < 120; user++) {
            builder.startUser();
            for (int at = 0; at < 3 + user % 9; at++) {
                builder.add(10 * (user % 3) + (user * 5 + at) % 9, History.NO_TIME, Action.PURCHASE);
            }
        }
        Dataset data = builder.build();
        Model model = small().withEpochs(60).fit(data, TrainingRun.withSeed(1));
        assertThat(Shops.scores(model, 25, 26)[29]).isGreaterThan(Shops.scores(model, 5, 6)[29] + 0.5f);
        Model blind = new Transformer(16, 1, 2, 8, Counting.FROM_START, 0.2, false, 0.1, 5e-3, 10, 16, 60, 3)
                .fit(data, TrainingRun.withSeed(1));
        assertThat(Shops.scores(blind, 25, 26)[29]).isCloseTo(Shops.scores(blind, 25, 26)[19], within(1e-6f));
    }

    @Test
    void everySetting_changesTheModel() {
        Transformer base = small();
        float[] scores = scores(base);
        List<UnaryOperator<Transformer>> changes = List.of(
                t -> copy(t, 32, 1, 2, 8, t.counting(), 0.2, true, 0.1, 5e-3, 10, 16, 12),
                t -> copy(t, 16, 2, 2, 8, t.counting(), 0.2, true, 0.1, 5e-3, 10, 16, 12),
                t -> copy(t, 16, 1, 4, 8, t.counting(), 0.2, true, 0.1, 5e-3, 10, 16, 12),
                t -> copy(t, 16, 1, 2, 2, t.counting(), 0.2, true, 0.1, 5e-3, 10, 16, 12),
                t -> copy(t, 16, 1, 2, 8, Counting.FROM_END, 0.2, true, 0.1, 5e-3, 10, 16, 12),
                t -> copy(t, 16, 1, 2, 8, t.counting(), 0.4, true, 0.1, 5e-3, 10, 16, 12),
                t -> copy(t, 16, 1, 2, 8, t.counting(), 0.2, false, 0.1, 5e-3, 10, 16, 12),
                t -> copy(t, 16, 1, 2, 8, t.counting(), 0.2, true, 0.3, 5e-3, 10, 16, 12),
                t -> copy(t, 16, 1, 2, 8, t.counting(), 0.2, true, 0.1, 4e-3, 10, 16, 12),
                t -> copy(t, 16, 1, 2, 8, t.counting(), 0.2, true, 0.1, 5e-3, 20, 16, 12),
                t -> copy(t, 16, 1, 2, 8, t.counting(), 0.2, true, 0.1, 5e-3, 10, 32, 12),
                t -> copy(t, 16, 1, 2, 8, t.counting(), 0.2, true, 0.1, 5e-3, 10, 16, 11));
        for (UnaryOperator<Transformer> change : changes) {
            Transformer changed = change.apply(base);
            assertThat(scores(changed)).as(changed.toString()).isNotEqualTo(scores);
        }
    }

    private static float[] scores(Transformer trainer) {
        return Shops.scores(trainer.fit(pairs(), TrainingRun.withSeed(1)), 1, 2, 5);
    }

    @SuppressWarnings("TooManyParameters") // one for each setting, so that a row of the test above can be read
    private static Transformer copy(
            Transformer like,
            int d,
            int blocks,
            int heads,
            int length,
            Counting counting,
            double dropout,
            boolean features,
            double idDropout,
            double rate,
            int warmUp,
            int batch,
            int epochs) {
        return new Transformer(
                d,
                blocks,
                heads,
                length,
                counting,
                dropout,
                features,
                idDropout,
                rate,
                warmUp,
                batch,
                epochs,
                like.patience());
    }

    @Test
    void settingsOutOfRange_areRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(small(), 15, 1, 2, 8, Counting.FROM_END, 0, true, 0, 1e-3, 0, 1, 1))
                .withMessage("dimension is 15, must be a multiple of heads, 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(small(), 16, 1, 2, 8, Counting.FROM_END, 1, true, 0, 1e-3, 0, 1, 1))
                .withMessage("dropout is 1.0, must be in [0, 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> small().withEpochs(0))
                .withMessage("epochs is 0, must be at least 1");
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int item = 1; item < scores.length; item++) {
            best = scores[item] > scores[best] ? item : best;
        }
        return best;
    }
}
