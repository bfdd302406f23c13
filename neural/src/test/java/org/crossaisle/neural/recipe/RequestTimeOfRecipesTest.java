package org.crossaisle.neural.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.boost.LambdaMart;
import org.crossaisle.model.category.CrossCategory;
import org.crossaisle.model.count.Popular;
import org.crossaisle.model.department.Guarded;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.rank.Ranked;
import org.crossaisle.neural.rank.TargetAttention;
import org.crossaisle.neural.train.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a model knows of the moment at which it is asked, where that is the time of the last event before the target.
 */
class RequestTimeOfRecipesTest {
    private static final int ITEMS = 40;
    private static final String SMALL = "dimension: 16, maximumLength: 8, training: {batchSize: 16, epochs: 3}";
    private static final String LATELY = "candidates: 20, parts: [popular-30-days, transitions]";

    @TempDir
    private Path directory;

    private Trainer recipe(String written) throws IOException {
        return Recipes.of(
                Files.writeString(directory.resolve("recipe.yaml"), written).toString());
    }

    private static TrainingRun run(Split split) {
        return TrainingRun.withSeed(1).withRequestTime(split.requestTime());
    }

    private static Split split(Dataset data, RequestTime moment) {
        return new LeaveOneOut().of(data).withRequestTime(moment);
    }

    /** Users who are all asked about: each took four items and more and sent none back. */
    private static Dataset shop() {
        Dataset random = Shops.random(6, 150, ITEMS);
        DatasetBuilder builder = new DatasetBuilder(random.catalog());
        for (int user = 0; user < random.users(); user++) {
            History history = random.history(user);
            if (history.size() >= 4) {
                builder.startUser();
                for (int at = 0; at < history.size(); at++) {
                    builder.add(history.item(at), history.time(at), Action.PURCHASE);
                }
            }
        }
        return builder.build();
    }

    /** The same shop, in which every user's last events happened later: so many, and each by another time. */
    private static Dataset later(Dataset data, int last) {
        Random random = new Random(2);
        DatasetBuilder builder = new DatasetBuilder(data.catalog());
        for (int user = 0; user < data.users(); user++) {
            builder.startUser();
            History history = data.history(user);
            long more = 0;
            for (int at = 0; at < history.size(); at++) {
                more += at >= history.size() - last ? random.nextInt(1, 90) * Shops.DAY : 0;
                builder.add(history.item(at), history.time(at) + more, history.action(at));
            }
        }
        return builder.build();
    }

    /** What a recipe answers to the test's targets. */
    private static List<float[]> answers(Trainer trainer, Split split) {
        Model model =
                trainer.choose(split.fit(), split.validation(), run(split)).model();
        return split.test().stream()
                .map(target -> Shops.scores(model, Query.of(target.history(), target.time())))
                .toList();
    }

    private static int different(List<float[]> some, List<float[]> others) {
        int different = 0;
        for (int at = 0; at < some.size(); at++) {
            different += Arrays.equals(some.get(at), others.get(at)) ? 0 : 1;
        }
        return different;
    }

    /**
     * Recipes that read the time of the request; times of targets are moved, and nothing that they answer is another.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "recipe: popular-30-days",
                "recipe: blend",
                "{recipe: lambdamart, " + LATELY + "}",
                "{recipe: cross-category, of: {recipe: lambdamart, " + LATELY + "}}",
                "{recipe: guarded, minimum: 2, of: {recipe: lambdamart, " + LATELY + "}}",
                "{recipe: din, candidates: 20, retriever: popular-30-days, training: {batchSize: 16, epochs: 2}}",
                "{recipe: hstu, " + SMALL + "}",
                "{recipe: youtube-dnn, " + SMALL + "}",
                "{recipe: transformer, features: {times: true}, " + SMALL + "}"
            })
    void timesOfTargets_areNotKnown_whereTheLastEventsIs(String written) throws IOException {
        Trainer trainer = recipe(written);
        Dataset data = shop();
        Dataset moved = later(data, 1);
        List<float[]> answers = answers(trainer, split(data, RequestTime.LAST_EVENT));
        assertThat(answers).hasSizeGreaterThan(60);
        assertThat(different(answers, answers(trainer, split(moved, RequestTime.LAST_EVENT))))
                .as("answers that know the target's time")
                .isZero();
        List<float[]> own = answers(trainer, split(data, RequestTime.TARGET));
        assertThat(different(own, answers(trainer, split(moved, RequestTime.TARGET))))
                .as("answers of a shop, which knows it")
                .isGreaterThan(30);
    }

    /** Validation targets that happened later teach nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "recipe: blend",
                "{recipe: cross-category, of: {recipe: lambdamart, " + LATELY + "}}",
                "{recipe: hstu, " + SMALL + "}",
            })
    void learning_doesNotKnowWhenValidationTargetsHappened(String written) throws IOException {
        Trainer trainer = recipe(written);
        Dataset data = shop();
        Split split = split(data, RequestTime.LAST_EVENT);
        Split moved = split(later(data, 2), RequestTime.LAST_EVENT);
        Trainer.Chosen chosen = trainer.choose(split.fit(), split.validation(), run(split));
        Trainer.Chosen other = trainer.choose(moved.fit(), moved.validation(), run(moved));
        assertThat(other.frozen()).isEqualTo(chosen.frozen());
        for (Target target : split.validation()) {
            Query query = Query.of(target.history(), target.time());
            assertThat(Shops.scores(other.model(), query)).isEqualTo(Shops.scores(chosen.model(), query));
        }
    }

    /** What a model was asked, by when: the last event of the history, and how often it was another moment. */
    private record Listening(ConcurrentLinkedQueue<Query> asked) implements Trainer {
        @Override
        public String name() {
            return "listening";
        }

