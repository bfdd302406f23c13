package org.crossaisle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.crossaisle.RecsException;
import org.crossaisle.model.count.Popular;
import org.junit.jupiter.api.Test;

class FittedTest {
    private static final Fitted WEIGHTS = Fitted.NONE.with("weights", List.of(1.0, 0.5));

    @Test
    void partThatLearntNothing_isNotKept() {
        assertThat(Fitted.NONE.withPart("of", Fitted.NONE)).isEqualTo(Fitted.NONE);
        assertThat(Fitted.NONE.withPart("of", WEIGHTS).part("of")).isEqualTo(WEIGHTS);
        assertThat(WEIGHTS.part("of")).isEqualTo(Fitted.NONE);
    }

    @Test
    void numbersOfParts_haveDottedNames() {
        Fitted nested = WEIGHTS.withPart("parts.1", Fitted.NONE.withPart("of", WEIGHTS));
        assertThat(nested.allNumbers()).containsOnlyKeys("weights", "parts.1.of.weights");
    }

    @Test
    void otherCountOfNumbers_isRefused() {
        assertThat(WEIGHTS.numbers("weights", 2)).contains(List.of(1.0, 0.5));
        assertThatThrownBy(() -> WEIGHTS.numbers("weights", 3))
                .isInstanceOf(RecsException.class)
                .hasMessage("the fitted values named weights are 2 numbers, expected 3; train the model again");
    }

    @Test
    void recipeThatLearnsNothing_refusesFittedValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Popular().fit(Shops.random(1, 5, 5), WEIGHTS, TrainingRun.withSeed(1)))
                .withMessageContaining("popular learns nothing on validation");
    }
}
