package org.crossaisle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

/** What every model must do, whatever it learns. */
public abstract class ModelContract {
    private static final int USERS = 60;
    private static final int ITEMS = 40;

    private final Dataset data = Shops.random(1, USERS, ITEMS);

    /** The recipe under test, with settings that suit a shop of 60 users and 40 items. */
    protected abstract Trainer trainer();

    /** What the recipe under test learnt on validation. */
    protected Fitted fitted() {
        return Fitted.NONE;
    }

    private Frozen frozen() {
        return new Frozen(trainer(), fitted());
    }

    /** How far a score within a batch may lie from the same alone, where sums are taken in another order. */
    protected float batchTolerance() {
        return 0;
    }

    @Test
    void everyHistory_isScoredByNumbers() {
        Model model = fit();
        for (Query query : queries()) {
            for (float score : Shops.scores(model, query)) {
                assertThat(score).isFinite();
            }
        }
    }

    @Test
    void cost_isToldBeforehand() {
        Cost cost = trainer().cost(data);
        assertThat(cost.parameters()).isPositive();
        assertThat(cost.heapBytes()).isPositive();
        assertThat(cost.otherOperations()).isPositive();
    }

    @Test
    void emptyHistory_isAnsweredByWhatManyBought() {
        float[] scores = Shops.scores(fit(), Query.of(History.EMPTY, History.NO_TIME));
        int best = 0;
        for (int item = 1; item < ITEMS; item++) {
            best = scores[item] > scores[best] ? item : best;
        }
        int[] counts = data.itemCounts();
        assertThat(counts[best]).isGreaterThan(data.interactions() / ITEMS);
    }

    @Test
    void batch_isScoredAsEachAlone() {
        Model model = fit();
        List<Query> queries = queries();
        float[][] together = new float[queries.size()][ITEMS];
        model.score(queries, together);
        for (int row = 0; row < queries.size(); row++) {
            assertThat(together[row]).containsExactly(Shops.scores(model, queries.get(row)), within(batchTolerance()));
        }
    }

    @Test
    void modelReadBack_scoresAlike() {
        Model model = fit();
        Model again = frozen().load(model.state(), data.catalog());
        assertThat(again.items()).isEqualTo(ITEMS);
        for (Query query : queries()) {
            assertThat(Shops.scores(again, query)).containsExactly(Shops.scores(model, query));
        }
    }

    @Test
    void stateWithoutBlocks_isRefused() {
        assertThatThrownBy(() -> frozen().load(new State(), data.catalog()))
                .isInstanceOfSatisfying(
                        RecsException.class,
                        e -> assertThat(e.code()).isEqualTo(RecsException.Code.ARTIFACT_UNREADABLE));
    }

    @Test
    void stateOfAnotherCatalog_isRefused() {
        State state = fit().state();
        assertThatThrownBy(() -> frozen().load(state, Shops.catalog(ITEMS + 1)))
                .isInstanceOfSatisfying(
                        RecsException.class,
                        e -> assertThat(e.code()).isEqualTo(RecsException.Code.ARTIFACT_UNREADABLE));
    }

    @Test
    void sameSeed_givesTheSameModel() {
        Model model = fit();
        Model other = fit();
        for (Query query : queries()) {
            assertThat(Shops.scores(other, query)).containsExactly(Shops.scores(model, query));
        }
    }

    @Test
    void manyThreads_getTheScoresOfOne() {
        Model model = fit();
        List<Query> queries = queries();
        List<float[]> alone =
                queries.stream().map(query -> Shops.scores(model, query)).toList();
        for (int round = 0; round < 20; round++) {
            float[][] together = IntStream.range(0, queries.size())
                    .parallel()
                    .mapToObj(row -> Shops.scores(model, queries.get(row)))
                    .toArray(float[][]::new);
            for (int row = 0; row < together.length; row++) {
                assertThat(together[row]).containsExactly(alone.get(row));
            }
        }
    }

    @Test
    void itemNewerThanTheModel_doesNotHinderTheRest() {
        Model model = fit();
        assertThat(Shops.scores(model, 3, ITEMS + 2)).doesNotContain(Float.NaN);
    }

    private Model fit() {
        return frozen().fit(data, TrainingRun.withSeed(1));
    }

    private List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            queries.add(Query.of(data.history(user), user % 2 == 0 ? History.NO_TIME : user * 8L * Shops.DAY));
        }
        return queries;
    }
}
