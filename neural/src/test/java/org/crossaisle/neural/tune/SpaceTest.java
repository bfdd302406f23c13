package org.crossaisle.neural.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.model.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceTest {
    private static final Trainer BSAREC = Recipes.of("bsarec");

    @TempDir
    Path directory;

    private Space space(String yaml) {
        try {
            return Space.read(Files.writeString(directory.resolve("space.yaml"), yaml), BSAREC);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Double> values(Space space, int count) {
        Axis axis = space.axes().get(0);
        return IntStream.range(0, count)
                .mapToObj(at -> Double.valueOf(axis.at((double) at / count)))
                .toList();
    }

    /** From 1e-4 to 1e-2 half of the way is 1e-3, a quarter is 10^-3.5. */
    @Test
    void logarithmicRange_isEvenInTheLogarithm() {
        assertThat(values(space("learningRate: {from: 1e-4, to: 1.0e-2, log: true}"), 4))
                .containsExactly(1e-4, 3.16e-4, 1e-3, 3.16e-3);
    }

    @Test
    void range_staysBetweenItsEnds() {
        assertThat(values(space("dropout: {from: 0.1234, to: 0.5678}"), 1000))
                .allMatch(value -> value >= 0.1234 && value <= 0.5678)
                .contains(0.1234)
                .anyMatch(value -> value > 0.566);
    }

    /** blocks is a whole number, dropout is not, though both are written so. */
    @Test
    void rangeOfAWholeNumber_givesEachOfThemEquallyOften() {
        assertThat(values(space("blocks: {from: 1, to: 3}"), 6)).containsExactly(1., 1., 2., 2., 3., 3.);
        assertThat(values(space("idDropout: {from: 0, to: 0.5}"), 4)).containsExactly(0., 0.125, 0.25, 0.375);
        assertThat(values(space("batchSize: {from: 1, to: 8, log: true}"), 100)).contains(1., 2., 8.);
    }

    @Test
    void choices_comeEquallyOften() {
        assertThat(values(space("dimension: [32, 64, 128]"), 6)).containsExactly(32., 32., 64., 64., 128., 128.);
    }

    @Test
    void innerSettings_mayBeWrittenAsMaps() {
        assertThat(space(
                                "training:\n  learningRate: {from: 0.001, to: 0.01}\nusers:\n  encoder: [bsarec, transformer]\n")
                        .inWords())
                .containsExactly(
                        Map.entry("training.learningRate", "0.001 to 0.01"),
                        Map.entry("users.encoder", "[bsarec, transformer]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            learningRat: [0.1]                         | there is no setting learningRat. Nearest: training.learningRate
            dropout: [0.1, 1.5]                        | dropout is 1.5, must be in [0, 1)
            dropout: {from: 0.1, to: 7}                | dropout is 7.0, must be in [0, 1)
            blocks: {from: 0.5, to: 3}                 | blocks is 0.5, expected a value of type int
            dropout: 0.1                               | dropout is 0.1, expected a list of choices, [64, 128], or a range
            dropout: []                                | dropout is [], expected one or more plain values
            dropout: {from: 0.5, to: 0.1}              | dropout is from 0.5 to 0.1, from must be below to
            dropout: {from: 0, to: 0.1, log: true}     | dropout is from 0.0, must be above 0 where log is true
            dropout: {from: 0.1}                       | dropout.to is null, expected a number
            dropout: {from: 0.1, to: 0.5, lok: true}   | dropout has no key lok. Nearest: log. All: from, to, log
            dropout: {from: 0.1, to: 0.5, log: yes}    | dropout.log is yes, expected true or false
            """)
    void whatIsNoSpace_isNamed(String yaml, String message) {
        assertThatThrownBy(() -> space(yaml))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.SETTING_INVALID))
                .hasMessageContaining("space.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void trials_beginWithTheRecipeItself_andFewerAreTheFirstOfMore() {
        Space space = Space.usual(BSAREC, true);
        List<Map<String, String>> trials = space.trials(BSAREC, 20, 1);
        assertThat(trials).hasSize(20).doesNotHaveDuplicates();
        assertThat(trials.get(0)).isEmpty();
        assertThat(space.trials(BSAREC, 7, 1)).isEqualTo(trials.subList(0, 7));
        assertThat(space.trials(BSAREC, 20, 2)).isNotEqualTo(trials);
        assertThat(trials.subList(1, 20)).allSatisfy(settings -> {
            assertThat(Recipes.with(BSAREC, settings)).isNotEqualTo(BSAREC);
            settings.forEach((name, value) -> assertThat(Recipes.with(BSAREC, Map.of(name, value)))
                    .as(name)
                    .isNotEqualTo(BSAREC));
        });
    }

    /** Two settings of two and three choices, one combination of which is the recipe itself. */
    @Test
    void smallSpace_isTriedAsAWhole() {
        assertThat(space("blocks: [1, 2]\ndimension: [32, 64, 128]").trials(BSAREC, 50, 3))
                .containsExactlyInAnyOrder(
                        Map.of(),
                        Map.of("blocks", "1"),
                        Map.of("dimension", "32"),
                        Map.of("dimension", "128"),
                        Map.of("blocks", "1", "dimension", "32"),
                        Map.of("blocks", "1", "dimension", "128"));
    }

    @Test
    void usualSpace_hasWhatTheRecipeHas() {
        assertThat(Space.usual(BSAREC, true).inWords())
                .containsOnlyKeys(
                        "training.learningRate",
                        "training.batchSize",
                        "dimension",
                        "items.idDropout",
                        "features.times",
                        "users.dropout",
                        "users.blocks",
                        "users.share",
                        "users.frequencies");
        assertThat(Space.usual(BSAREC, false).inWords()).doesNotContainKey("features.times");
        assertThat(Space.usual(Recipes.of("gru"), true).inWords()).containsKeys("users.width", "users.layers");
        assertThat(Space.usual(Recipes.of("itemknn"), true).inWords())
                .containsOnlyKeys("neighbours", "recency", "shrinkage");
        assertThat(Space.usual(Recipes.of("blend"), true).isEmpty()).isTrue();
        assertThat(Space.usual(BSAREC, true)
                        .without(Set.of("dropout", "users.blocks"))
                        .inWords())
                .hasSize(7)
                .doesNotContainKeys("users.dropout", "users.blocks");
    }

    /** Every recipe takes its usual space; that of the blends is empty. */
    @Test
    void usualSpace_fitsEveryRecipe() {
        assertThat(Recipes.names()).allSatisfy(name -> {
            Trainer trainer = Recipes.of(name);
            Space space = Space.usual(trainer, true);
            assertThat(space.trials(trainer, 5, 1)).hasSize(space.isEmpty() ? 1 : 5);
        });
    }
}
