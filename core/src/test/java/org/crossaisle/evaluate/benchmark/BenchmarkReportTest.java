package org.crossaisle.evaluate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.crossaisle.Progress;
import org.crossaisle.action.Action;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.evaluate.Fakes;
import org.crossaisle.evaluate.compare.TargetValues;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class BenchmarkReportTest {
    private static final CrossCategoryTask INQUIRY = task();

    /** User 0 goes 0, 1, 2 -> 3 (within A); user 1 goes 0, 1, 0 -> 4 (to B). */
    private static CrossCategoryTask task() {
        DatasetBuilder builder = new DatasetBuilder(Fakes.catalog());
        for (int[] items : new int[][] {{0, 1, 2, 3}, {0, 1, 0, 4}}) {
            builder.startUser();
            for (int item : items) {
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        return new CrossCategoryTask(new LeaveOneOut().of(builder.build()), List.of(0));
    }

    /** Of user 0, who stays, and user 1, who crosses. */
    private static TargetValues ndcg(double within, double across) {
        return TargetValues.of(Map.of("ndcg@10", new double[] {within, across}));
    }

    private static BenchmarkReport report() {
        return new BenchmarkReport(
                "茶",
                "seeds 1, 2",
                INQUIRY,
                List.of(
                        BenchmarkResult.of("base", List.of(1L), 1, List.of(ndcg(.5, .25))),
                        BenchmarkResult.of("ours", List.of(1L, 2L), 2, List.of(ndcg(.25, .25), ndcg(.75, .75))),
                        BenchmarkResult.failed("ease", List.of(1L), 0, "needs 9 GB")),
                List.of("base", "ease"),
                Progress.SILENT);
    }

    /** Means over seeds: .5 and .5. J: (.5 / .375 + .5 / .25) / 2 = (1.3333 + 2) / 2. */
    @Test
    void j_isByTheReference() {
        BenchmarkReport report = report();
        assertThat(report.j(report.results().get(1)).orElseThrow()).isCloseTo(5.0 / 3, within(1e-12));
        assertThat(report.j(report.results().get(0)).orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(report.j(report.results().get(2))).isEmpty();
    }

    @Test
    void text_hasFigures_comparisons_andWhatCouldNotBeMeasured() {
        String text = report().toText();
        assertThat(text)
                .startsWith(
                        "茶, leave-one-out, targets last, requests without times, n = 2, X_0 1 (50.0 %), switch 1 (50.0"
                                + " %)\nseeds 1, 2\n")
                .containsPattern("(?m)^recipe +R@10 +N@10 +X_0 R@10 .* N@10 95 % +J +seeds +seconds$")
                .containsPattern("(?m)^ours +- +\\.5000 .* 1\\.667 +2 +2\\.0$")
                .containsPattern("(?m)^ours +base +ndcg@10 on all +\\+\\.1250 .* \\+33\\.3 %")
                .containsPattern("(?m)^ours +base +ndcg@10 on cross@0 +\\+\\.2500 .* \\+100\\.0 %")
                .contains("ease: needs 9 GB")
                .doesNotContain("ours  ease");
        assertThat(report().toMarkdown())
                .startsWith("# 茶\n\n")
                .contains("| recipe | R@10 | N@10 |", "|---|---:|---:|", "| ours | - | .5000 |", "ease: needs 9 GB");
    }

    @Test
    void map_hasEveryMetricOnEverySubset() {
        Map<String, Object> map = report().asMap();
        assertThat(map)
                .containsKeys(
                        "dataset", "split", "targets", "n", "subsets", "training", "reference", "results", "dials");
        assertThat(String.valueOf(map.get("subsets"))).startsWith("{all=2, within@0=1, cross@0=1, switch=1");
        assertThat(String.valueOf(map.get("results")))
                .contains(
                        "recipe=ours, seeds=[1, 2]",
                        "cross@0={ndcg@10=0.5}",
                        "spreads={ndcg@10={deviation=",
                        "values=[0.25, 0.75]",
                        "problem=needs 9 GB");
    }

    @Test
    void valuesOfOtherSeeds_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchmarkResult.of("ours", List.of(1L, 2L), 1, List.of(ndcg(1, 1))))
                .withMessageContaining("values of 1 seeds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetValues.of(Map.of("a", new double[2], "b", new double[3])))
                .withMessageContaining("targets, others of");
    }

    @Test
    void valuesOfAFile_areThoseThatWereWritten() {
        TargetValues rounded = ndcg(1 / 3.0, .7).rounded();
        TargetValues read = TargetValues.ofFloats(rounded.asFloats());
        assertThat(read.at("ndcg@10", 0, 1)).containsExactly(rounded.at("ndcg@10", 0, 1));
    }
}
