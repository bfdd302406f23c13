package org.crossaisle.neural.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.history.History;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Shops;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.blend.Blend;
import org.crossaisle.model.boost.LambdaMart;
import org.crossaisle.model.count.Popular;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.similar.ContentBased;
import org.junit.jupiter.api.Test;

class BestTest extends ModelContract {
    @Override
    protected Trainer trainer() {
        return Best.DEFAULTS;
    }

    @Test
    void smallShop_isCounted_andALargerOneLearntToo() {
        Dataset data = Shops.random(1, 60, 40);
        assertThat(Best.DEFAULTS.recipe(data)).isEqualTo(new Blend());
        LambdaMart deep = (LambdaMart) new Best(100, 1000, 1000, LambdaMart.Crossing.NONE).recipe(data);
        assertThat(deep.parts()).hasSize(new Blend().parts().size() + 1);
        assertThat(((DeepSequence) deep.parts().get(0)).training().batchSize()).isEqualTo(64);
        LambdaMart large = (LambdaMart) new Best(100, 60, 1000, LambdaMart.Crossing.NONE).recipe(data);
        assertThat(((DeepSequence) large.parts().get(0)).training().batchSize()).isEqualTo(256);
    }

    @Test
    void whatIsChosen_isTold_andWhatIsTrainedIsThatRecipe() {
        Split split = new LeaveOneOut().of(Shops.random(1, 60, 40));
        List<String> notes = new ArrayList<>();
        Progress watcher = (name, total, unit) -> new Progress.Task() {
            @Override
            public void reached(long done) {}

            @Override
            public void note(String text) {
                notes.add(text);
            }

            @Override
            public void close() {}
        };
        Trainer.Chosen chosen =
                Best.DEFAULTS.choose(split.fit(), split.validation(), new TrainingRun(1, watcher, Optional.empty()));
        assertThat(notes.get(0)).endsWith("60 users: transitions, ease, itemknn, popular-30-days");
        assertThat(chosen.frozen().recipe()).isInstanceOf(Blend.class);
    }

    @Test
    void deepModel_isReadBack() {
        Dataset data = Shops.random(1, 60, 40);
        Split split = new LeaveOneOut().of(data);
        for (LambdaMart.Crossing crossing : List.of(LambdaMart.Crossing.NONE, new LambdaMart.Crossing(0, 0.5))) {
            Best best = new Best(100, 1000, 40, crossing); // all 40 titles differ
            assertThat(((LambdaMart) best.recipe(data)).parts().get(1)).isEqualTo(ContentBased.DEFAULTS);
            requireReadBack(Frozen.of(best), best.fit(data, TrainingRun.withSeed(1)), data);
            Trainer.Chosen chosen = best.choose(split.fit(), split.validation(), TrainingRun.withSeed(1));
            assertThat(((LambdaMart) chosen.frozen().recipe()).crossing()).isEqualTo(crossing);
            requireReadBack(chosen.frozen(), chosen.model(), data);
        }
    }

    @Test
    void modelOfAnEarlierVersion_isReadIfItOnlyCounts_andElseRefused() {
        Dataset data = Shops.random(1, 60, 40);
        TrainingRun run = TrainingRun.withSeed(1);
        Model counting = new Blend().fit(data, run);
        requireReadBack(Frozen.of(Best.DEFAULTS), counting, data);
        List<Trainer> more = new ArrayList<>(new Blend().parts());
        more.add(new Popular());
        Model deep = new Blend(more, List.of(), 500).fit(data, run);
        assertThatThrownBy(() -> Best.DEFAULTS.load(deep.state(), data.catalog()))
                .isInstanceOf(RecsException.class)
                .hasMessage("the model has 5 weights for 4 parts");
    }

    @Test
    void titlesThatFewItemsHave_orNoEncoderReads_takeNoPart() {
        Best best = new Best(1, 1000, 3, LambdaMart.Crossing.NONE);
        assertThat(parts(best, "red shampoo", "mild shampoo", "perfume")).contains(ContentBased.DEFAULTS);
        assertThat(parts(best, "red shampoo", "red  shampoo", "perfume")).doesNotContain(ContentBased.DEFAULTS);
        assertThat(parts(best, "красный шампунь", "мягкий шампунь", "духи")).doesNotContain(ContentBased.DEFAULTS);
    }

    private static List<Trainer> parts(Best best, String... titles) {
        DatasetBuilder builder = new DatasetBuilder(new Catalog(
                Stream.of(titles).map(title -> Item.of(title, title)).toList()));
        builder.startUser();
        builder.add(0, History.NO_TIME, Action.PURCHASE);
        return ((LambdaMart) best.recipe(builder.build())).parts();
    }

    @Test
    void noValidation_noTrees() {
        Dataset data = Shops.random(1, 60, 40);
        assertThat(new Best(100, 1000, 1000, LambdaMart.Crossing.NONE)
                        .choose(data, List.of(), TrainingRun.withSeed(1))
                        .frozen()
                        .recipe())
                .isInstanceOf(Blend.class);
    }

    private static void requireReadBack(Frozen best, Model model, Dataset data) {
        assertThat(Shops.scores(best.load(model.state(), data.catalog()), 1, 2))
                .containsExactly(Shops.scores(model, 1, 2));
    }
}
