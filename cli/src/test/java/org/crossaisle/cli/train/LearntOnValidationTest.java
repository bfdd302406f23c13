package org.crossaisle.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.blend.Blend;
import org.crossaisle.model.boost.LambdaMart;
import org.crossaisle.model.boost.Trees;
import org.crossaisle.model.category.CrossCategory;
import org.crossaisle.model.count.Popular;
import org.crossaisle.neural.sequence.DeepSequence;
import org.junit.jupiter.api.Test;

class LearntOnValidationTest {
    private static final List<Trainer> PARTS = List.of(new Popular());

    private static LearntOnValidation between(Trainer asked, Trainer settled) {
        return LearntOnValidation.of(Recipes.describe(asked), Recipes.describe(settled));
    }

    /** A tree of one leaf, as settings have it. */
    private static String leaf() {
        Trees.Builder builder = new Trees.Builder();
        builder.startTree();
        builder.addLeaf(0.5f);
        return builder.build().text();
    }

    private static LambdaMart trees(String learnt, Double... weights) {
        LambdaMart usual = LambdaMart.of(PARTS);
        return new LambdaMart(
                usual.parts(),
                List.of(weights),
                usual.proposals(),
                usual.candidates(),
                usual.rounds(),
                usual.depth(),
                usual.learningRate(),
                usual.heldOut(),
                usual.crossing(),
                learnt);
    }

    @Test
    void whatWasSettled_isNamed_whereverItStands() {
        Trainer learnt = trees(leaf(), 1.0);
        assertThat(between(LambdaMart.of(PARTS), learnt).names()).containsExactly("weights", "trees");
        assertThat(between(Recipes.of("best"), learnt).names()).containsExactly("weights", "trees");
        assertThat(between(
                                CrossCategory.of(LambdaMart.of(PARTS)),
                                new CrossCategory(learnt, 2, 0.01, 0.33, 0.5, List.of(), List.of(0.0, 0.0)))
                        .names())
                .containsExactly("weights", "trees", "a temperature", "how far categories move items");
        DeepSequence deep = (DeepSequence) Recipes.of("transformer");
        assertThat(between(deep, deep.withEpochs(3)).warning())
                .contains(
                        "these are the targets from which the number of epochs were learnt, so the figures are optimistic;"
                                + " evaluate measures on other targets");
        assertThat(between(LambdaMart.of(PARTS), learnt).warning().orElseThrow())
                .startsWith("these are the targets from which weights and trees were learnt, ");
    }

    @Test
    void whereNothingWasOpen_nothingIsSaid() {
        assertThat(between(new Popular(), new Popular()).warning()).isEmpty();
        Blend given = new Blend(PARTS, List.of(1.0), 500);
        assertThat(between(given, given).warning()).isEmpty();
        assertThat(between(trees("", 1.0), trees("", 1.0)).warning()).isEmpty();
    }
}
