package org.crossaisle.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.blend.Blend;
import org.crossaisle.model.boost.LambdaMart;
import org.crossaisle.model.category.CrossCategory;
import org.crossaisle.model.count.Popular;
import org.crossaisle.model.department.Guarded;
import org.crossaisle.neural.sequence.DeepSequence;
import org.junit.jupiter.api.Test;

class LearntOnValidationTest {
    private static final List<Trainer> PARTS = List.of(new Popular());
    private static final Fitted TREES =
            Fitted.NONE.with("weights", List.of(1.0)).withTexts("trees", List.of("eJ"));

    private static List<String> names(Trainer asked, Frozen frozen) {
        return LearntOnValidation.of(asked, frozen).names();
    }

    @Test
    void whatWasLearnt_isNamed_whereverItStands() {
        LambdaMart open = LambdaMart.of(PARTS);
        Frozen learnt = new Frozen(open, TREES);
        assertThat(names(open, learnt)).containsExactly("weights", "trees");
        assertThat(names(Recipes.of("best"), learnt)).containsExactly("weights", "trees");
        Fitted crossed = Fitted.NONE
                .withPart("of", TREES)
                .with("temperature", List.of(0.5))
                .with("weights", List.of(1.0))
                .with("pull", List.of(0.0, 0.0));
        assertThat(names(CrossCategory.of(open), new Frozen(CrossCategory.of(open), crossed)))
                .containsExactly("weights", "trees", "a temperature", "how far categories move items");
        Fitted alone = Fitted.NONE.withRecipe("Toys", Frozen.of(new Popular()));
        assertThat(names(Guarded.of(open), new Frozen(Guarded.of(open), alone)))
                .containsExactly("which departments have a model of their own");
        DeepSequence deep = (DeepSequence) Recipes.of("transformer");
        assertThat(LearntOnValidation.of(deep, Frozen.of(deep.withEpochs(3))).warning())
                .contains(
                        "these are the targets from which the number of epochs were learnt, so the figures are optimistic;"
                                + " evaluate measures on other targets");
        assertThat(LearntOnValidation.of(open, learnt).warning().orElseThrow())
                .startsWith("these are the targets from which weights and trees were learnt, ");
    }

    @Test
    void whereNothingWasOpen_nothingIsSaid() {
        assertThat(names(new Popular(), Frozen.of(new Popular()))).isEmpty();
        Blend given = new Blend(PARTS, List.of(1.0), 500);
        assertThat(LearntOnValidation.of(given, Frozen.of(given)).warning()).isEmpty();
    }
}
