package org.crossaisle.model.category;

import java.util.List;
import org.crossaisle.Bounds;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Feasibility;
import org.crossaisle.model.HoldoutUsers;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;

/**
 * A recipe that adjusts another recipe's ranking by the predicted next category: {@link NextCategory} on top of its
 * model, and {@link CrossedModel} on its scores. Open settings are learnt from validation targets that the other recipe
 * did not use for its own choices. The temperature maximises the likelihood of the items, and the weights that of the
 * categories. The pull of categories on items maximises J, as long as no more than a given share of NDCG@10 on all
 * targets is lost. J is the mean of NDCG@10 on all targets and on those whose category is new, each divided by that of
 * the model alone.
 *
 * @param of the recipe of the items
 * @param level of the categories, 0 being the department; in a flatter catalog the deepest level is used
 * @param loss the share of NDCG@10 on all targets that may be lost relative to {@code of}, in [0, 1]
 * @param judging the share of validation users used for this, and therefore not for choosing weights, trees or epochs
 *     of {@code of}, in [0, 1); 0: the same targets are used for both
 * @param temperature of the softmax of the items; 0: to be learnt
 * @param weights of the features of categories, 16 and one for each coarser level that the catalog has; empty: to be
 *     learnt
 * @param pull b1 and b2; empty: to be learnt
 */
public record CrossCategory(
        Trainer of, int level, double loss, double judging, double temperature, List<Double> weights, List<Double> pull)
        implements Trainer {
    private static final String NEXT = "next";
    private static final String ITEMS = "items";

    public CrossCategory {
        weights = List.copyOf(weights);
        pull = List.copyOf(pull);
        Bounds.atLeast("level", level, 0);
        Bounds.share("loss", loss);
        Bounds.shareBelowOne("judging", judging);
        Bounds.notNegative("temperature", temperature);
        if (!weights.isEmpty()
                && (weights.size() < CategoryFeatures.OWN || weights.size() > CategoryFeatures.OWN + level)) {
            throw new IllegalArgumentException(unfit(
                    weights.size(),
                    "none or " + CategoryFeatures.OWN + " and one for each coarser level ("
                            + (CategoryFeatures.OWN + level) + " at level " + level + ")"));
        }
        if (!pull.isEmpty() && pull.size() != 2) {
            throw new IllegalArgumentException("there are " + pull.size() + " pulls, must be none or b1 and b2");
        }
    }

    /** Wraps a recipe with all settings open, at the level of the protocol. */
    public static CrossCategory of(Trainer recipe) {
        return new CrossCategory(recipe, 2, 0.01, 0.33, 0, List.of(), List.of());
    }

    @Override
    public String name() {
        return "cross-category";
    }

    /**
     * {@inheritDoc}
     *
     * @throws RecsException DATA_INSUFFICIENT when a setting is open, since it is learnt from validation targets;
     *     SETTING_INVALID when the weights are for another number of levels than the catalog has
     */
    @Override
    public Model fit(Dataset data, TrainingRun run) {
        if (isOpen()) {
            throw unlearnt();
        }
        CategoryFeatures features = features(data);
        Model items = of.fit(data, run);
        NextCategory next = new NextCategory(
                features,
                weights.stream().mapToDouble(Double::doubleValue).toArray(),
                temperature,
                data.knownItems().stream().toArray());
        return crossed(items, next);
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        if (validation.isEmpty()) {
            throw unlearnt();
        }
        CategoryFeatures features = features(data);
        HoldoutUsers judges = new HoldoutUsers(data.users(), isOpen() ? judging : 0, run.seed());
        List<Target> choosing = judges.choosing(validation);
        List<Target> judged = judges.judging(validation);
        boolean tooFew = choosing.isEmpty() || judged.isEmpty();
        Chosen chosen = of.choose(data, tooFew ? validation : choosing, run);
        // A recipe without open settings is unbiased on all targets.
        boolean all = tooFew || chosen.frozen().equals(of);
        Model items = chosen.model();
        CategoryLearning learning = new CategoryLearning(items, features, all ? validation : judged, run.progress());
        double degree = temperature == 0 ? learning.temperature() : temperature;
        List<Double> learnt = weights.isEmpty() ? learning.weights(degree) : weights;
        NextCategory next = new NextCategory(
                features,
                learnt.stream().mapToDouble(Double::doubleValue).toArray(),
                degree,
                data.knownItems().stream().toArray());
        List<Double> pulls = pull.isEmpty() ? learning.pull(next, degree, loss) : pull;
        CrossCategory settled = new CrossCategory(chosen.frozen(), level, loss, judging, degree, learnt, pulls);
        return new Chosen(settled.crossed(items, next), settled);
    }

    private CategoryFeatures features(Dataset data) {
        CategoryFeatures features = NextCategory.features(data, levelOf(data.catalog()));
        if (!weights.isEmpty() && weights.size() != features.count()) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    name() + ": " + unfit(weights.size(), features.count() + " for this catalog"));
        }
        return features;
    }

    private static String unfit(int weights, String needed) {
        return "there are " + weights + " weights, must be " + needed
                + ", one for each feature of a category; what was trained"
                + " when there were other features must be trained again";
    }

    private boolean isOpen() {
        return temperature == 0 || weights.isEmpty() || pull.isEmpty();
    }

    private Model crossed(Model items, NextCategory next) {
        return new CrossedModel(items, next, new CrossedModel.Pull(pull.get(0), pull.get(1)), temperature);
    }

    private int levelOf(Catalog catalog) {
        return Math.max(0, Math.min(level, catalog.categories().levels() - 1));
    }

    private RecsException unlearnt() {
        return new RecsException(
                RecsException.Code.DATA_INSUFFICIENT,
                name()
                        + " learns its weights from validation targets, and there are none: split the shop so that there are");
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
        NextCategory next = NextCategory.load(state.part(NEXT), catalog);
        float[] read = state.floats("pull");
        return new CrossedModel(
                of.load(state.part(ITEMS), catalog),
                next,
                new CrossedModel.Pull(read[0], read[1]),
                state.part(NEXT).floats("temperature")[0]);
    }
}
