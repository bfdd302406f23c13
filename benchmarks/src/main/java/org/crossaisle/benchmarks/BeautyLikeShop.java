package org.crossaisle.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;

/**
 * A synthetic shop of the size and shape of the Amazon Beauty training data under leave-one-out: 22,363 users, 12,101
 * items, histories of 3 to 202 interactions, 6.9 on average. It has no patterns to learn; it is for measuring speed
 * without the real data.
 *
 * <p>Every item is bought at least once, few are bought often; three in five have a brand, and all lie in a tree of
 * categories.
 */
final class BeautyLikeShop {
    static final int USERS = 22_363;
    static final int ITEMS = 12_101;

    /**
     * Quantiles of the real lengths: a share of all users, and the length that theirs do not exceed. Linear in between.
     */
    private static final double[][] LENGTHS = {
        {0, 2.5},
        {0.34, 3.5},
        {0.54, 4.5},
        {0.66, 5.5},
        {0.74, 6.5},
        {0.79, 7.5},
        {0.85, 10},
        {0.9, 12.5},
        {0.95, 19},
        {0.97, 24},
        {0.98, 30},
        {0.99, 41},
        {0.995, 54},
        {0.998, 77},
        {0.999, 97},
        {0.9995, 114},
        {0.9999, 180},
        {1, 202}
    };

    /** Skew of the popularity: with this value the most popular 1% of items have about 10% of the interactions. */
    private static final double POPULARITY = 2;

    private static final int BRANDS = 436;
    private static final int WIDTH = 6; // children of a category
    private static final int DEPTH = 3;

    private BeautyLikeShop() {}

    /** Creates the shop for a seed. */
    static Dataset of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            items.add(item("i" + item, random));
        }
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        int unseen = ITEMS;
        for (int user = 0; user < USERS; user++) {
            builder.startUser();
            int length = length(random.nextDouble());
            for (int at = 0; at < length; at++) {
                int item = at == 0 && unseen > 0 ? --unseen : (int) (ITEMS * Math.pow(random.nextDouble(), POPULARITY));
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    /** @param share of the users that have fewer interactions, in [0, 1) */
    private static int length(double share) {
        int at = 1;
        while (LENGTHS[at][0] <= share) {
            at++;
        }
        double[] below = LENGTHS[at - 1];
        double[] above = LENGTHS[at];
        double part = (share - below[0]) / (above[0] - below[0]);
        return (int) Math.round(below[1] + part * (above[1] - below[1]) + 1e-9);
    }

    private static Item item(String id, SplittableRandom random) {
        StringBuilder path = new StringBuilder("Beauty");
        for (int level = 0; level < DEPTH; level++) {
            path.append(CategoryPath.SEPARATOR).append((char) ('A' + random.nextInt(WIDTH)));
        }
        boolean branded = random.nextInt(5) < 3;
        String brand = "brand " + (int) (BRANDS * Math.pow(random.nextDouble(), POPULARITY));
        return new Item(
                id,
                "",
                "",
                List.of(CategoryPath.parse(path.toString())),
                branded ? brand : "",
                OptionalDouble.of(1 + random.nextInt(100)),
                new TreeMap<>(Map.of()),
                "");
    }
}
