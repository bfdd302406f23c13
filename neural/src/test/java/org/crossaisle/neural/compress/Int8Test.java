package org.crossaisle.neural.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.history.History;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Int8VectorModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.VectorModel;
import org.crossaisle.model.count.Popular;
import org.crossaisle.neural.encode.InterestsEncoder;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.encode.TransformerEncoder.Counting;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.loss.AutomaticLoss;
import org.crossaisle.neural.loss.BinaryCrossEntropy;
import org.crossaisle.neural.predict.Activation;
import org.crossaisle.neural.predict.Cosine;
import org.crossaisle.neural.predict.Scaled;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.train.Schedule;
import org.crossaisle.recommend.Recommendation;
import org.crossaisle.recommend.Recommender;
import org.crossaisle.recommend.crossing.Crossing;
import org.junit.jupiter.api.Test;

class Int8Test extends ModelContract {
    private static final int ITEMS = 30;

    private final Dataset data = Shops.random(3, 80, ITEMS);

    @Override
    protected Trainer trainer() {
        return new Int8(deep(), true);
    }

    @Override
    protected float batchTolerance() {
        return 0.02f; // where the user's vector differs in its last bit, a number of it may round the other way
    }

    private static DeepSequence deep() {
        return DeepSequence.of(
                16,
                8,
                ItemVectors.Settings.of(true, 0.1),
                new TransformerEncoder.Settings(1, 2, 0.2, Counting.FROM_START),
                new Schedule(5e-3, 10, 16, 8, 3));
    }

    /** The reference: the float model's item vectors and users, rounded here and multiplied one by one. */
    @Test
    void scores_areThoseOfTheFloatModel_withVectorsRounded() {
        List<DeepSequence> recipes = List.of(
                deep(),
                deep().with(new Cosine(0.2), AutomaticLoss.DEFAULTS),
                deep().with(new Scaled(Activation.SIGMOID), new BinaryCrossEntropy(2)));
        for (DeepSequence recipe : recipes) {
            VectorModel whole = (VectorModel) recipe.fit(data, TrainingRun.withSeed(1));
            Model rounded = new Int8(recipe, false).fit(data, TrainingRun.withSeed(1));
            Query query = Query.of(History.ofItems(1, 2, 5), History.NO_TIME);
            float[] scores = Shops.scores(rounded, query);
            float[] user = new float[whole.dimension()];
            whole.encode(query, user);
            float[] item = new float[whole.dimension()];
            for (int number = 0; number < ITEMS; number++) {
                whole.itemVector(number, item);
                double exact = 0;
                double sizes = 0;
                for (int d = 0; d < item.length; d++) {
                    exact += (double) user[d] * item[d];
                    sizes += Math.abs(user[d]) + Math.abs(item[d]);
                }
                double greatest = Math.max(greatest(user), greatest(item));
                // rounding as in Int8VectorsTest, and once more as much for the items the history is read with
                assertThat(Math.abs(scores[number] - exact))
                        .as(recipe.toString())
                        .isLessThan(2 * sizes * greatest / 127);
            }
        }
    }

    private static float greatest(float[] values) {
        float greatest = 0;
        for (float value : values) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        return greatest;
    }

    /**
     * 30 items of 16 numbers: 480 bytes and 30 scales, where floats, features and the rest took more than four times
     * that.
     */
    @Test
    void state_holdsBytesForItems_andNothingTheyWereMadeOf() {
        State state = new Int8(deep(), true).fit(data, TrainingRun.withSeed(1)).state();
        assertThat(state.bytes("vectors")).hasSize(ITEMS * 16);
        assertThat(state.floats("vectors.scales")).hasSize(ITEMS);
        assertThat(state.bytes("users.blocks.0.linear1.weight")).hasSize(64 * 16);
        assertThat(state.blocks().keySet()).noneMatch(name -> name.startsWith("items"));
    }

    @Test
    void settings_changeTheModel() {
        List<List<Float>> all = new ArrayList<>();
        for (Trainer one : List.of(new Int8(deep(), true), new Int8(deep(), false), new Int8(pruned(), true), deep())) {
            List<Float> scores = new ArrayList<>();
            for (float score : Shops.scores(one.fit(data, TrainingRun.withSeed(1)), 1, 2, 5)) {
                scores.add(score);
            }
            all.add(scores);
        }
        assertThat(all).doesNotHaveDuplicates();
    }

    private static Pruned pruned() {
        return new Pruned(deep(), Pruned.Kind.ROWS, 0.5, new Schedule(1e-3, 2, 16, 2, 2));
    }

    /** An index over bytes lists what all scores list. */
    @Test
    void recommendedList_isTheBestScored() {
        Model model = trainer().fit(data, TrainingRun.withSeed(1));
        assertThat(model).isInstanceOf(Int8VectorModel.class);
        Query query = Query.of(History.ofItems(1, 2, 5), History.NO_TIME).withCount(6);
        float[] scores = Shops.scores(model, query);
        List<Recommendation> list =
                Recommender.of(model, data).recommend(query, Crossing.any(0)).list();
        float least = scores[list.get(list.size() - 1).item()];
        Set<Integer> listed = new HashSet<>();
        list.forEach(each -> listed.add(each.item()));
        assertThat(listed).hasSize(6);
        IntStream.range(0, ITEMS)
                .filter(item -> !listed.contains(item) && query.allowed().test(item))
                .forEach(item -> assertThat(scores[item]).isLessThanOrEqualTo(least));
    }

    @Test
    void prunedModel_isReadBackFromItsSettings() {
        Split split = new LeaveOneOut().of(data);
        Trainer.Chosen chosen =
                new Int8(pruned(), true).choose(split.fit(), split.validation(), TrainingRun.withSeed(2));
        Frozen read = Recipes.frozen(Recipes.describe(chosen.frozen()), "here");
        assertThat(read).isEqualTo(chosen.frozen());
        assertThat(Shops.scores(read.load(chosen.model().state(), data.catalog()), 1, 2))
                .containsExactly(Shops.scores(chosen.model(), 1, 2));
    }

    @Test
    void whatHasNoSingleVector_isRefusedBeforeItIsTrained() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Int8(new Popular(), true))
                .withMessage("of is popular, must be a single deep recipe, or a pruned one");
        Int8 several = new Int8(DeepSequence.of(InterestsEncoder.Settings.DEFAULTS), true);
        assertThatThrownBy(() -> several.fit(data, TrainingRun.withSeed(1)))
                .isInstanceOf(RecsException.class)
                .hasMessage("of is multi-interest, which has several vectors for a user; int8 needs one");
    }
}
