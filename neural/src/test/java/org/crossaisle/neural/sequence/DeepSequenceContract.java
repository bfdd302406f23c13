package org.crossaisle.neural.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.Target;
import org.crossaisle.explain.LeaveOneOutExplainer;
import org.crossaisle.explain.Reason;
import org.crossaisle.history.History;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.VectorModel;
import org.crossaisle.neural.encode.UserEncoderSettings;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.train.Schedule;
import org.crossaisle.recommend.Recommendation;
import org.crossaisle.recommend.Recommender;
import org.crossaisle.recommend.crossing.Crossing;
import org.junit.jupiter.api.Test;

/** What every family of user encoders must do as a recipe. */
abstract class DeepSequenceContract extends ModelContract {
    private static final int ITEMS = 30;

    @Override
    protected Trainer trainer() {
        return small();
    }

    @Override
    protected float batchTolerance() {
        return 1e-4f; // matrix products of one row and of many add up in another order
    }

    /** Small settings of the family, with some dropout. */
    protected abstract UserEncoderSettings users();

    /** The same with one setting changed, once for each. */
    protected abstract List<UserEncoderSettings> changes();

    /** How many vectors a user has in the family. */
    protected int interests() {
        return 1;
    }

    private DeepSequence small() {
        return DeepSequence.of(16, 8, ItemVectors.Settings.of(true, 0.1), users(), new Schedule(5e-3, 10, 16, 12, 3));
    }

    /** Item 2 k + 1 always follows item 2 k, and before it comes anything. */
    private static Dataset pairs() {
        int[][] histories = new int[200][];
        for (int user = 0; user < histories.length; user++) {
            int first = 2 * (user % (ITEMS / 2));
            int other = user / (ITEMS / 2); // tells nothing of the first
            histories[user] = new int[] {other, first, first + 1};
        }
        return Shops.ofItems(ITEMS, histories);
    }

    @Test
    void whatAlwaysFollows_isForeseen() {
        Model model = small().withEpochs(60).fit(pairs(), TrainingRun.withSeed(1));
        int predicted = 0;
        for (int first = 0; first < ITEMS; first += 2) {
            predicted += best(Shops.scores(model, 5, first)) == first + 1 ? 1 : 0;
        }
        assertThat(predicted).isGreaterThanOrEqualTo(ITEMS / 2 - 1);
    }

    /** One vector is what an index can search by; of several the one that matches an item best scores it. */
    @Test
    void score_isTheGreatestDotProductOfTheVectors() {
        Model model = small().fit(pairs(), TrainingRun.withSeed(1));
        assertThat(model.as(VectorModel.class).isPresent()).isEqualTo(interests() == 1);
        Query query = Query.of(History.ofItems(3, 4, 5), History.NO_TIME);
        float[] scores = Shops.scores(model, query);
        List<float[]> users = vectors(model, query);
        assertThat(users).hasSize(interests());
        Set<Integer> matching = new HashSet<>();
        for (int number = 0; number < ITEMS; number++) {
            int item = number;
            double[] dots = users.stream()
                    .mapToDouble(user -> dot(user, itemVector(model, item)))
                    .toArray();
            int best = IntStream.range(0, dots.length).reduce(0, (one, other) -> dots[other] > dots[one] ? other : one);
            matching.add(best);
            assertThat(scores[number]).isCloseTo((float) dots[best], within(1e-4f));
        }
        assertThat(matching.size()).isGreaterThanOrEqualTo(Math.min(2, interests()));
    }

    private static List<float[]> vectors(Model model, Query query) {
        if (model instanceof MultiInterestModel several) {
            float[] all = several.encoded().users(List.of(query));
            int dimension = several.encoded().dimension();
            return IntStream.range(0, all.length / dimension)
                    .mapToObj(interest -> Arrays.copyOfRange(all, interest * dimension, (interest + 1) * dimension))
                    .toList();
        }
        VectorModel one = (VectorModel) model;
        float[] vector = new float[one.dimension()];
        one.encode(query, vector);
        return List.of(vector);
    }

