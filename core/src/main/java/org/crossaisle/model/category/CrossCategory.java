package org.crossaisle.model.category;

import java.util.List;
import java.util.Optional;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Feasibility;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.HoldoutUsers;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;

/**
 * A recipe that adjusts another recipe's ranking by the predicted next category: {@link NextCategory} on top of its
 * model, and {@link CrossedModel} on its scores. Temperature, weights and pull are {@link Fitted}; they are learnt
 * from validation targets that the other recipe did not use for its own choices. The temperature maximises the
 * likelihood of the items, and the weights that of the categories. The pull of categories on items maximises J, as
 * long as no more than a given share of NDCG@10 on all targets is lost. J is the mean of NDCG@10 on all targets and on
 * those whose category is new, each divided by that of the model alone.
 *
 * @param of the recipe of the items
 * @param level of the categories, 0 being the department; in a flatter catalog the deepest level is used
 * @param loss the share of NDCG@10 on all targets that may be lost relative to {@code of}, in [0, 1]
 * @param judging the share of validation users used for this, and therefore not for choosing weights, trees or epochs
 *     of {@code of}, in [0, 1); 0: the same targets are used for both
 */
public record CrossCategory(
        @Help("The recipe that ranks the items.") Trainer of,

        @Help("Level of the predicted categories; 0 is the department.")
        int level,

        @Help("Largest share of NDCG@10 on all targets that may be lost, in [0, 1].")
        double loss,

        @Help("Share of validation users that only the categories are learnt from, in [0, 1).")
        double judging)
        implements Trainer {
    private static final String NEXT = "next";
    private static final String ITEMS = "items";
    private static final String OF = "of";
    private static final String TEMPERATURE = "temperature";
    private static final String WEIGHTS = "weights";
    private static final String PULL = "pull";

    public CrossCategory {
        Bounds.atLeast("level", level, 0);
        Bounds.share("loss", loss);
        Bounds.shareBelowOne("judging", judging);
    }

    /**
     * What is learnt on validation.
     *
     * @param temperature of the softmax of the items
     * @param weights of the features of categories: 16, and one for each coarser level that the catalog has
     * @param pull b1 and b2
     */
    private record Learnt(double temperature, List<Double> weights, List<Double> pull) {
        static Optional<Learnt> of(Fitted fitted) {
            return fitted.numbers(WEIGHTS)
                    .flatMap(weights -> fitted.numbers(PULL, 2)
                            .flatMap(pull -> fitted.numbers(TEMPERATURE, 1)
                                    .map(temperature -> new Learnt(temperature.get(0), weights, pull))));
        }

        Fitted with(Fitted of) {
            return Fitted.NONE
                    .withPart(OF, of)
                    .with(TEMPERATURE, List.of(temperature))
                    .with(WEIGHTS, weights)
                    .with(PULL, pull);
        }

        NextCategory next(CategoryFeatures features, Dataset data) {
            return new NextCategory(
                    features,
                    weights.stream().mapToDouble(Double::doubleValue).toArray(),
                    temperature,
                    data.knownItems().stream().toArray());
        }

        Model crossed(Model items, NextCategory next) {
            return new CrossedModel(items, next, new CrossedModel.Pull(pull.get(0), pull.get(1)), temperature);
        }
    }

    /** Wraps a recipe, at the level of the protocol. */
    public static CrossCategory of(Trainer recipe) {
        return new CrossCategory(recipe, 2, 0.01, 0.33);
    }

    @Override
    public String name() {
        return "cross-category";
    }

    /** @throws RecsException DATA_INSUFFICIENT always, since the recipe learns from validation targets */
    @Override
    public Model fit(Dataset data, TrainingRun run) {
        return fit(data, Fitted.NONE, run);
    }

    /**
     * {@inheritDoc}
     *
     * @throws RecsException DATA_INSUFFICIENT when a value is missing; ARTIFACT_UNREADABLE when the weights are for
     *     another number of levels than the catalog has
     */
    @Override
    public Model fit(Dataset data, Fitted fitted, TrainingRun run) {
        Learnt learnt = Learnt.of(fitted).orElseThrow(this::unlearnt);
        CategoryFeatures features = features(data);
        if (learnt.weights.size() != features.count()) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    name() + ": there are " + learnt.weights.size() + " weights, must be " + features.count()
                            + " for this catalog, one for each feature of a category; what was trained when there were"
                            + " other features must be trained again");
        }
        return learnt.crossed(of.fit(data, fitted.part(OF), run), learnt.next(features, data));
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        if (validation.isEmpty()) {
            throw unlearnt();
        }
        CategoryFeatures features = features(data);
        HoldoutUsers judges = new HoldoutUsers(data.users(), judging, run.seed());
        List<Target> choosing = judges.choosing(validation);
        List<Target> judged = judges.holdout(validation);
        boolean tooFew = choosing.isEmpty() || judged.isEmpty();
        Chosen chosen = of.choose(data, tooFew ? validation : choosing, run);
        // A recipe that chose and learnt nothing is unbiased on all targets.
        boolean all = tooFew || chosen.frozen().equals(Frozen.of(of));
        Model items = chosen.model();
        CategoryLearning learning = new CategoryLearning(items, features, all ? validation : judged, run.progress());
        double temperature = learning.temperature();
        Learnt unmoved = new Learnt(temperature, learning.weights(temperature), List.of(0.0, 0.0));
        NextCategory next = unmoved.next(features, data);
        Learnt learnt = new Learnt(temperature, unmoved.weights, learning.pull(next, temperature, loss));
        return new Chosen(
                learnt.crossed(items, next),
                new Frozen(
                        new CrossCategory(chosen.frozen().recipe(), level, loss, judging),
                        learnt.with(chosen.frozen().fitted())));
    }

    private CategoryFeatures features(Dataset data) {
        return NextCategory.features(data, levelOf(data.catalog()));
    }

    private int levelOf(Catalog catalog) {
        return Math.max(0, Math.min(level, catalog.categories().levels() - 1));
    }

    private RecsException unlearnt() {
        return new RecsException(
                RecsException.Code.DATA_INSUFFICIENT,
                name() + " learns its weights from validation targets, and there are none; use a split that has some");
    }

    @Override
    public Feasibility feasibility(Dataset data) {
        return of.feasibility(data);
    }

    @Override
    public Cost cost(Dataset data) {
        return of.cost(data);
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return load(state, Fitted.NONE, catalog);
    }

    @Override
    public Model load(State state, Fitted fitted, Catalog catalog) {
        NextCategory next = NextCategory.load(state.part(NEXT), catalog);
        float[] read = state.floats("pull");
        return new CrossedModel(
                of.load(state.part(ITEMS), fitted.part(OF), catalog),
                next,
                new CrossedModel.Pull(read[0], read[1]),
                state.part(NEXT).floats("temperature")[0]);
    }
}
