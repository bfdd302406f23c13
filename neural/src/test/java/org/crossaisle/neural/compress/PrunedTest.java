package org.crossaisle.neural.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Shops;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.count.Popular;
import org.crossaisle.neural.encode.RecurrentEncoder.Gru;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.encode.TransformerEncoder.Counting;
import org.crossaisle.neural.encode.UserEncoderSettings;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.train.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrunedTest extends ModelContract {
    private static final TransformerEncoder.Settings USERS =
            new TransformerEncoder.Settings(2, 2, 0.2, Counting.FROM_START);
    private static final Schedule TUNING = new Schedule(1e-3, 2, 16, 3, 3);

    private final Dataset data = Shops.random(3, 80, 30);

    @Override
    protected Trainer trainer() {
        return new Pruned(deep(USERS), Pruned.Kind.ROWS, 0.5, TUNING);
    }

    @Override
    protected float batchTolerance() {
        return 1e-4f;
    }

    private static DeepSequence deep(UserEncoderSettings users) {
        return DeepSequence.of(16, 8, ItemVectors.Settings.of(true, 0.1), users, new Schedule(5e-3, 10, 16, 8, 3));
    }

    /** 2 blocks with 3 x 16 x 16, 16 x 16 and twice 16 x 64 weights: 6,144. */
    @ParameterizedTest
    @EnumSource(names = {"WEIGHTS", "WEIGHTS_OF_EACH_LAYER"})
    void weightsThatWereSetToZero_areZeroAfterMoreTraining(Pruned.Kind kind) {
        Model model = new Pruned(deep(USERS), kind, 0.75, TUNING).fit(data, TrainingRun.withSeed(1));
        Map<String, float[]> matrices = matrices(model.state());
        assertThat(matrices).hasSize(8);
        assertThat(matrices.values().stream().mapToInt(PrunedTest::zeros).sum()).isEqualTo(6144 * 3 / 4);
        long even = matrices.values().stream()
                .filter(each -> zeros(each) == each.length * 3 / 4)
                .count();
        assertThat(even == matrices.size()).isEqualTo(kind == Pruned.Kind.WEIGHTS_OF_EACH_LAYER);
    }

    private static Map<String, float[]> matrices(State state) {
        Map<String, float[]> matrices = new LinkedHashMap<>();
        state.blocks().forEach((name, block) -> {
            if (name.startsWith("users.") && name.endsWith("weight") && block.shape().length == 2) {
                matrices.put(name, state.floats(name));
            }
        });
        return matrices;
    }

    private static int zeros(float[] values) {
        int zeros = 0;
        for (float value : values) {
            zeros += value == 0 ? 1 : 0;
        }
        return zeros;
    }

    @Test
    void rowsThatWereTakenOut_leaveSmallerMatrices() {
        State state = new Pruned(deep(USERS), Pruned.Kind.ROWS, 0.75, TUNING)
                .fit(data, TrainingRun.withSeed(1))
                .state();
        assertThat(shape(state, "users.blocks.1.linear1.weight")).containsExactly(16, 16);
        assertThat(shape(state, "users.blocks.1.linear1.bias")).containsExactly(16);
        assertThat(shape(state, "users.blocks.0.linear2.weight")).containsExactly(16, 16);
        assertThat(shape(state, "users.blocks.0.attention.inputs.weight")).containsExactly(48, 16);
    }

    private static long[] shape(State state, String name) {
        return Optional.ofNullable(state.blocks().get(name))
                .map(State.Block::shape)
                .orElseThrow();
    }

    /** With no training worth the name afterwards, a row that is gone is one whose weights are 0. */
    @Test
    void rowsThatWereTakenOut_areAsIfTheirWeightsWereZero() {
        Schedule hardly = new Schedule(1e-30, 0, 16, 1, 1);
        DeepSequence deep = deep(USERS);
        State whole = deep.fit(data, TrainingRun.withSeed(1)).state();
        State zeroed = new State();
        whole.blocks().forEach((name, block) -> {
            if (name.contains("linear2.weight")) {
                float[] weights = whole.floats(name.replace("linear2", "linear1"));
                List<Integer> stay = new ArrayList<>();
                for (int row : Pruning.strongest(weights, 16, 32)) {
                    stay.add(row);
                }
                float[] narrowing = whole.floats(name).clone(); // [16, 64]
                for (int at = 0; at < narrowing.length; at++) {
                    narrowing[at] = stay.contains(at % 64) ? narrowing[at] : 0;
                }
                zeroed.put(name, new State.Floats(block.shape(), narrowing));
            } else {
                zeroed.put(name, block);
            }
        });
        float[] expected = Shops.scores(deep.load(zeroed, data.catalog()), 1, 2, 5);
        float[] pruned = Shops.scores(
                new Pruned(deep, Pruned.Kind.ROWS, 0.5, hardly).fit(data, TrainingRun.withSeed(1)), 1, 2, 5);
        assertThat(pruned).containsExactly(expected, within(1e-5f));
    }

    @Test
    void everySetting_changesTheModel() {
        List<Pruned> all = List.of(
                new Pruned(deep(USERS), Pruned.Kind.ROWS, 0.5, TUNING),
                new Pruned(deep(USERS), Pruned.Kind.ROWS, 0.25, TUNING),
                new Pruned(deep(USERS), Pruned.Kind.WEIGHTS, 0.5, TUNING),
                new Pruned(deep(USERS), Pruned.Kind.WEIGHTS_OF_EACH_LAYER, 0.5, TUNING),
                new Pruned(deep(USERS), Pruned.Kind.ROWS, 0.5, TUNING.withEpochs(2)),
                new Pruned(deep(USERS).withEpochs(7), Pruned.Kind.ROWS, 0.5, TUNING),
                new Pruned(deep(new Gru(16, 1, 0.2)), Pruned.Kind.WEIGHTS, 0.5, TUNING));
        List<List<Float>> scores = new ArrayList<>();
        for (Pruned one : all) {
            List<Float> own = new ArrayList<>();
            for (float score : Shops.scores(one.fit(data, TrainingRun.withSeed(1)), 1, 2, 5)) {
                own.add(score);
            }
            scores.add(own);
        }
        assertThat(scores).doesNotHaveDuplicates();
    }

    @Test
    void chosenModel_isThatOfItsFrozenRecipe_whichIsReadBackFromItsSettings() {
        Split split = new LeaveOneOut().of(data);
        Trainer.Chosen chosen = trainer().choose(split.fit(), split.validation(), TrainingRun.withSeed(2));
        Frozen read = Recipes.frozen(Recipes.describe(chosen.frozen()), "here");
        assertThat(read).isEqualTo(chosen.frozen());
        assertThat(Shops.scores(read.fit(split.fit(), TrainingRun.withSeed(2)), 1, 2))
                .containsExactly(Shops.scores(chosen.model(), 1, 2));
    }

    @Test
    void whatCannotBePruned_isRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pruned(new Popular(), Pruned.Kind.ROWS, 0.5, TUNING))
                .withMessage("of is popular, must be a single deep recipe");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pruned(deep(new Gru(16, 1, 0.2)), Pruned.Kind.ROWS, 0.5, TUNING))
                .withMessage("kind is rows, but the blocks of gru do not end with two linear layers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pruned(deep(USERS), Pruned.Kind.ROWS, 1, TUNING))
                .withMessage("share is 1.0, must be in (0, 1)");
    }
}
