package org.crossaisle.neural.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.model.State;
import org.crossaisle.neural.content.text.TitleTokens;
import org.crossaisle.neural.content.vector.ContentVectors;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.junit.jupiter.api.Test;

/** What item vectors are made of, against loops in plain Java. */
class ItemPartsTest {
    private static final int D = 3;

    private final Random random = new Random(2);
    private final Parameters parameters = new Parameters(1);
    private final Catalog catalog = new Catalog(List.of(
            Item.of("a", "red trail shoe", "Sports>Running>Shoes"),
            Item.of("b", "blue trail shoe red", "Sports>Running>Shoes"),
            Item.of("c", "", "Sports>Running>Shoes"),
            Item.of("d", "red shoe", "Sports>Running>Shoes"),
            Item.of("e", "shoe", "Sports>Running>Shoes")));

    @Test
    void title_isTheGreatestValueOfEachFilter_throughALinearLayer() {
        TitlePart.Settings settings = new TitlePart.Settings(2, 4, 0.5, new TitleTokens.Settings(1, 100, 5));
        TitleTokens tokens = new TitleTokens(catalog, known(5), settings.tokens());
        ItemPart part = new TitlePart(parameters, settings, tokens, D);
        shake();
        int[] items = {1, 2, 4, ItemPart.NO_ITEM};
        float[] own;
        try (TensorScope scope = TensorScope.plain()) {
            own = Values.floats(part.of(items).vectors(Dropout.NONE));
        }
        float[] vectors = values("tokens");
        for (int at = 0; at < items.length; at++) {
            int[] title = items[at] < 0 ? new int[0] : tokens.of(items[at]);
            float[] greatest = new float[6];
            for (int width = 1; width <= 3; width++) {
                for (int start = 0; start < title.length; start++) {
                    for (int filter = 0; filter < 2; filter++) {
                        float sum = 0;
                        for (int tap = 0; tap < width; tap++) {
                            String name = "filter" + width + "." + tap;
                            // behind the title there are zeros, which a filter sees up to the greatest length
                            if (start + tap < 5) {
                                sum += values(name + ".bias")[filter];
                            }
                            for (int e = 0; e < 4 && start + tap < title.length; e++) {
                                sum += values(name + ".weight")[filter * 4 + e] * vectors[title[start + tap] * 4 + e];
                            }
                        }
                        int place = 2 * (width - 1) + filter;
                        greatest[place] = Math.max(greatest[place], sum);
                    }
                }
            }
            for (int d = 0; d < D; d++) {
                float expected = values("title.bias")[d];
                for (int place = 0; place < 6; place++) {
                    expected += values("title.weight")[d * 6 + place] * greatest[place];
                }
                assertThat(own[at * D + d]).as("item %d", items[at]).isCloseTo(expected, within(1e-4f));
            }
        }
    }

    @Test
    void contents_areSummed_andAMissingOneHasAVectorOfItsOwn() {
        List<ContentVectors> contents = contents();
        ItemPart part = new ContentPart(parameters, contents, D);
        shake();
        int[] items = {0, 1, 2, ItemPart.NO_ITEM};
        float[] own;
        try (TensorScope scope = TensorScope.plain()) {
            own = Values.floats(part.of(items).vectors(Dropout.NONE));
        }
        for (int at = 0; at < items.length; at++) {
            for (int d = 0; d < D; d++) {
                float expected = 0;
                for (ContentVectors content : contents) {
                    String name = "content." + content.name() + ".";
                    if (items[at] >= 0 && content.isPresent(items[at])) {
                        expected += values(name + "bias")[d];
                        for (int k = 0; k < content.dimension(); k++) {
                            expected +=
                                    values(name + "weight")[d * content.dimension() + k] * content.row(items[at])[k];
                        }
                    } else {
                        expected += values(name + "missing")[d];
                    }
                }
                assertThat(own[at * D + d]).isCloseTo(expected, within(1e-4f));
            }
        }
    }

    /**
     * Without features: what is normalised has mean 0 and the length the norm begins with; the own vector at most half
     * of it.
     */
    @Test
    void ownVector_isBoundedByItsShareOfTheContent() {
        ItemVectors.Settings settings = ItemVectors.Settings.of(false, 0).withOwnShare(0.5);
        ItemVectors items = new ItemVectors(parameters, settings, D, catalog, known(5), contents());
        Values.fill(parameter("ids"), new float[] {30, 0, 0, 0.01f, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 50, 0, 0, 0});
        try (TensorScope scope = TensorScope.plain()) {
            float[] all = Values.floats(items.of(0, 1, 2));
            Values.fill(parameter("ids"), new float[18]);
            float[] read = Values.floats(items.of(0, 1, 2));
            for (int item = 0; item < 3; item++) {
                double content = length(read[3 * item], read[3 * item + 1], read[3 * item + 2]);
                double own = length(
                        all[3 * item] - read[3 * item],
                        all[3 * item + 1] - read[3 * item + 1],
                        all[3 * item + 2] - read[3 * item + 2]);
                assertThat(read[3 * item] + read[3 * item + 1] + read[3 * item + 2])
                        .isCloseTo(0, within(1e-5f));
                assertThat(content).isCloseTo(0.1 * Math.sqrt(3), within(0.01));
                assertThat(own).isCloseTo(item == 0 ? content / 2 : item == 1 ? 0.01 : 0, within(1e-4));
            }
        }
    }

