package org.crossaisle.recommend.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.State;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.VectorModel;
import org.crossaisle.model.count.ItemKnn;
import org.crossaisle.retrieve.Candidate;
import org.junit.jupiter.api.Test;

class SimilarItemsTest {
    /** Items 1 and 3 point where item 0 does, whatever their length; 2 stands across, 4 is nothing, 5 points away. */
    private static final float[][] ROWS = {{1, 0}, {2, 0}, {0, 1}, {.5f, 0}, {0, 0}, {-1, 0}};

    private record Vectors() implements VectorModel {
        @Override
        public int items() {
            return ROWS.length;
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public void encode(Query query, float[] vector) {
            throw new AssertionError("similar items need no user");
        }

        @Override
        public void itemVector(int item, float[] vector) {
            System.arraycopy(ROWS[item], 0, vector, 0, 2);
        }

        @Override
        public void score(Query query, float[] scores) {
            throw new AssertionError("similar items need no user");
        }

        @Override
        public State state() {
            throw new AssertionError("is not saved");
        }
    }

    @Test
    void modelWithVectors_comparesTheirDirections_andTiesGoToTheLowerNumber() {
        SimilarItems similar = new SimilarItems(new Vectors(), Shops.catalog(6));
        assertThat(similar.of(0, 10, item -> true))
                .containsExactly(
                        new Candidate(1, 1),
                        new Candidate(3, 1),
                        new Candidate(2, 0),
                        new Candidate(4, 0),
                        new Candidate(5, -1));
        assertThat(similar.of(0, 2, item -> item != 1)).containsExactly(new Candidate(3, 1), new Candidate(2, 0));
        assertThat(similar.measure()).isEqualTo("cosine");
    }

    @Test
    void itemWithoutADirection_isLikeAllOthersAlike() {
        assertThat(new SimilarItems(new Vectors(), Shops.catalog(6)).of(4, 2, item -> true))
                .containsExactly(new Candidate(0, 0), new Candidate(1, 0));
    }

    /** w(0, 2) = 2 / sqrt(2 * 3) is the only weight of item 0. */
    @Test
    void otherModel_scoresAHistoryOfTheItemAlone() {
        Model knn = new ItemKnn(10, 0, 0.5)
                .fit(
                        Shops.ofItems(6, new int[] {0, 2}, new int[] {0, 2}, new int[] {1, 2}, new int[] {1, 3}),
                        TrainingRun.withSeed(1));
        SimilarItems similar = new SimilarItems(knn, Shops.catalog(6));
        List<Candidate> best = similar.of(0, 10, item -> true);
        assertThat(best)
                .hasSize(5)
                .extracting(Candidate::item)
                .doesNotContain(0)
                .startsWith(2);
        assertThat(best.get(0).score()).isEqualTo((float) (2 / Math.sqrt(6)));
        assertThat(similar.measure()).isEqualTo("modelScore");
    }
}
