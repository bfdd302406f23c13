package org.crossaisle.model.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.crossaisle.RecsException;
import org.crossaisle.model.State;
import org.junit.jupiter.api.Test;

class TreesTest {
    /**
     * Feature 0 below 2 gives 10, else feature 1 below 5 gives 20, else 30; and a second tree that gives 1, 2 by
     * feature 1.
     */
    private static Trees two() {
        Trees.Builder builder = new Trees.Builder();
        builder.startTree();
        builder.addQuestion(0, 2, 1, 2, true);
        builder.addLeaf(10);
        builder.addQuestion(1, 5, 3, 4, false);
        builder.addLeaf(20);
        builder.addLeaf(30);
        builder.startTree();
        builder.addQuestion(1, 5, 1, 2, true);
        builder.addLeaf(1);
        builder.addLeaf(2);
        return builder.build();
    }

    @Test
    void candidate_goesLeftBelowTheThreshold() {
        float[] features = {9, 1, 5, 2, 4, 2, 5, Float.NaN, 5, 3, Float.NaN};
        assertThat(two().sum(features, 1)).isEqualTo(10 + 2); // 1, 5
        assertThat(two().sum(features, 3)).isEqualTo(20 + 1); // 2, 4
        assertThat(two().sum(features, 5)).isEqualTo(30 + 2); // 2, 5
    }

    @Test
    void unknownFeature_goesWhereTheNodeSays() {
        float[] features = {Float.NaN, 5, 3, Float.NaN};
        assertThat(two().sum(features, 0)).isEqualTo(10 + 2);
        assertThat(two().sum(features, 2)).isEqualTo(30 + 1);
    }

    @Test
    void lastFeature_isTheGreatestThatIsAskedFor() {
        assertThat(two().lastFeature()).isEqualTo(1);
        assertThat(Trees.NONE.lastFeature()).isEqualTo(-1);
    }

    @Test
    void treesWrittenAndRead_areTheSame() {
        for (Trees again : new Trees[] {Trees.parse(two().text()), Trees.load(two().state())}) {
            assertThat(again.size()).isEqualTo(2);
            for (float[] features : new float[][] {{1, 5}, {2, 4}, {2, 5}, {Float.NaN, Float.NaN}}) {
                assertThat(again.sum(features, 0)).isEqualTo(two().sum(features, 0));
            }
        }
        assertThat(Trees.NONE.text()).isEmpty();
        assertThat(Trees.parse("").size()).isZero();
    }

    @Test
    void whatIsNoTree_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Trees.parse("trees!"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trees.parse(two().text().substring(0, 20)))
                .withMessage("the trees are cut short or damaged");
        Trees.Builder circle = new Trees.Builder();
        circle.startTree();
        circle.addQuestion(0, 1, 0, 0, true);
        assertThatIllegalArgumentException()
                .isThrownBy(circle::build)
                .withMessageContaining("a child that is not a later one");
        State state = new State().put("roots", 0).put("nodes", 0, 2, 9).put("values", 1f);
        assertThatThrownBy(() -> Trees.load(state))
                .isInstanceOfSatisfying(
                        RecsException.class,
                        e -> assertThat(e.code()).isEqualTo(RecsException.Code.ARTIFACT_UNREADABLE));
    }

    @Test
    void manyNodes_findRoom() {
        Trees.Builder builder = new Trees.Builder();
        for (int tree = 0; tree < 1000; tree++) {
            builder.startTree();
            builder.addQuestion(0, tree, 1, 2, true);
            builder.addLeaf(1);
            builder.addLeaf(0);
        }
        assertThat(builder.build().sum(new float[] {499.5f}, 0)).isEqualTo(500);
    }
}
