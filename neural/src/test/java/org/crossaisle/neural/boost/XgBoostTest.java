package org.crossaisle.neural.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.crossaisle.WorkStoppedException;
import org.crossaisle.model.boost.RankingExamples;
import org.crossaisle.model.boost.TreeBoosting;
import org.crossaisle.model.boost.Trees;
import org.junit.jupiter.api.Test;

class XgBoostTest {
    private static final int GROUPS = 60;
    private static final int EACH = 12;
    private static final int WIDTH = 3;

    private static RankingExamples examples() {
        Random random = new Random(9);
        float[] features = new float[GROUPS * EACH * WIDTH];
        float[] bases = new float[GROUPS * EACH];
        float[] wanted = new float[GROUPS * EACH];
        int[] groups = new int[GROUPS];
        float[] weights = new float[GROUPS];
        for (int group = 0; group < GROUPS; group++) {
            groups[group] = EACH;
            weights[group] = 0.5f + group % 3;
            int best = group * EACH;
            for (int row = group * EACH; row < (group + 1) * EACH; row++) {
                for (int feature = 0; feature < WIDTH; feature++) {
                    features[row * WIDTH + feature] =
                            random.nextInt(10) == 0 ? Float.NaN : (float) random.nextGaussian();
                }
                bases[row] = (float) random.nextGaussian();
                best = features[row * WIDTH] > features[best * WIDTH] ? row : best;
            }
            wanted[best] = 1;
        }
        return new RankingExamples(WIDTH, features, bases, wanted, groups, weights);
    }

    /** The trees as they are read against the library's own prediction, over all rows, unknown features among them. */
    @Test
    void treesReadOut_sayWhatTheLibrarySays() throws Exception {
        RankingExamples examples = examples();
        Trees trees = new XgBoost().boost(examples, new TreeBoosting.Shape(15, 4, 0.3), 7, grown -> {});
        assertThat(trees.size()).isEqualTo(15);
        DMatrix matrix = new DMatrix(examples.features(), GROUPS * EACH, WIDTH, Float.NaN);
        matrix.setLabel(examples.wanted());
        matrix.setGroup(examples.groups());
        matrix.setWeight(examples.weights());
        matrix.setBaseMargin(examples.bases());
        Booster booster = XGBoost.train(
                matrix,
                new HashMap<>(XgBoost.settings(new TreeBoosting.Shape(15, 4, 0.3), 7)),
                15,
                Map.of(),
                null,
                null);
        float[][] predicted = booster.predict(matrix, true);
        int apart = 0;
        for (int row = 0; row < GROUPS * EACH; row++) {
            float own = examples.bases()[row] + trees.sum(examples.features(), row * WIDTH);
            assertThat(own).isCloseTo(predicted[row][0], within(1e-5f));
            apart += Math.abs(own - examples.bases()[row]) > 0.01 ? 1 : 0;
        }
        assertThat(apart).isGreaterThan(GROUPS * EACH / 2);
    }

    @Test
    void everyTree_isReported_andMayBeTheLast() {
        TreeBoosting.Shape shape = new TreeBoosting.Shape(10, 3, 0.3);
        List<Integer> reported = new ArrayList<>();
        new XgBoost().boost(examples(), shape, 7, reported::add);
        assertThat(reported).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThatThrownBy(() -> new XgBoost().boost(examples(), shape, 7, grown -> {
                    throw new WorkStoppedException();
                }))
                .isInstanceOf(WorkStoppedException.class);
    }

    @Test
    void theSameExamplesAndSeed_giveTheSameTrees() {
        TreeBoosting.Shape shape = new TreeBoosting.Shape(10, 3, 0.3);
        String once = new XgBoost().boost(examples(), shape, 7, grown -> {}).text();
        assertThat(new XgBoost().boost(examples(), shape, 7, grown -> {}).text())
                .isEqualTo(once);
        assertThat(new XgBoost()
                        .boost(examples(), new TreeBoosting.Shape(10, 2, 0.3), 7, grown -> {})
                        .text())
                .isNotEqualTo(once);
    }
}
