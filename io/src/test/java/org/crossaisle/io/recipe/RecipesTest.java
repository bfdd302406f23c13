package org.crossaisle.io.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossaisle.RecsException;
import org.crossaisle.model.count.ItemKnn;
import org.crossaisle.model.count.Popular;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipesTest {
    private static final RecipeTable COUNTING = new RecipeTable(List.of(new CountingRecipes()));

    @Test
    void withoutNeural_countingRecipesAreTrainedSavedAndLoaded_andADeepOneSaysWhatItNeeds(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path said = directory.resolve("said.txt");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPathWithoutNeural(),
                        TrainedWithoutNeural.class.getName(),
                        directory.toString(),
                        "bsarec")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(program.waitFor()).isEqualTo(1);
        assertThat(Files.readString(said))
                .contains("popular came back", "itemknn came back", "transitions came back")
                .contains("recipe `bsarec` needs module crossaisle-neural on the class path");
    }

    private static String classPathWithoutNeural() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !entry.contains("neural") && !entry.contains("bytedeco"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void unknownRecipe_isToldTheNearest_andHowAJarIsAdded() {
        assertThatThrownBy(() -> COUNTING.named("itemnkn", "--recipe"))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("there is no recipe itemnkn. Nearest: itemknn. All: popular, ")
                .hasMessageContaining("CROSSAISLE_CLASSPATH");
    }

    @Test
    void twoProvidersOfOneName_areRefused() {
        RecipeProvider other = () -> List.of(new Recipe("itemknn", new ItemKnn(), "the same", "nothing"));
        assertThatThrownBy(() -> new RecipeTable(List.of(new CountingRecipes(), other)))
                .hasMessageContaining("two providers have a recipe named itemknn")
                .hasMessageContaining(CountingRecipes.class.getName());
    }

    @Test
    void recipeWhoseSettingsMakeUpItsName_isWrittenUnderItsClass_andReadBack() {
        Map<String, Object> described = COUNTING.describe(new Popular(7, false));
        assertThat(described).containsEntry("recipe", "popular").containsEntry("days", 7);
        assertThat(COUNTING.read(described, "test")).isEqualTo(new Popular(7, false));
    }

    @Test
    void nameOfARecipe_isLowerCaseWithHyphens() {
        for (String name : List.of("Popular", "a_b", "", "-a", "a b")) {
            assertThatThrownBy(() -> new Recipe(name, new Popular(), "", ""))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the name of a recipe");
        }
    }
}
