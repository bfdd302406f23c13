package org.crossaisle.neural.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.VectorModel;
import org.crossaisle.model.category.CrossCategory;
import org.crossaisle.neural.compress.Int8;
import org.crossaisle.neural.encode.InterestsEncoder;
import org.crossaisle.neural.encode.RecurrentEncoder.Gru;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.train.Schedule;
import org.crossaisle.neural.train.Techniques;
import org.junit.jupiter.api.Test;

/** A user encoder that is taught the category of the next item beside it. */
class SecondTaskTest extends ModelContract {
    private static final int DEPARTMENTS = 4;
    private static final int ITEMS_OF_EACH = 30;

    @Override
    protected Trainer trainer() {
        return recipe(0.5);
    }

    @Override
    protected float batchTolerance() {
        return 1e-4f; // matrix products of one row and of many add up in another order
    }

    private static DeepSequence recipe(double weight) {
        return DeepSequence.of(
                        16,
                        12,
                        ItemVectors.Settings.of(true, 0.1),
                        new Gru(16, 1, 0.1),
                        new Schedule(5e-3, 10, 16, 12, 3))
                .withTechniques(Techniques.NONE.with(new Techniques.Categories(0, weight)));
    }

    /** Departments in a ring: two events in one, then two in the next, with any item of it. */
    private static Dataset ring() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < DEPARTMENTS * ITEMS_OF_EACH; item++) {
            items.add(
                    Item.of("i" + item, "i" + item, "abcd".substring(item / ITEMS_OF_EACH, item / ITEMS_OF_EACH + 1)));
        }
        Random random = new Random(3);
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < 600; user++) {
            builder.startUser();
            int begin = random.nextInt(DEPARTMENTS);
            int length = 5 + random.nextInt(4);
            for (int event = 0; event < length; event++) {
                int department = (begin + event / 2) % DEPARTMENTS;
                builder.add(
                        department * ITEMS_OF_EACH + random.nextInt(ITEMS_OF_EACH), History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    private static float[] told(CategoryModel model, int... history) {
        float[] probabilities = new float[model.categories().length];
        model.categories(Query.of(History.ofItems(history), History.NO_TIME), probabilities);
        return probabilities;
    }

    @Test
    void categoryThatComesNext_isTold() {
        Split split = new LeaveOneOut().of(ring());
        Model fitted = recipe(1).withEpochs(20).fit(split.fit(), TrainingRun.withSeed(1));
        CategoryModel model = (CategoryModel) fitted;
        assertThat(fitted.as(VectorModel.class)).containsInstanceOf(EncodedModel.class);
        int right = 0;
        for (Target target : split.test()) {
            float[] told = new float[DEPARTMENTS];
            model.categories(Query.of(target.history(), target.time()), told);
            int best = 0;
            for (int category = 1; category < told.length; category++) {
                best = told[category] > told[best] ? category : best;
            }
            right += model.categories()[best] == model.level().of(target.item())[0] ? 1 : 0;
        }
        assertThat((double) right / split.test().size()).isGreaterThan(0.9); // by chance .25
    }

    @Test
    void modelReadBack_tellsAlike() {
        Dataset data = ring();
        DeepSequence recipe = recipe(1).withEpochs(2);
        CategoryModel model = (CategoryModel) recipe.fit(data, TrainingRun.withSeed(1));
        CategoryModel read = (CategoryModel) recipe.load(model.state(), data.catalog());
        assertThat(told(read, 1, 2)).containsExactly(told(model, 1, 2), within(1e-6f));
        float[] ofNobody = told(read);
        assertThat(ofNobody).containsExactly(told(model), within(1e-6f));
        // nothing is known: the four departments are about alike, and together all there is
        assertThat(ofNobody[0] + ofNobody[1] + ofNobody[2] + ofNobody[3]).isCloseTo(1, within(1e-4f));
        assertThat(ofNobody[0]).isBetween(0.1f, 0.4f);
    }

    @Test
    void secondTask_movesTheEncoder() {
        Dataset data = ring();
        float[] without = Shops.scores(recipe(1e-9).withEpochs(1).fit(data, TrainingRun.withSeed(1)), 1, 2);
        float[] with = Shops.scores(recipe(1).withEpochs(1).fit(data, TrainingRun.withSeed(1)), 1, 2);
        assertThat(with).isNotEqualTo(without);
    }

    @Test
    void noWeight_noHead() {
        Model model = recipe(0).withEpochs(1).fit(ring(), TrainingRun.withSeed(1));
        assertThat(model.as(CategoryModel.class)).isEmpty();
    }

    @Test
    void int8_keepsItemsAndNoCategories() {
        Dataset data = ring();
        Model model = new Int8(recipe(1).withEpochs(2), true).fit(data, TrainingRun.withSeed(1));
        assertThat(model.as(CategoryModel.class)).isEmpty();
        assertThat(Shops.scores(model, 1, 2))
                .containsExactly(
                        Shops.scores(recipe(1).withEpochs(2).fit(data, TrainingRun.withSeed(1)), 1, 2), within(0.05f));
    }

    @Test
    void severalVectorsOfAUser_areRefused() {
        DeepSequence several = DeepSequence.of(
                16,
                12,
                ItemVectors.Settings.of(true, 0),
                new InterestsEncoder.Settings(2, 0, 2, 0.1),
                Schedule.DEFAULTS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> several.withTechniques(Techniques.NONE.with(new Techniques.Categories(0, 0.3))))
                .withMessage("techniques.categories.weight is 0.3, but a user has several vectors here; it needs one");
    }

    /** What the encoder tells is heard: of departments the last two features are that, for known and for new ones. */
    @Test
    void crossCategoryAroundIt_listensToIt() {
        Split split = new LeaveOneOut().of(ring());
        CrossCategory open = new CrossCategory(recipe(1).withEpochs(20), 0, 0.01, 0);
        Trainer.Chosen chosen = open.choose(split.fit(), split.validation(), TrainingRun.withSeed(1));
        List<Double> weights = chosen.frozen().fitted().numbers("weights").orElseThrow();
        assertThat(weights.get(weights.size() - 2)).isGreaterThan(0.2);
        CrossCategory deaf = new CrossCategory(recipe(0).withEpochs(20), 0, 0.01, 0);
        Trainer.Chosen other = deaf.choose(split.fit(), split.validation(), TrainingRun.withSeed(1));
        List<Double> unheard = other.frozen().fitted().numbers("weights").orElseThrow();
        assertThat(unheard.subList(unheard.size() - 2, unheard.size())).containsExactly(0.0, 0.0);
    }
}
