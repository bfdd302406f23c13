package org.crossaisle.io.simulate;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The items of a simulated shop. The items of a category are ordered, and a customer who buys one goes on to one of the
 * next few more often than to others. This is the pattern that a sequence model can learn.
 *
 * <p>Immutable; threads may share it.
 */
final class Shelves {
    private static final String[] BRANDS = {
        "Alder", "Birch", "Cedar", "Dune", "Ember", "Fjord", "Grove", "Haven", "Islet", "Juniper", "Kestrel", "Lumen"
    };
    private static final String[] CHINESE_BRANDS = {
        "青杉", "白桦", "雪松", "沙丘", "余烬", "峡湾", "小林", "港湾", "屿", "杜松", "红隼", "流明"
    };
    private static final String[] ADJECTIVES = {
        "Classic", "Light", "Pro", "Eco", "Compact", "Premium", "Everyday", "Bold"
    };
    private static final String[] CHINESE_ADJECTIVES = {"经典", "轻便", "专业", "环保", "小巧", "高级", "日常", "醒目"};
    static final int BRANDS_OF_A_SHOP = BRANDS.length;
    private static final double NEW_SHARE = 0.25;

    private final List<Assortment.Category> categories;
    private final SimulationSettings settings;
    private final int[] firsts; // [categories + 1]: items of category c are firsts[c] to firsts[c + 1], at least one
    private final int[] brands; // [items]
    private final double[] prices; // [items]
    private final int[] firstDays; // [items]: first day on sale

    Shelves(List<Assortment.Category> categories, SimulationSettings settings) {
        this.categories = categories;
        this.settings = settings;
        SplittableRandom random = new SplittableRandom(settings.seed());
        double[] sizes = new double[categories.size()];
        for (int category = 0; category < sizes.length; category++) {
            sizes[category] = 0.5 + random.nextDouble();
        }
        double total =
                IntStream.range(0, sizes.length).mapToDouble(at -> sizes[at]).sum();
        firsts = new int[sizes.length + 1];
        double sum = 0;
        for (int category = 0; category < sizes.length; category++) {
            sum += sizes[category];
            firsts[category + 1] = category + 1 + (int) Math.round((settings.items() - sizes.length) * sum / total);
        }
        brands = new int[settings.items()];
        prices = new double[settings.items()];
        firstDays = new int[settings.items()];
        for (int item = 0; item < brands.length; item++) {
            brands[item] = (int) (BRANDS.length * Math.pow(random.nextDouble(), 1.5));
            double tier = 0.7 + 0.6 * brands[item] / BRANDS.length;
            prices[item] = categories.get(category(item)).price() * tier * Math.exp(0.35 * random.nextGaussian());
            firstDays[item] = random.nextDouble() < NEW_SHARE ? random.nextInt(ShopSimulator.DAYS) : 0;
        }
        for (int category = 0; category < sizes.length; category++) {
            firstDays[firsts[category]] = 0; // so that there is always an item on sale
        }
    }

    int category(int item) {
        int low = 0;
        int high = firsts.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (firsts[middle] <= item) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int brand(int item) {
        return brands[item];
    }

    /** The first day on which an item is on sale; day 0 is the shop's first. */
    int firstDay(int item) {
        return firstDays[item];
    }

    double price(int item) {
        return prices[item];
    }

    /**
     * Picks an item of a category that is on sale: mostly one of the three after {@code last}, else a popular one,
     * preferably of the liked brand.
     *
     * @param last the item of this category the user took last, or -1
     */
    int pick(int category, int last, int likedBrand, int day, SplittableRandom random) {
        int from = firsts[category];
        int size = firsts[category + 1] - from;
        for (int attempt = 0; attempt < 8; attempt++) {
            boolean follows = last >= 0 && random.nextDouble() < 0.65;
            int item = follows
                    ? from + Math.floorMod(last - from + 1 + random.nextInt(3), size)
                    : from + (int) (size * Math.pow(random.nextDouble(), 2));
            boolean liked = brands[item] == likedBrand || random.nextDouble() < 0.4;
            if (firstDay(item) <= day && (follows || liked)) {
                return item;
            }
        }
        return from; // on sale since the first day
    }

    /** The header line of the items file. */
    static String header() {
        return "item_id,title,description,category_path,brand,price,colour";
    }

    /** The line of an item in the items file. */
    String line(int item) {
        Assortment.Category category = categories.get(category(item));
        SplittableRandom random = new SplittableRandom(settings.seed() * 31 + item);
        int adjective = random.nextInt(ADJECTIVES.length);
        boolean chinese = switch (settings.language()) {
            case ENGLISH -> false;
            case CHINESE -> true;
            case MIXED -> random.nextInt(3) == 0;
        };
        String brand = chinese ? CHINESE_BRANDS[brands[item]] : BRANDS[brands[item]];
        String title = chinese
                ? brand + " " + CHINESE_ADJECTIVES[adjective] + category.chinese() + " "
                        + (item - firsts[category(item)] + 1)
                : brand + " " + ADJECTIVES[adjective] + " " + category.englishName() + " "
                        + (item - firsts[category(item)] + 1);
        String colour = new String[] {"black", "white", "blue", "red", "green"}[random.nextInt(5)];
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%s,%.2f,%s",
                id(item),
                title,
                chinese ? "模拟商品" : "A simulated item",
                category.path(),
                BRANDS[brands[item]],
                prices[item],
                colour);
    }

    static String id(int item) {
        return String.format(Locale.ROOT, "i%06d", item);
    }
}
