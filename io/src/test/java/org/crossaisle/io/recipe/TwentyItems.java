package org.crossaisle.io.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;

/** The shop that the models under {@code artifacts/} were trained on. */
final class TwentyItems {
    private TwentyItems() {}

    static Dataset shop() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < 20; item++) {
            items.add(Item.of("i" + item, "Item " + item, "A" + item % 2 + ">B" + item % 4));
        }
        Random random = new Random(1);
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < 60; user++) {
            builder.startUser();
            int at = random.nextInt(20);
            for (int day = 0; day < 5; day++) {
                builder.add(at, day * 86_400L, Action.PURCHASE);
                at = (at + 1 + random.nextInt(3)) % 20;
            }
        }
        return builder.build();
    }

    /** What the files {@code scores.txt} beside those models hold: the scores after items 0, 1 and 2. */
    static float[] scores(Model model) {
        float[] scores = new float[model.items()];
        model.score(Query.of(History.ofItems(0, 1, 2), History.NO_TIME), scores);
        return scores;
    }
}
