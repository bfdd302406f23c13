package org.crossaisle.neural.fewshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.model.Model;
import org.crossaisle.model.Shops;
import org.crossaisle.model.State;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.encode.TransformerEncoder.Counting;
import org.crossaisle.neural.fewshot.Transfer.Moving;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.loss.SampledSoftmax;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.sequence.EncodedModel;
import org.crossaisle.neural.train.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tastes 0 to 5 have four old items each, 0 to 23, and two new ones, 24 to 35.
 */
class TransferTest {
    private static final int TASTES = 6;
    private static final int OLD = 4 * TASTES;
    private static final int ITEMS = OLD + 2 * TASTES;
    private static final Schedule TUNING = new Schedule(5e-3, 2, 8, 40, 10);

    private final Catalog catalog = catalog();
    private final DeepSequence recipe = DeepSequence.of(
            16,
            8,
            ItemVectors.Settings.of(true, 0.1),
            new TransformerEncoder.Settings(1, 2, 0.1, Counting.FROM_END),
            new Schedule(5e-3, 5, 32, 30, 30));
    private final Model old = recipe.fit(oldDepartment(), TrainingRun.withSeed(1));

    private static Catalog catalog() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            items.add(Item.of("i" + item, "Item " + item, item < OLD ? "Old>" + item % 2 : "New"));
        }
        return new Catalog(items);
    }

    private static int oldItem(int taste, int which) {
        return 4 * taste + which % 4;
    }

    private static int newItem(int taste, int which) {
        return OLD + 2 * taste + which % 2;
    }

    private Dataset oldDepartment() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int user = 0; user < 240; user++) {
            builder.startUser();
            for (int at = 0; at < 4; at++) {
                builder.add(oldItem(user % TASTES, user + at), History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    /** Three users of each taste, who bought its first old item and then its first new one. */
    private Dataset sameTaste() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int user = 0; user < 3 * TASTES; user++) {
            builder.startUser();
            builder.add(oldItem(user % TASTES, 0), History.NO_TIME, Action.PURCHASE);
            builder.add(newItem(user % TASTES, 0), History.NO_TIME, Action.PURCHASE);
        }
        return builder.build();
    }

    /** After an old item that was in none of the few histories, a new one of the same taste. */
    private static List<Target> heldOut() {
        List<Target> targets = new ArrayList<>();
        for (int user = 0; user < 4 * TASTES; user++) {
            int taste = user / 2 % TASTES;
            targets.add(new Target(
                    user, History.ofItems(oldItem(taste, 1 + user % 3)), newItem(taste, 0), History.NO_TIME));
        }
        return targets;
    }

    private static Transfer transfer(DeepSequence recipe, Moving moving, int adapter) {
        return new Transfer(recipe, moving, adapter, TUNING);
    }

    /**
     * Three events of each new item: that old items of a taste belong together is known from the old department alone.
     */
    @ParameterizedTest
    @EnumSource(Moving.class)
    void whatWasLearntOfOldItems_helpsWithNewOnes(Moving moving) {
        Transfer.Outcome outcome =
                transfer(recipe, moving, 8).transfer(old, sameTaste(), heldOut(), TrainingRun.withSeed(1));
        assertThat(outcome.taken()).as(outcome.reason()).isTrue();
        assertThat(outcome.transferred()).isGreaterThan(outcome.old() + 0.2);
        assertThat(outcome.transferred()).isGreaterThanOrEqualTo(outcome.scratch());
        assertThat(outcome.model()).isNotSameAs(old);
        assertThat(outcome.reason()).contains("the further trained model is used");
    }

    /** The few users jump from one taste to another and then to what is new; those who are asked about do not. */
    @Test
    void eventsThatMislead_leaveTheOldModel() {
        DatasetBuilder misleading = new DatasetBuilder(catalog);
        for (int user = 0; user < 60; user++) {
            misleading.startUser();
            misleading.add(oldItem(user % TASTES, 0), History.NO_TIME, Action.PURCHASE);
            misleading.add(oldItem((user + 3) % TASTES, 1), History.NO_TIME, Action.PURCHASE);
            misleading.add(newItem(user % TASTES, 0), History.NO_TIME, Action.PURCHASE);
        }
        List<Target> targets = new ArrayList<>();
        for (int user = 0; user < 24; user++) {
            int taste = user / 2 % TASTES;
            targets.add(new Target(user, History.ofItems(oldItem(taste, 0)), oldItem(taste, 1), History.NO_TIME));
        }
        Transfer worse = new Transfer(recipe, Moving.EVERYTHING, 0, new Schedule(5e-2, 0, 8, 20, 20));
        Transfer.Outcome outcome = worse.transfer(old, misleading.build(), targets, TrainingRun.withSeed(1));
        assertThat(outcome.transferred()).as(outcome.reason()).isLessThan(outcome.old());
        assertThat(outcome.taken()).isFalse();
        assertThat(outcome.model()).isSameAs(old);
        assertThat(outcome.recipe()).isEqualTo(recipe);
        assertThat(outcome.reason()).contains("the old model is kept");
    }

    @Test
    void beforeAStepIsTaken_everyItemScoresAsItDid() {
        EncodedModel begun = EncodedModel.fitted(
                transfer(recipe, Moving.EVERYTHING, 8).begun(((EncodedModel) old).network(), sameTaste()),
                sameTaste(),
                sameTaste().knownItems());
        assertThat(Shops.scores(begun, 3, 9)).containsExactly(Shops.scores(old, 3, 9), within(1e-5f));
        assertThat(begun.network().items().known()).isEqualTo(OLD + TASTES);
    }

    /** Rows of old items, their features and the encoder, to the last bit; rows of new items have moved. */
    @Test
    void whatIsHeld_isTheSameToTheLastBit() {
        State before = old.state();
        Map<Moving, List<String>> moved = new TreeMap<>();
        for (Moving moving : Moving.values()) {
            State after = transfer(recipe, moving, 0)
                    .transfer(old, sameTaste(), heldOut(), TrainingRun.withSeed(1))
                    .model()
                    .state();
            List<String> names = new ArrayList<>();
            if (!Arrays.equals(
                    Arrays.copyOf(before.floats("items.ids"), OLD * 16),
                    Arrays.copyOf(after.floats("items.ids"), OLD * 16))) {
                names.add("old ids");
            }
            if (!Arrays.equals(
                    before.floats("users.blocks.0.linear1.weight"), after.floats("users.blocks.0.linear1.weight"))) {
                names.add("encoder");
            }
            float[] ids = after.floats("items.ids");
            float[] shared = Arrays.copyOfRange(ids, ids.length - 16, ids.length);
            if (!Arrays.equals(Arrays.copyOfRange(ids, OLD * 16, OLD * 16 + 16), shared)) {
                names.add("new ids");
            }
            moved.put(moving, names);
        }
        assertThat(moved)
                .containsEntry(Moving.EVERYTHING, List.of("old ids", "encoder", "new ids"))
                .containsEntry(Moving.ITEMS, List.of("old ids", "new ids"))
                .containsEntry(Moving.NEW_ITEMS, List.of("new ids"));
    }

    /** With few negatives the gradient of the ids holds some rows only. */
    @Test
    void oldItems_areHeldWhereGradientsHoldSomeRowsOnly() {
        DeepSequence sampled = recipe.with(recipe.predictor(), new SampledSoftmax(4, 0.5, true));
        Model before = sampled.withEpochs(1).fit(oldDepartment(), TrainingRun.withSeed(1));
        Model after = transfer(sampled, Moving.NEW_ITEMS, 0)
                .transfer(before, sameTaste(), heldOut(), TrainingRun.withSeed(1))
                .model();
        assertThat(after).isNotSameAs(before);
        assertThat(Arrays.copyOf(after.state().floats("items.ids"), OLD * 16))
                .isEqualTo(Arrays.copyOf(before.state().floats("items.ids"), OLD * 16));
    }

    @Test
    void adapter_learnsWhereTheEncoderIsHeld_andTheModelIsReadBack() {
        Transfer.Outcome outcome =
                transfer(recipe, Moving.NEW_ITEMS, 8).transfer(old, sameTaste(), heldOut(), TrainingRun.withSeed(1));
        State state = outcome.model().state();
        assertThat(state.floats("users.adapter.up.weight")).isNotEqualTo(new float[8 * 16]);
        DeepSequence read = Optional.of(Recipes.fromSettings(Recipes.describe(outcome.recipe()), "here"))
                .map(DeepSequence.class::cast)
                .orElseThrow();
        assertThat(read).isEqualTo(outcome.recipe());
        assertThat(Shops.scores(read.load(state, catalog), 3, 9)).containsExactly(Shops.scores(outcome.model(), 3, 9));
    }

    @Test
    void whatCannotBeJudgedOrMapped_isRefused() {
        Transfer transfer = transfer(recipe, Moving.EVERYTHING, 0);
        assertThatThrownBy(() -> transfer.transfer(old, sameTaste(), heldOut().subList(0, 1), TrainingRun.withSeed(1)))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("at least two whose history can be read, found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transfer(recipe.withItems(recipe.items().withTitles(4)), Moving.EVERYTHING, 0))
                .withMessageStartingWith("items.titles cannot be transferred");
    }
}
