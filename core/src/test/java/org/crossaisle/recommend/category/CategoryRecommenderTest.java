package org.crossaisle.recommend.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.action.Action;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.recommend.crossing.CoarserPredictions;
import org.crossaisle.recommend.crossing.PerLevel;
import org.crossaisle.recommend.rerank.CandidatePools;
import org.junit.jupiter.api.Test;

class CategoryRecommenderTest {
    private final Catalog catalog = CandidatePools.catalog("A", "B", "C", "D");
    private final CategoryLevel level = CandidatePools.level(catalog, 0);
    private final CategoryGraph graph = CategoryGraph.of(data(), level, Progress.SILENT);

    /** Of 60 users 40 go from A to B, 10 from A to C, 10 have D only. */
    private Dataset data() {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int user = 0; user < 60; user++) {
            builder.startUser();
            int[] items = user < 40 ? new int[] {0, 1} : user < 50 ? new int[] {0, 2} : new int[] {3};
            for (int item : items) {
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    private CategoryRecommender recommender(Optional<CategoryModel> model) {
        return new CategoryRecommender(List.of(graph), any -> model, new PerLevel<>(any -> query -> 0.25));
    }

    private static Query query(int... history) {
        return Query.of(History.ofItems(history), History.NO_TIME).withCount(3);
    }

    private static List<String> paths(CategoryRecommendations answer) {
        return answer.list().stream().map(one -> one.path().toString()).toList();
    }

    @Test
    void graph_leadsWhereCustomersWent_andSaysWhy() {
        CategoryRecommendations answer = recommender(Optional.empty()).recommend(query(0), 0);
        assertThat(answer.basis()).isEqualTo(CategoryRecommendations.Basis.GRAPH);
        assertThat(answer.propensity()).hasValue(0.25);
        assertThat(paths(answer)).startsWith("B", "C").doesNotContain("A");
        CategoryRecommendation first = answer.list().get(0);
        assertThat(first.rank()).isEqualTo(1);
        assertThat(first.probability())
                .isCloseTo(graph.rate(level.of(0)[0], level.of(1)[0]), within(1e-12))
                .isBetween(0.4, 0.85);
        assertThat(first.because().orElseThrow().customers()).isEqualTo(40);
        assertThat(answer.list().get(2).because()).isEmpty(); // nobody went to D
    }

    @Test
    void ofTwoKnownCategories_theOneThatLeadsThereMoreOftenCounts() {
        double fromB = graph.rate(level.of(1)[0], level.of(2)[0]);
        double fromA = graph.rate(level.of(0)[0], level.of(2)[0]);
        CategoryRecommendations answer = recommender(Optional.empty()).recommend(query(0, 1), 0);
        assertThat(paths(answer)).containsExactlyInAnyOrder("C", "D");
        double told = answer.list().stream()
                .filter(one -> one.path().toString().equals("C"))
                .findFirst()
                .orElseThrow()
                .probability();
        assertThat(fromA).isNotEqualTo(fromB);
        assertThat(told).isEqualTo(Math.max(fromA, fromB));
    }

    @Test
    void newUser_getsWhatMostCustomersHave() {
        CategoryRecommendations answer = recommender(Optional.empty()).recommend(query(), 0);
        assertThat(answer.basis()).isEqualTo(CategoryRecommendations.Basis.POPULAR);
        assertThat(answer.propensity()).isEmpty();
        assertThat(paths(answer)).startsWith("A", "B");
        assertThat(answer.list().get(0).probability()).isCloseTo(50.0 / 60, within(1e-12));
    }

    @Test
    void modelThatForesees_goesBeforeTheGraph() {
        CategoryRecommendations answer = recommender(Optional.of(new Foreseeing(level, 0.4f, 0.1f, 0.2f, 0.3f)))
                .recommend(query(0), 0);
        assertThat(answer.basis()).isEqualTo(CategoryRecommendations.Basis.MODEL);
        assertThat(paths(answer)).containsExactly("D", "C", "B");
        assertThat(answer.list().get(0).probability()).isCloseTo(0.3, within(1e-6));
    }

    @Test
    void foresightOfALevel_addsUpToThatOfTheLevelAbove() {
        Catalog deeper = CandidatePools.catalog("A>x", "A>y", "B>z", "C");
        CategoryLevel fine = CandidatePools.level(deeper, 1);
        Foreseeing model = new Foreseeing(fine, 0.4f, 0.1f, 0.2f, 0.3f);
        CategoryModel coarse = CoarserPredictions.at(model, CandidatePools.level(deeper, 0), deeper.categories());
        float[] told = new float[3];
        coarse.categories(query(0), told);
        assertThat(IntStream.of(coarse.categories())
                        .mapToObj(category -> deeper.categories().path(category).toString()))
                .containsExactly("A", "B", "C");
        assertThat(told).containsExactly(new float[] {0.5f, 0.2f, 0.3f}, within(1e-6f));
        assertThat(CoarserPredictions.at(model, fine, deeper.categories())).isSameAs(model);
    }

    @Test
    void userWhoKnowsEverything_andALevelThatIsNot_areSaid() {
        assertThat(recommender(Optional.empty()).recommend(query(0, 1, 2, 3), 0).list())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recommender(Optional.empty()).recommend(query(0), 1))
                .withMessageContaining("[0, 0]");
    }

    /** Foresees the same whoever asks. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Foreseeing(CategoryLevel level, float... told) implements CategoryModel {
        @Override
        public int[] categories() {
            return IntStream.range(0, told.length)
                    .map(item -> level.of(item)[0])
                    .toArray();
        }

        @Override
        public void categories(Query query, float[] probabilities) {
            System.arraycopy(told, 0, probabilities, 0, told.length);
        }

        @Override
        public int items() {
            return told.length;
        }

        @Override
        public void score(Query query, float[] scores) {}

        @Override
        public State state() {
            return new State();
        }
    }
}
