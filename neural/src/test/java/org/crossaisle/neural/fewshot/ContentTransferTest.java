package org.crossaisle.neural.fewshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Shops;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.encode.Network;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.encode.TransformerEncoder.Counting;
import org.crossaisle.neural.fewshot.Transfer.Moving;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.sequence.EncodedModel;
import org.crossaisle.neural.train.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten old items and ten new ones of each of three kinds, which only their titles tell. */
class ContentTransferTest {
    private static final String[] KINDS = {"shampoo", "lipstick", "perfume"};
    private static final String[] OLD = {"red", "mild", "fine", "dry", "rich", "soft", "new", "pure", "deep", "bold"};
    private static final String[] NEW = {
        "light", "strong", "sweet", "warm", "cold", "clear", "dark", "pale", "fresh", "raw"
    };
    private static final int EACH = 10;

    private final Catalog catalog = catalog();

    private static Catalog catalog() {
        List<Item> items = new ArrayList<>();
        for (String kind : KINDS) {
            for (String make : OLD) {
                items.add(Item.of(kind + make, make + " " + kind, "Old"));
            }
        }
        for (String kind : KINDS) {
            for (String make : NEW) {
                items.add(Item.of(kind + make, make + " " + kind, "New"));
            }
        }
        return new Catalog(items);
    }

    private static int oldItem(int kind, int which) {
        return EACH * kind + which % EACH;
    }

    private static int newItem(int kind, int which) {
        return EACH * (KINDS.length + kind) + which % EACH;
    }

    private Dataset oldDepartment() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int user = 0; user < 150; user++) {
            builder.startUser();
            for (int at = 0; at < 6; at++) {
                builder.add(oldItem(user % KINDS.length, user * 7 + at * 3), History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    /** Three users of each kind, who took the first new items of it. */
    private Dataset few() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int user = 0; user < 9; user++) {
            builder.startUser();
            builder.add(oldItem(user % KINDS.length, user), History.NO_TIME, Action.PURCHASE);
            builder.add(newItem(user % KINDS.length, user / KINDS.length), History.NO_TIME, Action.PURCHASE);
        }
        return builder.build();
    }

    /** New items that nobody of the few took. */
    private static List<Target> heldOut() {
        List<Target> targets = new ArrayList<>();
        for (int user = 0; user < 42; user++) {
            int kind = user / 2 % KINDS.length;
            targets.add(new Target(
                    user,
                    History.ofItems(oldItem(kind, user), oldItem(kind, user + 3)),
                    newItem(kind, 3 + user % 7),
                    History.NO_TIME));
        }
        return targets;
    }

    private static DeepSequence recipe(ItemVectors.Settings items) {
        return DeepSequence.of(
                16,
                8,
                items,
                new TransformerEncoder.Settings(1, 2, 0.1, Counting.FROM_END),
                new Schedule(5e-3, 5, 32, 20, 20));
    }

    private static DeepSequence withTitles() {
        ContentSettings usual = ContentSettings.DEFAULTS;
        return recipe(ItemVectors.Settings.of(true, 0.2)
                .with(new ContentSettings(
                        usual.text(), usual.pooling(), 6, usual.vectors(), usual.image(), usual.sound()))
                .withOwnShare(0.5));
    }

    private Transfer.Outcome outcome(DeepSequence recipe, Moving moving) {
        Model old = recipe.fit(oldDepartment(), TrainingRun.withSeed(1));
        return new Transfer(recipe, moving, 0, new Schedule(5e-3, 2, 8, 10, 5))
                .transfer(old, few(), heldOut(), TrainingRun.withSeed(1));
    }

    /** By chance the mean is .15; of the ten of a kind alone, .45. */
    @ParameterizedTest
    @EnumSource(Moving.class)
    void itemsWithoutAnEvent_areToldByTheirTitles(Moving moving) {
        Transfer.Outcome outcome = outcome(withTitles(), moving);
        assertThat(outcome.transferred()).as(outcome.reason()).isGreaterThan(0.35);
    }

    @Test
    void beforeAStepIsTaken_everyItemScoresAsItDid_andSoItDoesReadBack() {
        DeepSequence recipe = withTitles();
        Model old = recipe.fit(oldDepartment(), TrainingRun.withSeed(1));
        Transfer transfer = Transfer.of(recipe);
        Network network = transfer.begun(EncodedModel.unwrap(old).network(), few());
        Model begun =
                EncodedModel.fitted(network, few(), network.items().knownSet()).wrap();
        assertThat(Shops.scores(begun, 3, 9)).containsExactly(Shops.scores(old, 3, 9), within(1e-5f));
        assertThat(Shops.scores(recipe.load(begun.state(), catalog), 3, 9))
                .containsExactly(Shops.scores(begun, 3, 9), within(1e-5f));
    }

    @Test
    void withoutTitles_nothingTellsThem() {
        Transfer.Outcome outcome = outcome(recipe(ItemVectors.Settings.of(true, 0.2)), Moving.EVERYTHING);
        assertThat(outcome.transferred()).as(outcome.reason()).isLessThan(0.3);
    }
}
