package org.crossaisle.io.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models saved by an earlier version are read and answer alike. */
class EarlierModelsTest {
    private static final Path ARTIFACTS = Path.of("src/test/resources/artifacts");

    @ParameterizedTest
    @ValueSource(strings = {"popular", "itemknn", "blend", "lambdamart"})
    void modelOfAnEarlierVersion_answersAsItDid(String name) throws IOException {
        Path directory = ARTIFACTS.resolve(name);
        float[] scores = TwentyItems.scores(
                ModelDirectory.load(directory, TwentyItems.shop().catalog()).model());
        List<String> expected = Files.readAllLines(directory.resolve("scores.txt"));
        assertThat(scores).hasSize(expected.size());
        for (int item = 0; item < scores.length; item++) {
            assertThat(scores[item]).as("item %d", item).isEqualTo(Float.parseFloat(expected.get(item)));
        }
    }
}
