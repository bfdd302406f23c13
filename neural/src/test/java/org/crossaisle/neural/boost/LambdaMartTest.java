package org.crossaisle.neural.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.ModelContract;
import org.crossaisle.model.Query;
import org.crossaisle.model.Shops;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.blend.Blend;
import org.crossaisle.model.boost.LambdaMart;
import org.crossaisle.model.boost.Trees;
import org.crossaisle.model.count.ItemKnn;
import org.crossaisle.model.count.Popular;
import org.junit.jupiter.api.Test;

class LambdaMartTest extends ModelContract {
    private static final TrainingRun RUN = TrainingRun.withSeed(1);
    private static final int CATEGORIES = 20;
    private static final int EACH = 10;

    @Override
    protected Trainer trainer() {
        return new LambdaMart(
                List.of(new Popular(), new ItemKnn()),
                List.of(1.0, 1.0),
                30,
                20,
                5,
                3,
                0.3,
                0.5,
                LambdaMart.Crossing.NONE);
    }

    /** Trees that were learnt on a shop of the contract's size. */
    @Override
    protected Fitted fitted() {
        Split split = new LeaveOneOut().of(Shops.random(4, 200, 40));
        return trainer().choose(split.fit(), split.validation(), RUN).frozen().fitted();
    }

    /**
     * Popularity alone is blended, which gives all the same order; what a customer buys is any item of one category.
     * The next one is of that category again, which no weight of a sum says and one question of a tree does.
     */
    private static Dataset faithful() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < CATEGORIES * EACH; item++) {
            items.add(Item.of("i" + item, "", "A>c" + item % CATEGORIES));
        }
        Random random = new Random(3);
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < 600; user++) {
            builder.startUser();
            for (int place : random.ints(0, EACH).distinct().limit(4).toArray()) {
                builder.add(place * CATEGORIES + user % CATEGORIES, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    private static LambdaMart onPopularity() {
        return new LambdaMart(List.of(new Popular()), List.of(), 200, 200, 20, 3, 0.3, 0.25, LambdaMart.Crossing.NONE);
    }

    private static double recall(Model model, List<Target> targets) {
        int hits = 0;
        for (Target target : targets) {
            Query query = Query.of(target.history(), target.time());
            float[] scores = Shops.scores(model, query);
            int better = 0;
            for (int item = 0; item < scores.length; item++) {
                better +=
                        scores[item] >= scores[target.item()] && query.allowed().test(item) ? 1 : 0;
            }
            hits += better <= 10 ? 1 : 0;
        }
        return (double) hits / targets.size();
    }

    @Test
    void whatASumCannotSay_treesDo() {
        Split split = new LeaveOneOut().of(faithful());
        Trainer.Chosen trees = onPopularity().choose(split.fit(), split.validation(), RUN);
        Trainer.Chosen blend =
                new Blend(List.of(new Popular()), List.of(), 200).choose(split.fit(), split.validation(), RUN);
        assertThat(recall(blend.model(), split.test())).isLessThan(0.15);
        assertThat(recall(trees.model(), split.test())).isGreaterThan(0.9);
    }

    /**
     * Popularity alone. Customers stay in their department, with any item of it, and now and then take the first item
     * of one of four others: trees for J put these four before their own where trees for all targets do not.
     */
    @Test
    void treesForJ_rankWhatCrossesHigher() {
        Split split = new LeaveOneOut().of(wanderers());
        List<Target> across = split.test().stream()
                .filter(target -> IntStream.range(0, target.history().size())
                        .noneMatch(at -> target.history().item(at) / EACH == target.item() / EACH))
                .toList();
        assertThat(across.size()).isBetween(100, 350);
        double[] emphases = {0, 0.3, 1};
        double[] crossed = new double[3];
        double[] all = new double[3];
        for (int at = 0; at < emphases.length; at++) {
            Trainer.Chosen chosen = onPopularity()
                    .with(new LambdaMart.Crossing(0, emphases[at]))
                    .choose(split.fit(), split.validation(), RUN);
            crossed[at] = ndcg(chosen.model(), across);
            all[at] = ndcg(chosen.model(), split.test());
            Model read =
                    chosen.frozen().load(chosen.model().state(), split.fit().catalog());
            assertThat(Shops.scores(read, 1, 2)).containsExactly(Shops.scores(chosen.model(), 1, 2));
        }
        assertThat(crossed[2]).isGreaterThan(1.1 * crossed[0]);
        assertThat(all[2]).isGreaterThan(0.5 * all[0]);
        assertThat(crossed[1]).isBetween(crossed[0], crossed[2]);
        assertThat(all[1]).isGreaterThanOrEqualTo(all[2]);
    }

    private static Dataset wanderers() {
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < CATEGORIES * EACH; item++) {
            items.add(Item.of("i" + item, "", "D" + item / EACH));
        }
        Random random = new Random(5);
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        for (int user = 0; user < 2_000; user++) {
            builder.startUser();
            int department = random.nextInt(CATEGORIES);
            for (int place : random.ints(1, EACH).distinct().limit(5).toArray()) {
                boolean leaves = random.nextInt(10) == 0;
                builder.add(
                        leaves ? random.nextInt(4) * EACH : department * EACH + place,
                        History.NO_TIME,
                        Action.PURCHASE);
            }
        }
        return builder.build();
    }

    private static double ndcg(Model model, List<Target> targets) {
        double sum = 0;
        for (Target target : targets) {
            Query query = Query.of(target.history(), target.time());
            float[] scores = Shops.scores(model, query);
            int rank = 0;
            for (int item = 0; item < scores.length; item++) {
                rank += scores[item] >= scores[target.item()] && query.allowed().test(item) ? 1 : 0;
            }
            sum += 1 / (Math.log(1 + rank) / Math.log(2));
        }
        return sum / targets.size();
    }

    @Test
    void chosenTrees_areFrozen_andTheSameForTheSameSeed() {
        Split split = new LeaveOneOut().of(faithful());
        Trainer.Chosen chosen = onPopularity().choose(split.fit(), split.validation(), RUN);
        Trainer.Chosen again = onPopularity().choose(split.fit(), split.validation(), RUN);
        Frozen frozen = chosen.frozen();
        assertThat(frozen).isEqualTo(again.frozen());
        assertThat(frozen.recipe()).isEqualTo(onPopularity()); // what was learnt is no setting
        assertThat(frozen.fitted().numbers("weights")).contains(List.of(1.0));
        assertThat(trees(frozen.fitted()).size()).isPositive().isLessThanOrEqualTo(20);
        for (Target target : split.test().subList(0, 20)) {
            Query query = Query.of(target.history(), target.time());
            float[] scores = Shops.scores(chosen.model(), query);
            assertThat(Shops.scores(frozen.fit(split.fit(), RUN), query)).containsExactly(scores);
            Model read = frozen.load(chosen.model().state(), split.fit().catalog());
            assertThat(Shops.scores(read, query)).containsExactly(scores);
        }
    }

    private static Trees trees(Fitted fitted) {
        return Trees.parse(fitted.texts("trees").orElseThrow().get(0));
    }

    @Test
    void fitWithNothingChosen_isTheBlend() {
        Dataset data = Shops.random(4, 60, 40);
        List<Trainer> parts = List.of(new Popular(), new ItemKnn());
        Model open = new LambdaMart(parts, List.of(), 30, 20, 5, 3, 0.3, 0.5, LambdaMart.Crossing.NONE).fit(data, RUN);
        Model blend = new Blend(parts, List.of(), 30).fit(data, RUN);
        assertThat(Shops.scores(open, 1, 5)).containsExactly(Shops.scores(blend, 1, 5));
    }

    @Test
    void noValidationTarget_isSaid() {
        assertThatThrownBy(() -> onPopularity().choose(faithful(), List.of(), RUN))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.DATA_INSUFFICIENT))
                .hasMessageContaining("lambdamart learns its trees from validation targets, and there are none");
    }

    @Test
    void targetsThatNobodyProposes_leaveTheBlend() {
        Split split = new LeaveOneOut().of(faithful());
        LambdaMart blind =
                new LambdaMart(List.of(new Popular()), List.of(), 2, 2, 20, 3, 0.3, 0.25, LambdaMart.Crossing.NONE);
        List<Target> one = split.validation().subList(0, 1);
        Frozen frozen = blind.choose(split.fit(), one, RUN).frozen();
        assertThat(frozen.fitted().texts("trees")).isEmpty();
    }

    @Test
    void settingsOutOfRange_areRefused() {
        List<Trainer> parts = List.of(new Popular());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LambdaMart(List.of(), List.of(), 2, 2, 1, 1, 1, 0.5, LambdaMart.Crossing.NONE))
                .withMessageStartingWith("parts is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LambdaMart(parts, List.of(), 2, 1, 1, 1, 1, 0.5, LambdaMart.Crossing.NONE))
                .withMessage("candidates is 1, must be at least 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LambdaMart(parts, List.of(), 2, 2, 0, 1, 1, 0.5, LambdaMart.Crossing.NONE))
                .withMessageStartingWith("rounds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LambdaMart(parts, List.of(), 2, 2, 1, 13, 1, 0.5, LambdaMart.Crossing.NONE))
                .withMessageStartingWith("depth");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LambdaMart(parts, List.of(), 2, 2, 1, 1, 0, 0.5, LambdaMart.Crossing.NONE))
                .withMessageStartingWith("learningRate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LambdaMart(parts, List.of(), 2, 2, 1, 1, 1, 0.6, LambdaMart.Crossing.NONE))
                .withMessage("heldOut is 0.6, must be in (0, 0.5]");
    }

    @Test
    void treesThatAskForMoreThanTheCandidatesHave_areRefused() {
        Trees.Builder trees = new Trees.Builder();
        trees.startTree();
        trees.addQuestion(12, 0, 1, 2, true);
        trees.addLeaf(0);
        trees.addLeaf(1);
        Fitted fitted = Fitted.NONE.withTexts("trees", List.of(trees.build().text()));
        assertThatThrownBy(() -> onPopularity().fit(faithful(), fitted, RUN))
                .isInstanceOf(RecsException.class)
                .hasMessage("the trees use feature 12, but with 1 parts there are only 12");
        Fitted cut = Fitted.NONE.withTexts("trees", List.of("eJxj"));
        assertThatThrownBy(() -> onPopularity().fit(faithful(), cut, RUN))
                .isInstanceOf(RecsException.class)
                .hasMessage("the trees are cut short or damaged");
    }
}
