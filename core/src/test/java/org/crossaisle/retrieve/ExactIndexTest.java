package org.crossaisle.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.history.History;
import org.crossaisle.model.Int8VectorModel;
import org.crossaisle.model.Int8Vectors;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.VectorModel;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ExactIndexTest {
    private static final int DIMENSION = 5;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Vectors(float[][] rows, float[] user) implements VectorModel {
        @Override
        public int items() {
            return rows.length;
        }

        @Override
        public int dimension() {
            return DIMENSION;
        }

        @Override
        public void encode(Query query, float[] vector) {
            System.arraycopy(user, 0, vector, 0, DIMENSION);
        }

        @Override
        public void itemVector(int item, float[] vector) {
            System.arraycopy(rows[item], 0, vector, 0, DIMENSION);
        }

        @Override
        public void score(Query query, float[] scores) {
            for (int item = 0; item < rows.length; item++) {
                float sum = 0;
                for (int d = 0; d < DIMENSION; d++) {
                    sum += user[d] * rows[item][d];
                }
                scores[item] = sum;
            }
        }

        @Override
        public State state() {
            return new State();
        }
    }

    /** 65 items take two blocks of 64; 128 vectors of 2^24 floats are 2^31. */
    @Test
    void moreFloatsThanAnArrayHas_areRefusedBeforeAnyIsRead() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < 65; item++) {
            items.add(Item.of("i" + item, ""));
        }
        VectorModel huge = new Wide(65);
        Catalog catalog = new Catalog(items);
        assertThatThrownBy(() -> new ExactIndex(huge, catalog))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.TOO_LARGE))
                .hasMessageContaining("65 item vectors of 16777216 floats");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExactIndex(new Wide(64), catalog))
                .withMessage("the model scores 64 items, the catalog has 65");
    }

    /** Vectors nobody could keep. */
    private record Wide(int items) implements VectorModel {
        @Override
        public int dimension() {
            return 1 << 24;
        }

        @Override
        public void encode(Query query, float[] vector) {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override
        public void itemVector(int item, float[] vector) {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override
        public void score(Query query, float[] scores) {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override
        public State state() {
            return new State();
        }
    }

    @RepeatedTest(100)
    void indexFindsWhatScoringEverythingFinds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int size = 1 + random.nextInt(300);
        float[][] rows = new float[size][DIMENSION];
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < size; item++) {
            for (int d = 0; d < DIMENSION; d++) {
                rows[item][d] = random.nextInt(3); // few values: many ties
            }
            String path = "A>" + random.nextInt(3);
            items.add(random.nextInt(5) == 0 ? Item.of("i" + item, "") : Item.of("i" + item, "", path));
        }
        float[] user = {1, 2, 0, 1, 1};
        Vectors model = new Vectors(rows, user);
        Catalog catalog = new Catalog(items);
        ExactIndex index = new ExactIndex(model, catalog);
        ExactRetriever plain = new ExactRetriever(model);
        Query query = new Query(History.EMPTY, History.NO_TIME, 7, item -> item % 4 != 0);
        assertThat(index.retrieve(query, 7)).isEqualTo(plain.retrieve(query, 7));
        assertThat(plain.retrieve(query, 7)).isEqualTo(sorted(model, query, item -> true));
        assertThat(plain.retrieve(query, 7, item -> item % 3 == 0))
                .isEqualTo(new Partition(
                        sorted(model, query, item -> item % 3 == 0), sorted(model, query, item -> item % 3 != 0)));
        Partition partition = index.retrieve(query, 7, item -> item % 3 == 0);
        assertThat(partition).isEqualTo(plain.retrieve(query, 7, item -> item % 3 == 0));
        CategoryPath category = CategoryPath.parse("A>1");
        List<Candidate> within = plain.retrieve(
                query.allowing(item -> catalog.item(item).categories().contains(category)), 7);
        assertThat(index.retrieve(query, 7, List.of(index.of(category)))).isEqualTo(within);
    }

    /** The seven best by sorting all: the reference of both ways of searching. */
    private static List<Candidate> sorted(Vectors model, Query query, IntPredicate also) {
        float[] scores = new float[model.items()];
        model.score(query, scores);
        return IntStream.range(0, scores.length)
                .filter(query.allowed().and(also))
                .mapToObj(item -> new Candidate(item, scores[item]))
                .sorted()
                .limit(7)
                .toList();
    }

    /** The reference is the dot product of whole numbers, one by one. */
    @RepeatedTest(100)
    void vectorsInInt8_areFoundByTheirProductsOfWholeNumbers(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int size = 1 + random.nextInt(300);
        List<Item> items = new ArrayList<>();
        float[] rows = new float[size * DIMENSION];
        for (int at = 0; at < rows.length; at++) {
            rows[at] = (float) random.nextGaussian();
        }
        for (int item = 0; item < size; item++) {
            items.add(Item.of("i" + item, "", "A>" + random.nextInt(3)));
        }
        Rounded model = new Rounded(Int8Vectors.of(rows, DIMENSION), new float[] {1, -0.2f, 0, 0.33f, 0.7f});
        ExactIndex index = new ExactIndex(model, new Catalog(items));
        Query query = new Query(History.EMPTY, History.NO_TIME, 7, item -> item % 4 != 0);
        assertThat(index.retrieve(query, 7)).isEqualTo(new ExactRetriever(model).retrieve(query, 7));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Rounded(Int8Vectors itemVectors, float[] user) implements Int8VectorModel {
        @Override
        public int items() {
            return itemVectors.size();
        }

        @Override
        public int dimension() {
            return DIMENSION;
        }

        @Override
        public void encode(Query query, float[] vector) {
            System.arraycopy(user, 0, vector, 0, DIMENSION);
        }

        @Override
        public void itemVector(int item, float[] vector) {
            itemVectors.copy(item, vector, 0);
        }

        @Override
        public void score(Query query, float[] scores) {
            Int8Vectors asked = Int8Vectors.of(user, DIMENSION);
            for (int item = 0; item < scores.length; item++) {
                int sum = 0;
                for (int d = 0; d < DIMENSION; d++) {
                    sum += asked.value(0, d) * itemVectors.value(item, d);
                }
                scores[item] = sum * (itemVectors.scale(item) * asked.scale(0));
            }
        }

        @Override
        public State state() {
            return new State();
        }
    }

    @Test
    void sizeOfNone_isRefused_andARunHasItsSize() {
        Vectors model = new Vectors(new float[1][DIMENSION], new float[DIMENSION]);
        Query query = Query.of(History.EMPTY, History.NO_TIME);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExactRetriever(model).retrieve(query, 0))
                .withMessage("size is 0, must be at least 1");
        assertThat(new ExactRetriever(model).retrieve(query, 1)).hasSize(1);
        assertThat(new Positions(3, 7).size()).isEqualTo(4);
    }
}
