package org.crossaisle.neural.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.junit.jupiter.api.Test;

class CategoryHeadTest {
    /** 60 items of a, b and c in turn, then one of a and b, then one of none. */
    private static Catalog catalog() {
        return new Catalog(Stream.concat(
                        IntStream.range(0, 60)
                                .mapToObj(item -> Item.of("i" + item, "", "abc".substring(item % 3, item % 3 + 1))),
                        Stream.of(Item.of("both", "", "a", "b"), Item.of("none", "")))
                .toList());
    }

    private static CategoryHead head(Parameters parameters) {
        Catalog catalog = catalog();
        BitSet known = new BitSet();
        known.set(0, catalog.size());
        return CategoryHead.of(parameters.of("categories"), catalog, 2, known, 2)
                .orElseThrow();
    }

    @Test
    void lossIsTheMeanCrossEntropy_overWhatHasACategory() {
        Parameters parameters = new Parameters(1);
        CategoryHead head = head(parameters);
        // W = [[1, 0], [0, 1], [0, 0]], b = 0: the logits of a user (x, y) are x, y and 0
        Values.fill(Objects.requireNonNull(parameters.all().get("categories.weight")), new float[] {1, 0, 0, 1, 0, 0});
        try (TensorScope scope = TensorScope.plain()) {
            Tensor users = Values.of(new float[] {(float) Math.log(2), 0, 0, (float) Math.log(3), 1, 1, 5, 5}, 4, 2);
            // of a: 2 / 4 = 1/2; of b: 3 / 5; of both: e / (2 e + 1) each; the last item has no category
            double both = Math.exp(1) / (2 * Math.exp(1) + 1);
            double expected = -(Math.log(0.5) + Math.log(0.6) + Math.log(both)) / 3;
            assertThat(head.loss(users, 0, 1, 60, 61).orElseThrow().item_float())
                    .isCloseTo((float) expected, within(1e-6f));
            assertThat(head.loss(users.narrow(0, 0, 1), 61)).isEmpty();
        }
    }

    @Test
    void probabilities_sumToOne() {
        CategoryHead head = head(new Parameters(1));
        try (TensorScope scope = TensorScope.plain()) {
            float[] told = Values.floats(head.logProbabilities(Values.of(new float[] {3, -1}, 1, 2)));
            double sum = IntStream.range(0, told.length)
                    .mapToDouble(at -> Math.exp(told[at]))
                    .sum();
            assertThat(told).hasSize(3);
            assertThat(sum).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void oneCategory_hasNoHead() {
        Catalog catalog = new Catalog(List.of(Item.of("x", "", "a"), Item.of("y", "", "a")));
        BitSet known = new BitSet();
        known.set(0, 2);
        Parameters parameters = new Parameters(1);
        assertThat(CategoryHead.of(parameters, catalog, 2, known, 2)).isEmpty();
        assertThat(parameters.all()).isEmpty();
        assertThat(CategoryHead.parameters(catalog, 2, known, 2)).isZero();
        assertThat(CategoryHead.parameters(catalog(), 2, new BitSet(), 2)).isEqualTo(9);
    }
}
