package org.crossaisle.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.RecsException;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.evaluate.compare.Comparison;
import org.junit.jupiter.api.Test;

/** How what an evaluation found is told: as text for people and as a map for programs. */
class EvaluationReportTest {
    @Test
    void text_isOneTableWithItsCircumstances() {
        Map<String, SubsetResult> subsets = new LinkedHashMap<>();
        subsets.put(
                "all",
                new SubsetResult(
                        10,
                        1,
                        Map.of("recall@10", 0.5, "ndcg@10", 0.25),
                        Map.of("ndcg@10", new SubsetResult.Range(-0.125, 1)),
                        Map.of("recall@10", new SeedSpread(List.of(0.25, 0.75)))));
        subsets.put("cross@0", new SubsetResult(4, 0.4, Map.of("recall@10", 1.0), Map.of(), Map.of()));
        subsets.put("cold", new SubsetResult(0, 0, Map.of(), Map.of(), Map.of()));
        subsets.put("item events 0", new SubsetResult(3, 0.3, Map.of("recall@10", 0.25), Map.of(), Map.of()));
        subsets.put("history 2", new SubsetResult(7, 0.7, Map.of("recall@10", 0.75), Map.of(), Map.of()));
        subsets.put("history 1-4", new SubsetResult(10, 1, Map.of(), Map.of(), Map.of()));
        EvaluationReport report = new EvaluationReport(
                "茶",
                "temporal",
                "last",
                Optional.of(RequestTime.LAST_EVENT),
                10,
                3,
                true,
                List.of(
                        new RecipeResult(
                                "huge", List.of(1L), 0.04, "needs 9 GB", Optional.empty(), Map.of(), Optional.empty()),
                        new RecipeResult(
                                "fine", List.of(1L, 2L), 1.26, "", Optional.empty(), subsets, Optional.empty())),
                List.of(
                        new Comparison(
                                "fine", "huge", "all", "ndcg@10", 0.1, Double.POSITIVE_INFINITY, -0.1, 0.3, 0.25),
                        new Comparison("fine", "huge", "cross@0", "ndcg@10", 0.1, 0.125, 0.05, 0.3, 0.01)));
        assertThat(report.toText().lines())
                .containsExactly(
                        "茶, temporal, targets last, requests at the time of the last event before the target, n = 10, cross@0"
                                + " 4 (40.0 %), 3 repeats left out",
                        "Recall@10 / NDCG@10 over the whole catalog, items of the history masked, ties count against the"
                                + " model",
                        "",
                        "recipe                    all     cross@0      NDCG@10 95 %  seeds  seconds",
                        "huge                        -           -                 -      1      0.0",
                        "fine    .5000 ± .3536 / .2500  1.0000 / -  -.1250 to 1.0000      2      1.3",
                        "huge: needs 9 GB",
                        "fine against huge, ndcg@10 on all: +0.1000 [-0.1000, +0.3000], p = 0.2500, a tie",
                        "fine against huge, ndcg@10 on cross@0: +0.1000 (+12.5 %) [+0.0500, +0.3000], p = 0.0100");
        assertThat(report.exposureText().lines())
                .containsExactly(
                        "recipe   item events 0",
                        "targets              3",
                        "huge             - / -",
                        "fine         .2500 / -",
                        "",
                        "recipe   history 2",
                        "targets          7",
                        "huge         - / -",
                        "fine     .7500 / -");
        assertThat(report.metricsText(List.of("ndcg@10", "recall@10")).lines())
                .containsExactly(
                        "recipe  ndcg@10      recall@10",
                        "huge          -              -",
                        "fine      .2500  .5000 ± .3536");
        assertThatExceptionOfType(RecsException.class)
                .isThrownBy(() -> report.metricsText(List.of("ndgc@10")))
                .withMessage("there is no metric ndgc@10 in this evaluation; nearest: ndcg@10");
        EvaluationReport unmasked = new EvaluationReport(
                "茶", "temporal", "last", Optional.empty(), 10, 0, false, report.results(), List.of());
        assertThat(unmasked.toText())
                .contains("(40.0 %)\n")
                .contains("targets last, requests without times, n = 10")
                .contains(", nothing masked, ")
                .doesNotContain("repeats");
    }

