package org.crossaisle.neural.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.content.setting.ContentSettings;
import org.crossaisle.neural.content.vector.ContentVectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentBasedTest extends ModelContract {
    private static final int ITEMS = 40;
    private static final int KINDS = 3;
    private static final int EACH = 10;

    @TempDir
    private static Path directory;

    private static ContentSettings given;

    @BeforeAll
    static void writeVectors() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder csv = new StringBuilder("item_id,v0,v1,v2\n");
        Catalog catalog = Shops.catalog(ITEMS);
        for (int item = 1; item < ITEMS; item++) { // the first has none
            csv.append(catalog.item(item).id());
            IntStream.range(0, 3).forEach(at -> csv.append(',').append(random.nextDouble() - 0.5));
            csv.append('\n');
        }
        Path file = directory.resolve("given.csv");
        try {
            Files.writeString(file, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ContentSettings none = ContentSettings.NOTHING;
        given = new ContentSettings(
                "none", none.pooling(), none.dimensions(), List.of(file.toString()), none.image(), none.sound());
    }

    @Override
    protected Trainer trainer() {
        return new ContentBased(given, 0.7);
    }

    @Test
    void score_isTheCosineByAge_overEachKindOfContent() {
        State content = ContentVectors.state(List.of());
        put(content, "text", new float[] {3, 4}, new float[] {4, 3}, new float[] {0, 0}, new float[] {-3, -4});
        Model model = new ContentModel(ContentVectors.read(content), 0.5, new int[] {1, 1, 1, 0});
        float[] scores = Shops.scores(model, 1, 0);
        // (.6, .8) + .5 (.8, .6) = (1, 1.1)
        assertThat(scores).containsExactly(new float[] {1.48f, 1.46f, 0, -1.48f}, within(1e-6f));
        assertThat(scores[2]).isEqualTo(0.5e-6f);

        put(content, "vectors", new float[] {2}, new float[] {0}, new float[] {1}, new float[] {-3});
        Model both = new ContentModel(ContentVectors.read(content), 0.5, new int[] {1, 1, 1, 0});
        assertThat(Shops.scores(both, 1, 0)).containsExactly(new float[] {2.48f, 1.46f, 1, -2.48f}, within(1e-6f));
    }

    @Test
    void returnedItem_speaksForNothingAndAgesNothing() {
        Model model = trainer().fit(Shops.random(1, 60, ITEMS), TrainingRun.withSeed(1));
        History bought = History.ofItems(3, 1);
        Query returned = Query.of(bought.plus(2, Action.RETURN, History.NO_TIME), 0);
        assertThat(Shops.scores(model, returned)).containsExactly(Shops.scores(model, 3, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "shampoo lipstick perfume, red mild fine dry rich soft new pure deep bold,"
                + " light strong sweet warm cold clear dark pale fresh raw",
        "洗发水 口红 香水, 红色 温和 细腻 干爽 滋润 柔软 全新 纯净 深层 浓郁, 清淡 强力 甜美 温暖 冰凉 透明 深色 浅色 清新 天然"
    })
    void titles_leadIntoAnotherDepartment(String kinds, String old, String fresh) {
        List<Item> items = new ArrayList<>();
        for (String department : List.of("Old", "New")) {
            for (String kind : words(kinds)) {
                for (String make : words(department.equals("Old") ? old : fresh)) {
                    items.add(Item.of(department + kind + make, make + " " + kind, department));
                }
            }
        }
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int item = 0; item < items.size(); item++) {
            builder.startUser(); // nobody took two, so that nothing is known but titles
            builder.add(item, History.NO_TIME, Action.PURCHASE);
        }
        ContentSettings titles = ContentSettings.DEFAULTS;
        ContentSettings few = new ContentSettings(
                titles.text(), titles.pooling(), 4, titles.vectors(), titles.image(), titles.sound());
        Model model = new ContentBased(few, 0.7).fit(builder.build(), TrainingRun.withSeed(1));
        for (int kind = 0; kind < KINDS; kind++) {
            float[] scores = Shops.scores(model, kind * EACH, kind * EACH + 1, kind * EACH + 2);
            int[] first = IntStream.range(KINDS * EACH, items.size())
                    .boxed()
                    .sorted((a, b) -> Float.compare(scores[b], scores[a]))
                    .mapToInt(item -> (item / EACH) % KINDS)
                    .limit(5)
                    .toArray();
            assertThat(first).containsOnly(kind);
        }
    }

    @Test
    void itemsThatNothingTellsApart_areRefused() {
        DatasetBuilder builder = new DatasetBuilder(new Catalog(List.of(Item.of("a", ""), Item.of("b", ""))));
        builder.startUser();
        builder.add(0, History.NO_TIME, Action.PURCHASE);
        assertThatThrownBy(() -> ContentBased.DEFAULTS.fit(builder.build(), TrainingRun.withSeed(1)))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.DATA_INSUFFICIENT))
                .hasMessageContaining("at least two training items");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContentBased(ContentSettings.NOTHING, 0.7))
                .withMessageContaining("content.text");
    }

    private static List<String> words(String text) {
        return new Scanner(text).tokens().toList();
    }

    private static void put(State content, String name, float[]... rows) {
        content.put(name + ".rows", new State.Floats(new long[] {rows.length, rows[0].length}, rows));
        content.put(
                name + ".present",
                IntStream.range(0, rows.length)
                        .filter(item -> IntStream.range(0, rows[item].length).anyMatch(at -> rows[item][at] != 0))
                        .toArray());
    }
}
