package org.crossaisle.model.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.AdditiveModel;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Shops;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.junit.jupiter.api.Test;

class AttributeKnnTest extends ModelContract {
    private static final TrainingRun RUN = TrainingRun.withSeed(1);

    @Override
    protected Trainer trainer() {
        return new AttributeKnn(8, 1, 0.7, 1, 1, 1, 1, 0.1, 5);
    }

    private static Item item(int number, String path, String brand, double price, String... colours) {
        Map<String, String> attributes = new TreeMap<>();
        for (String colour : colours) {
            attributes.put("colour " + colour, "yes");
        }
        return new Item(
                "i" + number,
                "",
                "",
                path.isEmpty() ? List.of() : List.of(CategoryPath.parse(path)),
                brand,
                Double.isNaN(price) ? OptionalDouble.empty() : OptionalDouble.of(price),
                new TreeMap<>(attributes),
                "");
    }

    private static Dataset shop(List<Item> items, int[]... histories) {
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int[] history : histories) {
            builder.startUser();
            for (int item : history) {
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    private static AdditiveModel fit(AttributeKnn settings, Dataset data) {
        return (AdditiveModel) settings.fit(data, RUN);
    }

    /**
     * Items 0 and 1 lie at A>b>c and A>b>d: 2 x 2 / (3 + 3) = 2/3. Both are of brand X, but for case. Of their
     * attributes red, blue and red, green one of three is the same. Prices e - 1, e^3 - 1 and e^3 - 1 have logarithms
     * 1, 3, 3: mean 7/3, deviation sqrt((16 + 4 + 4) / 27) = 0.942809; so 0 and 1 lie 2 / 0.942809 > 1 apart and 1 and
     * 2 not at all. With strengths 2, 3, 4, 5: 0 and 1 agree by 4/3 + 3 + 4/3 = 17/3; 1 and 2, in other departments,
     * without a common brand or attribute, by 5. Both pairs were had by one user of one or two each: w(0, 1) = 1 /
     * (sqrt(1 x 2) + 1) (1 + 17/3), w(1, 2) = 1 / (sqrt(2 x 1) + 1) (1 + 5).
     */
    @Test
    void weights_areMultipliedByOnePlusWhatAgrees() {
        Dataset data = shop(
                List.of(
                        item(0, "A>b>c", "X", Math.E - 1, "red", "blue"),
                        item(1, "A>b>d", " x ", Math.exp(3) - 1, "red", "green"),
                        item(2, "B", "", Math.exp(3) - 1)),
                new int[] {0, 1},
                new int[] {1, 2});
        AdditiveModel model = fit(new AttributeKnn(10, 1, 0.5, 2, 3, 4, 5, 0, 5), data);
        double plain = 1 / (Math.sqrt(2) + 1);
        assertThat(model.weight(0, 1)).isCloseTo((float) (plain * (1 + 17.0 / 3)), within(1e-5f));
        assertThat(model.weight(1, 0)).isEqualTo(model.weight(0, 1));
        assertThat(model.weight(1, 2)).isCloseTo((float) (plain * 6), within(1e-5f));
        assertThat(model.weight(0, 2)).isZero();
        assertThat(model.users(0, 1)).isEqualTo(1);
    }

    @Test
    void withoutStrengths_itIsItemKnn() {
        Dataset data = Shops.random(7, 60, 40);
        float[] scores = Shops.scores(new AttributeKnn(8, 1, 0.7, 0, 0, 0, 0, 0.1, 5).fit(data, RUN), 3, 1, 4);
        assertThat(scores).containsExactly(Shops.scores(new ItemKnn(8, 1, 0.7).fit(data, RUN), 3, 1, 4));
    }

    /** Item 3 is new: as 0 by category and brand, as 1 by category, as 2 by nothing. */
    @Test
    void newItem_isLinkedBothWaysWithThoseItIsLike() {
        Dataset data = shop(
                List.of(
                        item(0, "A>b", "X", Double.NaN),
                        item(1, "A>b", "Y", Double.NaN),
                        item(2, "C", "Z", Double.NaN),
                        item(3, "A>b", "X", Double.NaN)),
                new int[] {0, 1, 2});
        AdditiveModel model = fit(new AttributeKnn(10, 1, 0.5, 1, 3, 0, 0, 0.2, 5), data);
        assertThat(model.weight(0, 3)).isCloseTo(0.2f, within(1e-6f));
        assertThat(model.weight(3, 0)).isCloseTo(0.2f, within(1e-6f));
        assertThat(model.weight(1, 3)).isCloseTo(0.05f, within(1e-6f)); // 1 of 4
        assertThat(model.weight(2, 3)).isZero();
        assertThat(model.users(0, 3)).isZero();
        assertThat(Shops.scores(model, 0)[3]).isPositive();
        // One link only: with the item most like it.
        AdditiveModel one = fit(new AttributeKnn(10, 1, 0.5, 1, 3, 0, 0, 0.2, 1), data);
        assertThat(one.weight(3, 0)).isPositive();
        assertThat(one.weight(3, 1)).isZero();
        AdditiveModel none = fit(new AttributeKnn(10, 1, 0.5, 1, 3, 0, 0, 0, 5), data);
        assertThat(none.weight(0, 3)).isZero();
    }

    @Test
    void itemSeenOnlyAlone_isNewToo_andOneSeenWithAnotherIsNot() {
        Dataset data = shop(
                List.of(
                        item(0, "A", "", Double.NaN),
                        item(1, "A", "", Double.NaN),
                        item(2, "A", "", Double.NaN),
                        item(3, "A", "", Double.NaN)),
                new int[] {0, 1},
                new int[] {2, 2});
        AdditiveModel model = fit(new AttributeKnn(10, 1, 0.5, 1, 0, 0, 0, 0.2, 5), data);
        assertThat(model.weight(2, 0)).isCloseTo(0.2f, within(1e-6f));
        assertThat(model.weight(2, 3)).isZero(); // two new items are not linked
        assertThat(model.weight(0, 1)).isCloseTo(2 * 1 / (1 + 1f), within(1e-6f));
    }

    @Test
    void catalogOfOneCategory_ofNone_andPricesOfZero_areOrdinary() {
        for (String path : List.of("", "A")) {
            List<Item> items = new ArrayList<>();
            for (int item = 0; item < 30; item++) {
                items.add(item(item, path, "", 0));
            }
            float[] scores = Shops.scores(new AttributeKnn().fit(shop(items, new int[] {0, 1, 2}), RUN), 0);
            assertThat(scores).doesNotContain(Float.NaN);
            assertThat(scores[1]).isPositive();
            assertThat(scores[20] > 0).isEqualTo(!path.isEmpty());
        }
    }

    @Test
    void aBrandForEachOfAMillionItems_costsNoMoreThanTheItems() {
        int size = 1_000_000;
        List<Item> items = new ArrayList<>(size);
        for (int item = 0; item < size; item++) {
            items.add(item(item, "", "brand " + item, Double.NaN));
        }
        Dataset data = shop(items, new int[] {0, 1}, new int[] {1, 2});
        AdditiveModel model = fit(new AttributeKnn(5, 1, 0.5, 1, 1, 1, 1, 0.2, 5), data);
        assertThat(model.weight(0, 1)).isPositive();
        assertThat(model.weight(0, size - 1)).isZero();
    }

    /**
     * All items in one category, of one brand, of which two were seen: the others are compared with those two alone.
     */
    @Test
    void aHundredThousandNewItemsOfOneBrand_haveAFewLinksEach() {
        int size = 100_000;
        List<Item> items = new ArrayList<>(size);
        for (int item = 0; item < size; item++) {
            items.add(item(item, "A>b", "X", 1));
        }
        int[] first = new int[1000];
        Arrays.setAll(first, at -> at);
        AdditiveModel model = fit(new AttributeKnn(5, 1, 0.5, 1, 1, 1, 1, 0.2, 3), shop(items, first));
        int links = 0;
        for (int other = 0; other < size; other++) {
            links += model.weight(size - 1, other) > 0 ? 1 : 0;
        }
        assertThat(links).isEqualTo(3);
    }

    @Test
    void settingsOutOfRange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeKnn(0, 1, 1, 1, 1, 1, 1, 1, 1))
                .withMessage("neighbours is 0, must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeKnn(1, -1, 1, 1, 1, 1, 1, 1, 1))
                .withMessageStartingWith("shrinkage");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeKnn(1, 1, 0, 1, 1, 1, 1, 1, 1))
                .withMessageStartingWith("recency");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeKnn(1, 1, 1, -1, 1, 1, 1, 1, 1))
                .withMessageStartingWith("category");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeKnn(1, 1, 1, 1, -1, 1, 1, 1, 1))
                .withMessageStartingWith("brand");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeKnn(1, 1, 1, 1, 1, Double.NaN, 1, 1, 1))
                .withMessageStartingWith("attributes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeKnn(1, 1, 1, 1, 1, 1, -1, 1, 1))
                .withMessageStartingWith("price");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeKnn(1, 1, 1, 1, 1, 1, 1, -1, 1))
                .withMessageStartingWith("cold");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeKnn(1, 1, 1, 1, 1, 1, 1, 1, 0))
                .withMessageStartingWith("coldNeighbours");
    }
}