    private static float[] itemVector(Model model, int item) {
        VectorModel vectors = model instanceof MultiInterestModel several ? several.encoded() : (VectorModel) model;
        float[] vector = new float[vectors.dimension()];
        vectors.itemVector(item, vector);
        return vector;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += one[at] * other[at];
        }
        return sum;
    }

    /** Whether a list is searched for by vectors or by all scores, it holds the best scored of what is allowed. */
    @Test
    void recommendedList_isTheBestScoredOfWhatIsAllowed() {
        Dataset data = pairs();
        Model model = small().fit(data, TrainingRun.withSeed(1));
        Query query =
                Query.of(History.ofItems(3, 4, 5), History.NO_TIME).withCount(6).allowing(item -> item % 3 != 0);
        float[] scores = Shops.scores(model, query);
        List<Integer> best = IntStream.range(0, ITEMS)
                .filter(query.allowed())
                .boxed()
                .sorted(Comparator.comparingDouble(item -> -scores[item]))
                .limit(6)
                .toList();
        assertThat(Recommender.of(model, data).recommend(query, Crossing.any(0)).list())
                .extracting(Recommendation::item)
                .isEqualTo(best);
    }

    /**
     * The explainer takes the vectors of the listed items only; here all scores are worked out with and without an
     * item.
     */
    @Test
    void contribution_isWhatTheScoreFallsByWithoutTheItem() {
        Model model = small().fit(pairs(), TrainingRun.withSeed(1));
        Query query = Query.of(History.ofItems(3, 4, 5), History.NO_TIME);
        int[] asked = {7, 20, 6};
        List<List<Reason.Contribution>> all = new LeaveOneOutExplainer(model, 3).contributions(query, asked);
        float[] whole = Shops.scores(model, query);
        int compared = 0;
        for (int had : new int[] {3, 4, 5}) {
            float[] without =
                    Shops.scores(model, query.withHistory(query.history().without(had)));
            for (int place = 0; place < asked.length; place++) {
                float fall = whole[asked[place]] - without[asked[place]];
                Optional<Float> told = all.get(place).stream()
                        .filter(contribution -> contribution.item() == had)
                        .map(Reason.Contribution::score)
                        .findFirst();
                assertThat(told.orElse(0f)).isCloseTo(Math.max(0, fall), within(1e-4f));
                compared += told.isPresent() ? 1 : 0;
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void choosing_freezesTheBestEpochs_andFittingForThemGivesTheSameModel() {
        Dataset data = pairs();
        List<Target> validation = new ArrayList<>();
        for (int user = 0; user < 50; user++) {
            History history = data.history(user);
            validation.add(new Target(user, history.first(2), history.item(2), History.NO_TIME));
        }
        Trainer.Chosen chosen = small().withEpochs(25).choose(data, validation, TrainingRun.withSeed(1));
        int epochs = ((DeepSequence) chosen.frozen().recipe()).training().epochs();
        assertThat(epochs).isBetween(2, 25);
        Model again = chosen.frozen().fit(data, TrainingRun.withSeed(1));
        assertThat(Shops.scores(again, 1, 2)).containsExactly(Shops.scores(chosen.model(), 1, 2));
    }

    @Test
    void choosingWithoutTargets_trainsAllEpochs() {
        Trainer.Chosen chosen = small().choose(pairs(), List.of(), TrainingRun.withSeed(1));
        assertThat(chosen.frozen()).isEqualTo(Frozen.of(small()));
        assertThat(Shops.scores(chosen.model(), 1))
                .containsExactly(Shops.scores(small().fit(pairs(), TrainingRun.withSeed(1)), 1));
    }

    /** After item k comes k + 1 in the same department of ten; the last item, 29, is bought by nobody. */
    @Test
    void itemNobodyBought_standsWhereItsCategoryDoes() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            items.add(Item.of("i" + item, "", "D" + item / 10 + ">C" + item / 5));
        }
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < 120; user++) {
            builder.startUser();
            for (int at = 0; at < 3 + user % 9; at++) {
                builder.add(10 * (user % 3) + (user * 5 + at) % 9, History.NO_TIME, Action.PURCHASE);
            }
        }
        Dataset data = builder.build();
        Model model = small().withEpochs(60).fit(data, TrainingRun.withSeed(1));
        assertThat(Shops.scores(model, 25, 26)[29]).isGreaterThan(Shops.scores(model, 5, 6)[29] + 0.5f);
        Model blind = with(
                        small(),
                        16,
                        8,
                        ItemVectors.Settings.of(false, 0.1),
                        small().withEpochs(60).training())
                .fit(data, TrainingRun.withSeed(1));
        assertThat(Shops.scores(blind, 25, 26)[29]).isCloseTo(Shops.scores(blind, 25, 26)[19], within(1e-6f));
    }

    @Test
    void parametersToldBeforehand_areThoseOfTheModel() {
        Dataset data = pairs();
        State state = small().withEpochs(1).fit(data, TrainingRun.withSeed(1)).state();
        long learnt = state.blocks().entrySet().stream()
                .filter(block -> !List.of("empty", "known", "items").contains(block.getKey()))
                .mapToLong(block -> state.floats(block.getKey()).length)
                .sum();
        assertThat(small().cost(data).parameters()).isEqualTo(learnt);
    }

    @Test
    void everySettingOfTheEncoder_changesTheModel() {
        DeepSequence base = small();
        List<DeepSequence> changed = new ArrayList<>();
        for (UserEncoderSettings users : changes()) {
            changed.add(DeepSequence.of(16, 8, base.items(), users, base.training()));
        }
        assertThat(changed).hasSize(users().getClass().getRecordComponents().length);
        assertAllChange(Shops.random(2, 100, ITEMS), base, changed); // times are known in it
    }

    /** No two of them give the same model. */
    static void assertAllChange(Dataset data, DeepSequence base, List<DeepSequence> changed) {
        Map<List<Float>, DeepSequence> models = new HashMap<>();
        for (DeepSequence one : Stream.concat(Stream.of(base), changed.stream()).toList()) {
            List<Float> scores = new ArrayList<>();
            for (float score : Shops.scores(one.fit(data, TrainingRun.withSeed(1)), 1, 2, 5)) {
                scores.add(score);
            }
            assertThat(models.putIfAbsent(scores, one)).as(one.toString()).isNull();
        }
    }

    private static DeepSequence with(
            DeepSequence like, int dimension, int length, ItemVectors.Settings items, Schedule training) {
        return DeepSequence.of(dimension, length, items, like.users(), training);
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int item = 1; item < scores.length; item++) {
            best = scores[item] > scores[best] ? item : best;
        }
        return best;
    }
}