    private static EvaluationReport withNdcg(String recipe, double all, double cross) {
        Map<String, SubsetResult> subsets = new LinkedHashMap<>();
        subsets.put("all", new SubsetResult(10, 1, Map.of("ndcg@10", all), Map.of(), Map.of()));
        subsets.put("cross@2", new SubsetResult(4, 0.4, Map.of("ndcg@10", cross), Map.of(), Map.of()));
        SubsetResult reference = new SubsetResult(10, 1, Map.of("ndcg@10", 0.06), Map.of(), Map.of());
        SubsetResult across = new SubsetResult(4, 0.4, Map.of("ndcg@10", 0.02), Map.of(), Map.of());
        return new EvaluationReport(
                "data",
                "temporal",
                "last",
                Optional.of(RequestTime.LAST_EVENT),
                10,
                0,
                true,
                List.of(
                        new RecipeResult(
                                "transformer",
                                List.of(1L),
                                1,
                                "",
                                Optional.empty(),
                                Map.of("all", reference, "cross@2", across),
                                Optional.empty()),
                        new RecipeResult(recipe, List.of(1L), 1, "", Optional.empty(), subsets, Optional.empty())),
                List.of());
    }

    @Test
    void j_isTheMeanOfBothFiguresByTheReference() {
        // (.03 / .06 + .05 / .02) / 2 = (.5 + 2.5) / 2
        EvaluationReport report = withNdcg("other", 0.03, 0.05);
        assertThat(report.j("other", "transformer").orElseThrow()).isCloseTo(1.5, within(1e-12));
        assertThat(report.j("transformer", "transformer").orElseThrow()).isCloseTo(1, within(1e-12));
        // (.06 / .03 + .02 / .05) / 2 = (2 + .4) / 2
        assertThat(report.j("transformer", "other").orElseThrow()).isCloseTo(1.2, within(1e-12));
        assertThat(report.toText()).contains("J of other: 1.500", "J of transformer: 1.000");
        assertThat(String.valueOf(report.asMap().get("j"))).isEqualTo("{transformer=1.0, other=1.5}");
    }

    @Test
    void withoutAFigureToDivideBy_thereIsNoJ() {
        EvaluationReport report = withNdcg("other", 0, 0.05);
        assertThat(report.j("transformer", "other")).isEmpty();
        assertThat(report.j("other", "nobody")).isEmpty();
        assertThat(EvaluationTest.report().toText()).doesNotContain("J of");
        assertThat(EvaluationTest.report().asMap()).doesNotContainKey("j");
    }

    @Test
    void map_hasTheNamesOfTheProtocol() {
        Map<String, Object> map = EvaluationTest.report().asMap();
        assertThat(map).containsKeys("dataset", "split", "targets", "n", "results");
        assertThat(map.get("split")).isEqualTo("leave-one-out");
        assertThat(String.valueOf(map.get("results")))
                .contains(
                        "ndcg@50=",
                        "recipe=huge, seeds=[1, 2], seconds=",
                        "problem=needs 9 GB, 1 GB is free, metrics={}",
                        "cross@0={n=1, share=0.5, ",
                        "intervals={recall@10=[1.0, 1.0], ndcg@10=[",
                        "recipe=up",
                        "seeds=[1, 2]",
                        "all={n=2",
                        "recall@10=",
                        "ndcg@10=",
                        "cross@0={n=1",
                        "cold={n=2");
    }

    @Test
    void map_hasTheComparisonsWhole() {
        assertThat(new Comparison("a", "b", "all", "ndcg@10", 0.5, 2, 0.25, 0.75, 0.01).asMap())
                .hasToString(
                        "{recipe=a, reference=b, subset=all, metric=ndcg@10, difference=0.5, relative=2.0, low=0.25,"
                                + " high=0.75, p=0.01, tie=false}");
        assertThat(String.valueOf(EvaluationTest.report().asMap().get("comparisons")))
                .startsWith("[{recipe=down, reference=up, subset=all, metric=ndcg@10, difference=");
    }
}