    @Test
    void someItems_haveTheVectorsTheyHaveAmongAll() {
        ItemVectors.Settings settings =
                ItemVectors.Settings.of(true, 0).withOwnShare(0.5).withTitles(2);
        ItemVectors items = new ItemVectors(parameters, settings, D, catalog, known(4), contents());
        shake();
        try (TensorScope scope = TensorScope.plain()) {
            float[] all = Values.floats(items.ofKnown(Dropout.NONE)); // 4 known, then none
            float[] some = Values.floats(items.ofKnown(new int[] {1, 3, 4}, Dropout.NONE, false));
            float[] asked = Values.floats(items.of(1, 3, 4));
            for (int d = 0; d < D; d++) {
                assertThat(some[d]).isCloseTo(all[D + d], within(1e-5f));
                assertThat(some[D + d]).isCloseTo(all[3 * D + d], within(1e-5f));
                assertThat(some[2 * D + d]).isCloseTo(all[4 * D + d], within(1e-5f));
                assertThat(asked[d]).isCloseTo(all[D + d], within(1e-5f));
            }
        }
    }

    /**
     * Of the levels Sports, Running, Shoes an item loses all from one on, each as often; with a rate of .6, two fifths
     * keep all.
     */
    @Test
    void levelDropout_takesTheDeeperCategoriesFirst() {
        ItemPart part = new FeaturePart(parameters, new ItemFeatures(catalog, known(5)), 0.6, 1);
        float[] one = new float[] {100, 10, 1, 0}; // a vector of one number for each feature, and of none
        Values.fill(parameter("features"), one);
        int[] items = new int[3000];
        Dropout dropout = Dropout.withSeed(3);
        dropout.begin(0, 0);
        int[] counts = new int[112];
        try (TensorScope scope = TensorScope.plain()) {
            for (float value : Values.floats(part.of(items).vectors(dropout))) {
                counts[Math.round(value)]++;
            }
            assertThat(Values.floats(part.of(0).vectors(Dropout.NONE))).containsExactly(111f);
        }
        int deepestFirst = ofFeature(catalog, 2); // which number stands for Shoes depends on the order of features
        assertThat(counts[111]).isBetween(1100, 1300);
        assertThat(counts[0]).isBetween(500, 700);
        assertThat(counts[111 - deepestFirst]).isBetween(500, 700);
        assertThat(counts[111] + counts[0] + counts[111 - deepestFirst] + counts[ofFeature(catalog, 0)])
                .isEqualTo(3000);
    }

    /** The number that stands for the category at a level. */
    private static int ofFeature(Catalog catalog, int level) {
        ItemFeatures features = new ItemFeatures(catalog, known(5));
        int[] values = {100, 10, 1};
        for (int feature : features.of(0)) {
            if (features.depth(feature) == level) {
                return values[feature];
            }
        }
        throw new AssertionError("no category at level " + level);
    }

    private List<ContentVectors> contents() {
        State state = new State();
        state.put("text.rows", new State.Floats(new long[] {5, 2}, new float[][] {
                    {1, 2}, {3, -1}, {0, 0}, {2, 2}, {5, 1}
                }))
                .put("text.present", 0, 1, 3, 4)
                .put("image.rows", new State.Floats(new long[] {5, 1}, new float[][] {{4}, {0}, {0}, {1}, {1}}))
                .put("image.present", 0, 3, 4);
        return ContentVectors.read(state);
    }

    private static BitSet known(int count) {
        BitSet known = new BitSet();
        known.set(0, count);
        return known;
    }

    private static double length(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    private Tensor parameter(String name) {
        return Objects.requireNonNull(parameters.all().get(name));
    }

    private float[] values(String name) {
        return Values.floats(parameter(name));
    }

    /** Gives every parameter values that tell. */
    private void shake() {
        for (Tensor each : parameters.all().values()) {
            float[] values = new float[Math.toIntExact(each.numel())];
            for (int at = 0; at < values.length; at++) {
                values[at] = (float) random.nextGaussian();
            }
            Values.fill(each, values);
        }
    }
}
