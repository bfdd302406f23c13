package org.crossaisle.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.crossaisle.model.AdditiveModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.State;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.count.ItemKnn;
import org.junit.jupiter.api.Test;

/** Contributions computed link by link are those computed from the scores of the whole catalog. */
class AdditiveContributionsTest {
    private static final int ITEMS = 40;

    /** The scores of a model, and nothing else of it. */
    private record ScoresOnly(Model of) implements Model {
        @Override
        public int items() {
            return of.items();
        }

        @Override
        public void score(Query query, float[] scores) {
            of.score(query, scores);
        }

        @Override
        public State state() {
            return of.state();
        }
    }

    @Test
    void linkByLink_givesTheSameContributions() {
        Dataset data = Shops.random(1, 60, ITEMS);
        Model model = new ItemKnn(10, 1, 0.7).fit(data, TrainingRun.withSeed(1));
        assertThat(model.as(AdditiveModel.class)).isPresent();
        Random random = new Random(1);
        int compared = 0;
        for (int round = 0; round < 50; round++) {
            History history =
                    History.ofItems(random.ints(1 + random.nextInt(8), 0, ITEMS).toArray());
            Query query = Query.of(history, History.NO_TIME);
            int[] items = random.ints(5, 0, ITEMS).distinct().toArray();
            List<List<Reason.Contribution>> fast = new LeaveOneOutExplainer(model, ITEMS).contributions(query, items);
            List<List<Reason.Contribution>> plain =
                    new LeaveOneOutExplainer(new ScoresOnly(model), ITEMS).contributions(query, items);
            for (int place = 0; place < items.length; place++) {
                float[] one = byItem(fast.get(place));
                float[] other = byItem(plain.get(place));
                for (int item = 0; item < ITEMS; item++) {
                    assertThat(one[item]).isCloseTo(other[item], within(1e-5f));
                    compared += other[item] > 1e-5 ? 1 : 0;
                }
            }
        }
        assertThat(compared).as("contributions compared").isGreaterThan(100);
    }

    private static float[] byItem(List<Reason.Contribution> contributions) {
        float[] byItem = new float[ITEMS];
        contributions.forEach(one -> byItem[one.item()] = one.score());
        return byItem;
    }
}
