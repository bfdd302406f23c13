package org.crossaisle.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.evaluate.compare.Comparison;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    /** User 0 goes 0, 1, 2 -> 3 (within A); user 1 goes 0, 1, 0 -> 4 (to B). */
    private static Dataset data() {
        DatasetBuilder builder = new DatasetBuilder(Fakes.catalog());
        for (int[] items : new int[][] {{0, 1, 2, 3}, {0, 1, 0, 4}}) {
            builder.startUser();
            for (int item : items) {
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    /** Two recipes that are measured and one that does not fit. */
    static EvaluationReport report() {
        Map<String, Trainer> recipes = new LinkedHashMap<>();
        recipes.put("up", new Fakes.Remembering(new Fakes.Fixed(1, 2, 3, 4, 5, 6, 7)));
        recipes.put("down", new Fakes.Remembering(new Fakes.Fixed(7, 6, 5, 4, 3, 2, 1)));
        recipes.put("huge", new TooLarge());
        return new Evaluation("two users", new LeaveOneOut().of(data()), List.of(0), true, Progress.SILENT)
                .run(recipes, List.of(1L, 2L), Optional.of("up"));
    }

    private record TooLarge() implements Trainer {
        @Override
        public String name() {
            return "huge";
        }

        @Override
        public Model fit(Dataset data, TrainingRun run) {
            throw new RecsException(RecsException.Code.TOO_LARGE, "needs 9 GB, 1 GB is free");
        }

        @Override
        public Model load(State state, Catalog catalog) {
            throw new UnsupportedOperationException("not asked for");
        }
    }

    @Test
    void subsets_areWorkedOutFromHistoryAndTarget() {
        RecipeResult up = report().results().get(0);
        // "up" ranks 6, 5, 4, then 3: user 0's target 3 is 4th; user 1's target 4 is 3rd.
        assertThat(up.metric("all", "mrr@5")).isCloseTo((1.0 / 4 + 1.0 / 3) / 2, within(1e-12));
        assertThat(up.metric("within@0", "mrr@5")).isCloseTo(1.0 / 4, within(1e-12));
        assertThat(up.metric("cross@0", "mrr@5")).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(up.metric("cross@0", "restricted[0].ndcg@10")).isCloseTo(Math.log(2) / Math.log(3), within(1e-12));
        SubsetResult cross = up.subsets().get("cross@0");
        assertThat(cross).isNotNull();
        assertThat(cross.n()).isEqualTo(1);
        assertThat(cross.share()).isEqualTo(0.5);
        // Two users draw from 1 / log2(5) and 1 / log2(4).
        SubsetResult all = up.subsets().get("all");
        assertThat(all).isNotNull();
        assertThat(all.intervals())
                .containsEntry("ndcg@10", new SubsetResult.Range(Math.log(2) / Math.log(5), Math.log(2) / Math.log(4)))
                .containsOnlyKeys("recall@10", "ndcg@10");
        SubsetResult few = up.subsets().get("history 1-4");
        assertThat(few).isNotNull();
        assertThat(few.intervals()).isEmpty();
        // Training saw 0 and 1 twice, 2 never: it is user 0's validation item. The targets 3 and 4 were never seen.
        assertThat(subset(up, "item events 0").n()).isEqualTo(2);
        assertThat(subset(up, "item events 0").intervals()).isEmpty();
        assertThat(subset(up, "history 3-5").n()).isEqualTo(2);
        assertThat(up.metric("history 1-4", "mrr@5")).isEqualTo(up.metric("all", "mrr@5"));
    }

    @Test
    void recipeThatDoesNotFit_isARowThatSaysWhy() {
        EvaluationReport report = report();
        assertThat(report.results().get(2).problem()).isEqualTo("needs 9 GB, 1 GB is free");
        assertThat(report.toText()).contains("huge: needs 9 GB, 1 GB is free");
    }

    @Test
    void comparison_isTheDifferenceToTheReference() {
        EvaluationReport report = report();
        Comparison all = report.comparisons().get(0);
        assertThat(all.recipe()).isEqualTo("down");
        assertThat(all.reference()).isEqualTo("up");
        assertThat(all.subset()).isEqualTo("all");
        assertThat(all.difference())
                .isCloseTo(
                        report.results().get(1).metric("all", "ndcg@10")
                                - report.results().get(0).metric("all", "ndcg@10"),
                        within(1e-12));
        assertThat(all.relative())
                .isCloseTo(all.difference() / report.results().get(0).metric("all", "ndcg@10"), within(1e-12));
        // The recipe without a result has none.
        assertThat(report.comparisons()).extracting(Comparison::subset).containsExactly("all", "cross@0", "cross@0");
        assertThat(report.comparisons())
                .extracting(Comparison::metric)
                .containsExactly("ndcg@10", "ndcg@10", "hit[0]@5");
        // User 1 goes to B: downwards 4 and 5 are among the first five items 2 to 6 just as upwards.
        assertThat(report.comparisons().get(2).difference()).isZero();
    }

    @Test
    void explorationGap_isTheNewPartOfTheListsLessThatOfTheTargets() {
        // Unmasked lists of all seven items. User 0 knows A: new are 4 and 5 of 7, as for user 1. Half of the targets
        // is new.
        EvaluationReport report = new Evaluation(
                        "two users", new LeaveOneOut().of(data()), List.of(0), false, Progress.SILENT)
                .run(
                        Map.of("up", new Fakes.Remembering(new Fakes.Fixed(1, 2, 3, 4, 5, 6, 7))),
                        List.of(1L),
                        Optional.empty());
        RecipeResult up = report.results().get(0);
        assertThat(up.metric("all", "novelty[0]@10")).isCloseTo(2.0 / 7, within(1e-12));
        assertThat(up.metric("all", "gap[0]@10")).isCloseTo(2.0 / 7 - 0.5, within(1e-12));
        assertThat(up.metric("cross@0", "gap[0]@10")).isNaN();
        assertThat(report.repeats()).isZero();
    }

    /** Fails as it is told, from the second seed on. */
    private record Failing(RecsException.Code code) implements Trainer {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public Model fit(Dataset data, TrainingRun run) {
            if (run.seed() > 1) {
                throw new RecsException(code, "why it failed");
            }
            return new Fakes.Fixed(1, 2, 3, 4, 5, 6, 7);
        }

        @Override
        public Model load(State state, Catalog catalog) {
            throw new UnsupportedOperationException("not asked for");
        }
    }

    @Test
    void recipeThatFailsWithASeed_hasNoFigures_andOnlyWhatIsNotItsFaultStopsTheEvaluation() {
        Evaluation evaluation =
                new Evaluation("two users", new LeaveOneOut().of(data()), List.of(0), true, Progress.SILENT);
        for (RecsException.Code code : RecsException.Code.values()) {
            Map<String, Trainer> recipes = new LinkedHashMap<>();
            recipes.put("failing", new Failing(code));
            recipes.put("fine", new BySeed());
            switch (code) {
                case TOO_LARGE, DATA_INSUFFICIENT, UNSUPPORTED -> {
                    EvaluationReport report = evaluation.run(recipes, List.of(1L, 2L), Optional.empty());
                    RecipeResult failing = report.result("failing").orElseThrow();
                    assertThat(failing.problem()).isEqualTo("why it failed");
                    assertThat(failing.subsets()).isEmpty();
                    assertThat(report.result("fine").orElseThrow().subsets()).isNotEmpty();
                    assertThat(report.result("nobody")).isEmpty();
                    assertThat(report.comparisons()).isEmpty(); // the first is the reference, and has no figures
                }
                default ->
                    assertThatThrownBy(() -> evaluation.run(recipes, List.of(1L, 2L), Optional.empty()))
                            .hasMessage("why it failed");
            }
        }
    }

    @Test
    void serendipity_isAgainstPopularAndItemKnn_asTheyWereMeasured() {
        Map<String, Trainer> recipes = new LinkedHashMap<>();
        recipes.put("up", new Fakes.Remembering(new Fakes.Fixed(1, 2, 3, 4, 5, 6, 7)));
        recipes.put("popular", new Fakes.Remembering(new Fakes.Fixed(7, 6, 5, 4, 3, 2, 1)));
        recipes.put("itemknn", new TooLarge());
        EvaluationReport report = new Evaluation(
                        "two users", new LeaveOneOut().of(data()), List.of(0, 1), true, Progress.SILENT)
                .run(recipes, List.of(1L), Optional.of("popular"));
        // Seven items: everything is within the first ten of both.
        assertThat(report.results().get(0).metric("all", "serendipity@10")).isZero();
        assertThat(report().results().get(0).metric("all", "serendipity@10")).isNaN();
        // The primaries are all targets and the deepest level's cross targets.
        assertThat(report.comparisons()).extracting(Comparison::subset).containsExactly("all", "cross@1", "cross@1");
        assertThat(report.comparisons()).extracting(Comparison::recipe).containsOnly("up");
    }

    /** Scores upwards for the first seed and downwards for the second. */
    private record BySeed() implements Trainer {
        @Override
        public String name() {
            return "by seed";
        }

        @Override
        public Model fit(Dataset data, TrainingRun run) {
            return run.seed() == 1 ? new Fakes.Fixed(1, 2, 3, 4, 5, 6, 7) : new Fakes.Fixed(7, 6, 5, 4, 3, 2, 1);
        }

        @Override
        public Model load(State state, Catalog catalog) {
            throw new UnsupportedOperationException("not asked for");
        }
    }

    @Test
    void seeds_areAveraged() {
        EvaluationReport report = new Evaluation(
                        "two users", new LeaveOneOut().of(data()), List.of(0), true, Progress.SILENT)
                .run(Map.of("by seed", new BySeed()), List.of(1L, 2L), Optional.empty());
        // User 0 knows 0 1 2, target 3 of 3 4 5 6: 4th upwards, 1st downwards. User 1 knows 0 1, target 4 of 2 3 4 5 6:
        // 3rd both
        // ways.
        RecipeResult result = report.results().get(0);
        assertThat(result.metric("within@0", "mrr@5")).isCloseTo((1.0 / 4 + 1) / 2, within(1e-12));
        assertThat(result.metric("cross@0", "mrr@5")).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(result.metric("all", "mrr@5")).isCloseTo((0.625 + 1.0 / 3) / 2, within(1e-12));
        // NDCG@10: upwards 1 / log2(5) and 1 / log2(4), downwards 1 and 1 / log2(4). Two values deviate by half of what
        // lies between them times the root of 2. Every target is among the first ten, so recall does not deviate.
        double up = (1 / log2(5) + 0.5) / 2;
        double down = (1 + 0.5) / 2;
        Map<String, SeedSpread> spreads = subset(result, "all").spreads();
        assertThat(spreads).containsOnlyKeys("recall@10", "ndcg@10");
        SeedSpread ndcg = spreads.getOrDefault("ndcg@10", new SeedSpread(List.of(0.0, 0.0)));
        assertThat(ndcg.values().get(0)).isCloseTo(up, within(1e-12));
        assertThat(ndcg.values().get(1)).isCloseTo(down, within(1e-12));
        assertThat(ndcg.deviation()).isCloseTo((down - up) / 2 * Math.sqrt(2), within(1e-12));
        assertThat(String.valueOf(subset(result, "all").asMap().get("spreads")))
                .startsWith("{recall@10={deviation=0.0, values=[1.0, 1.0]}, ndcg@10={deviation=");
        assertThat(subset(result, "within@0").spreads()).isEmpty();
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private static SubsetResult subset(RecipeResult result, String name) {
        return Optional.ofNullable(result.subsets().get(name)).orElseThrow();
    }

    @Test
    void oneSeed_hasNoSpread() {
        RecipeResult result = new Evaluation(
                        "two users", new LeaveOneOut().of(data()), List.of(0), true, Progress.SILENT)
                .run(Map.of("by seed", new BySeed()), List.of(1L), Optional.empty())
                .results()
                .get(0);
        assertThat(subset(result, "all").spreads()).isEmpty();
        assertThat(subset(result, "all").asMap()).doesNotContainKey("spreads");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeedSpread(List.of(0.5)))
                .withMessage("a spread needs at least two seeds, there are 1");
    }

    /** Three seeds reach 1, 2 and 6: mean 3, squares 4 + 1 + 9 = 14, by n - 1 = 2: the root of 7. */
    @Test
    void spreadOfThreeSeeds_isTheDeviationByOneLessThanThereAre() {
        assertThat(new SeedSpread(List.of(1.0, 2.0, 6.0)).deviation()).isCloseTo(Math.sqrt(7), within(1e-12));
    }

    @Test
    void defaultLevels_beginBelowASingleDepartment_andEndWhereTheCatalogDoes() {
        assertThat(Evaluation.defaultLevels(Fakes.catalog())).containsExactly(0, 1);
        assertThat(Evaluation.defaultLevels(new Catalog(List.of(Item.of("a", "", "A>b>c>d")))))
                .containsExactly(1, 2);
        assertThat(Evaluation.defaultLevels(new Catalog(List.of(Item.of("a", "", "A"), Item.of("b", "", "B")))))
                .containsExactly(0);
        assertThat(Evaluation.defaultLevels(new Catalog(List.of(Item.of("a", "")))))
                .isEmpty();
    }
}
