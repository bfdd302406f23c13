package org.crossaisle.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;

/** Shops made up for tests. */
public final class Shops {
    public static final long DAY = 86_400;

    private Shops() {}

    /** A catalog of items in departments A, B and C by turns; every seventh has no category. */
    public static Catalog catalog(int items) {
        List<Item> list = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            String id = "item-" + item;
            list.add(item % 7 == 6 ? Item.of(id, id) : Item.of(id, id, "ABC".charAt(item % 3) + ">" + item % 5));
        }
        return new Catalog(list);
    }

    /** Users who bought these items in this order, at unknown times. */
    public static Dataset ofItems(int items, int[]... histories) {
        DatasetBuilder builder = new DatasetBuilder(catalog(items));
        for (int[] history : histories) {
            builder.startUser();
            for (int item : history) {
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    /**
     * Users with up to 12 interactions, low item numbers more often, some items twice, some returned, some users empty.
     */
    public static Dataset random(long seed, int users, int items) {
        Random random = new Random(seed);
        DatasetBuilder builder = new DatasetBuilder(catalog(items));
        for (int user = 0; user < users; user++) {
            builder.startUser();
            long[] days = random.longs(random.nextInt(13), 0, 400).sorted().toArray();
            for (long day : days) {
                int item = (int) (items * Math.pow(random.nextDouble(), 2));
                Action action = random.nextInt(10) == 0 ? Action.RETURN : Action.PURCHASE;
                builder.add(item, day * DAY, action);
            }
        }
        return builder.build();
    }

    /** The scores of a model, written over rubbish. */
    public static float[] scores(Model model, Query query) {
        float[] scores = new float[model.items()];
        Arrays.fill(scores, Float.NaN);
        model.score(query, scores);
        return scores;
    }

    public static float[] scores(Model model, int... history) {
        return scores(model, Query.of(History.ofItems(history), History.NO_TIME));
    }
}
