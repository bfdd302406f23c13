package org.crossaisle.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.Progress;
import org.crossaisle.action.Action;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.history.History;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.blend.Blend;
import org.crossaisle.model.count.Popular;
import org.crossaisle.model.count.Transitions;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static Split split() {
        DatasetBuilder builder = new DatasetBuilder(Fakes.catalog());
        for (int[] items : new int[][] {{0, 3, 4, 0, 1}, {1, 0, 3, 4, 2}, {2, 0, 3, 1, 4}, {5, 0, 3, 4, 2}}) {
            builder.startUser();
            for (int item : items) {
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        return new LeaveOneOut().of(builder.build());
    }

    private static List<RecipeResult> results(boolean parts, List<Trainer> blended) {
        Map<String, Trainer> recipes = new LinkedHashMap<>();
        recipes.put("transitions", new Transitions());
        recipes.put("mine", new Blend(blended, List.of(1.0, 2.0), 10));
        return new Evaluation("four users", split(), List.of(0), true, parts, Progress.SILENT)
                .run(recipes, List.of(1L), Optional.empty())
                .results();
    }

    @Test
    void partOfABlend_isMeasuredAsItIsAlone() {
        List<RecipeResult> results = results(true, List.of(new Transitions(), new Popular()));
        assertThat(results)
                .extracting(RecipeResult::recipe)
                .containsExactly("transitions", "mine", "mine: transitions", "mine: popular");
        assertThat(results.get(2).subsets()).isEqualTo(results.get(0).subsets());
        assertThat(results.get(3).subsets()).isNotEqualTo(results.get(0).subsets());
    }

    @Test
    void twoPartsOfOneName_areToldApartByTheirPlace() {
        assertThat(results(true, List.of(new Popular(), new Popular())))
                .extracting(RecipeResult::recipe)
                .containsExactly("transitions", "mine", "mine: popular", "mine: popular 2");
    }

    @Test
    void notAskedFor_notMeasured() {
        assertThat(results(false, List.of(new Transitions(), new Popular()))).hasSize(2);
    }
}
