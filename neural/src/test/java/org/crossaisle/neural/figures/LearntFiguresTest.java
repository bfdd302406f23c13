package org.crossaisle.neural.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.Progress;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.evaluate.Evaluation;
import org.crossaisle.evaluate.RecipeResult;
import org.crossaisle.io.recipe.Recipes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The learnt families on Amazon Beauty's validation targets, trained to their end, against floors a few hundredths
 * below what they reached when this was written (docs/results.md). It takes about an hour, and runs with
 * {@code -Pnightly}.
 */
@Tag("nightly")
class LearntFiguresTest {
    @TempDir
    Path shop;

    @ParameterizedTest
    @CsvSource({"gru, .109, .0615", "bsarec, .125, .0735", "text, .124, .073", "hstu, .119, .069", "best, .137, .083"})
    void beauty_onValidation(String recipe, double recall, double ndcg) {
        Dataset data = PublicData.imported("amazon-beauty", shop);
        Map<String, String> settings =
                recipe.equals("best") ? Map.of() : Map.of("learningRate", "0.002", "patience", "4");
        RecipeResult result = new Evaluation(
                        "amazon-beauty",
                        new LeaveOneOut().of(data).validationAsTest(),
                        List.of(),
                        true,
                        Progress.SILENT)
                .run(Map.of(recipe, Recipes.with(Recipes.of(recipe), settings)), List.of(1L), Optional.empty())
                .results()
                .get(0);
        System.out.printf(
                "%-12s Recall@10 %.4f  NDCG@10 %.4f  %.0f s%n",
                recipe, result.metric("all", "recall@10"), result.metric("all", "ndcg@10"), result.seconds());
        assertThat(result.metric("all", "recall@10")).isGreaterThan(recall);
        assertThat(result.metric("all", "ndcg@10")).isGreaterThan(ndcg);
    }
}