        @Override
        public Model fit(Dataset data, TrainingRun run) {
            return new Listener(asked, new Popular().fit(data, run));
        }

        @Override
        public Model load(State state, Catalog catalog) {
            return new Listener(asked, new Popular().load(state, catalog));
        }
    }

    private record Listener(ConcurrentLinkedQueue<Query> asked, Model model) implements Model {
        @Override
        public int items() {
            return model.items();
        }

        @Override
        public void score(Query query, float[] scores) {
            asked.add(query);
            model.score(query, scores);
        }

        @Override
        public State state() {
            return model.state();
        }
    }

    private static boolean isAtTheLastEvent(Query query) {
        History history = query.history();
        return query.time() == history.time(history.size() - 1);
    }

    @Test
    void aModelThatReadsTheTime_getsThatOfTheLastEvent_inLearningValidationAndTest() {
        ConcurrentLinkedQueue<Query> asked = new ConcurrentLinkedQueue<>();
        Trainer listening = new Listening(asked);
        LambdaMart trees = LambdaMart.of(List.of(listening, new Popular(30, false)));
        Split split = split(shop(), RequestTime.LAST_EVENT);
        List<Trainer> recipes = List.of(
                trees,
                CrossCategory.of(trees),
                Guarded.of(trees),
                new Ranked(
                        listening,
                        20,
                        8,
                        4,
                        ItemVectors.Settings.DEFAULTS,
                        new TargetAttention.Settings(8, 16, 0.1),
                        6,
                        new Schedule(1e-2, 5, 32, 1, 3)));
        for (Trainer recipe : recipes) {
            asked.clear();
            Model model =
                    recipe.choose(split.fit(), split.validation(), run(split)).model();
            List<Query> learning = new ArrayList<>(asked);
            asked.clear();
            answersOf(model, split.test());
            List<Query> test = new ArrayList<>(asked);
            assertThat(learning).as(recipe.name()).hasSizeGreaterThan(60).allMatch(query -> isAtTheLastEvent(query));
            assertThat(test).as(recipe.name()).hasSizeGreaterThan(60).allMatch(query -> isAtTheLastEvent(query));
        }
    }

    private static void answersOf(Model model, List<Target> targets) {
        targets.forEach(target -> Shops.scores(model, Query.of(target.history(), target.time())));
    }

    /** A network that was trained so is asked so by whoever loads it, or has it in 8 bits or with less in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{recipe: hstu, " + SMALL + "}",
                "{recipe: int8, of: {recipe: hstu, " + SMALL + "}}",
                "{recipe: pruned, kind: weights, of: {recipe: hstu, " + SMALL + "}, fineTuning: {epochs: 1}}"
            })
    void aNetworkTrainedForTheLastEvent_readsNoTimeOfARequest_alsoWhenItIsLoaded(String written) throws IOException {
        Trainer trainer = recipe(written);
        Split split = split(shop(), RequestTime.LAST_EVENT);
        Model model = trainer.fit(split.fit(), run(split));
        Model loaded = trainer.load(model.state(), split.fit().catalog());
        Model usual = trainer.fit(split.fit(), TrainingRun.withSeed(1));
        History history = split.test().get(0).history();
        Query soon = Query.of(history, 401 * Shops.DAY);
        Query late = Query.of(history, 900 * Shops.DAY);
        assertThat(Shops.scores(model, soon)).isEqualTo(Shops.scores(model, late));
        assertThat(Shops.scores(loaded, soon)).isEqualTo(Shops.scores(model, soon));
        assertThat(Shops.scores(loaded, late)).isEqualTo(Shops.scores(model, soon));
        assertThat(Shops.scores(usual, soon)).isNotEqualTo(Shops.scores(usual, late));
        assertThat(Shops.scores(trainer.load(usual.state(), split.fit().catalog()), late))
                .isEqualTo(Shops.scores(usual, late));
    }
}
