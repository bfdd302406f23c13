package org.crossaisle.neural.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Shops;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.encode.RecurrentEncoder.Gru;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.train.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items that are known by their titles alone: nobody took them in training, and the catalog has no categories. */
class TextRecipesTest {
    private static final String[] KINDS = {"shampoo", "lipstick", "perfume"};
    private static final String[] MAKES = {"red", "mild", "fine", "dry", "rich", "soft", "new", "pure", "deep", "bold"};
    private static final int COLD = 3;

    @ParameterizedTest
    @ValueSource(strings = {"text", "textcnn"})
    void itemNobodyTook_isNearWhatItsTitleIsLike(String kind) {
        Dataset data = shop();
        DeepSequence recipe = DeepSequence.of(
                16,
                8,
                kind.equals("text")
                        ? ItemVectors.Settings.of(true, 0.2).with(titles(6)).withOwnShare(0.5)
                        : ItemVectors.Settings.of(true, 0.2).withTitles(16),
                new Gru(16, 1, 0.2),
                new Schedule(5e-3, 10, 16, 40, 3));
        assertThat(recipe.name()).isEqualTo(kind);
        Model model = recipe.fit(data, TrainingRun.withSeed(1));
        int right = 0;
        for (int taste = 0; taste < KINDS.length; taste++) {
            float[] scores = Shops.scores(model, 10 * taste, 10 * taste + 1, 10 * taste + 2);
            int best = 0;
            for (int other = 0; other < COLD; other++) {
                best = scores[30 + other] > scores[30 + best] ? other : best;
            }
            right += best == taste ? 1 : 0;
        }
        assertThat(right).isEqualTo(KINDS.length);
        Model read = recipe.load(model.state(), data.catalog());
        assertThat(Shops.scores(read, 1, 2)).containsExactly(Shops.scores(model, 1, 2), within(1e-5f));
    }

    @Test
    void everySettingOfContent_changesTheModel() {
        Dataset data = shop();
        ItemVectors.Settings base = ItemVectors.Settings.of(true, 0.1).with(titles(6));
        DeepSequence recipe = DeepSequence.of(16, 8, base, new Gru(16, 1, 0.2), new Schedule(5e-3, 10, 16, 4, 3));
        DeepSequenceContract.assertAllChange(
                data,
                recipe,
                List.of(
                        recipe.withItems(base.withOwnShare(0.05)),
                        recipe.withItems(ItemVectors.Settings.of(true, 0.1).with(titles(7))),
                        recipe.withItems(base.withTitles(4)),
                        recipe.withItems(ItemVectors.Settings.of(true, 0.1).withTitles(4)),
                        recipe.withItems(ItemVectors.Settings.of(true, 0.1).withTitles(5)),
                        recipe.withItems(ItemVectors.Settings.of(true, 0.1))));
    }

    /** Of 30 titles only the directions that tell most: whitening makes all that are kept equally long. */
    private static ContentSettings titles(int dimensions) {
        ContentSettings usual = ContentSettings.DEFAULTS;
        return new ContentSettings(
                usual.text(), usual.pooling(), dimensions, usual.vectors(), usual.image(), usual.sound());
    }

    /** Thirty items of three kinds, of which each user likes one, and three new ones that only their titles tell. */
    private static Dataset shop() {
        List<Item> items = new ArrayList<>();
        for (String kind : KINDS) {
            for (String make : MAKES) {
                items.add(Item.of(kind + make, make + " " + kind));
            }
        }
        for (String kind : KINDS) {
            items.add(Item.of("cold" + kind, "light " + kind));
        }
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < 150; user++) {
            builder.startUser();
            for (int at = 0; at < 6; at++) {
                builder.add(10 * (user % KINDS.length) + (user * 7 + at * 3) % 10, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }
}
