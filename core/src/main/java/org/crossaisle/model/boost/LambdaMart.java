package org.crossaisle.model.boost;

import java.util.List;
import java.util.ServiceLoader;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Feasibility;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.blend.Blend;
import org.crossaisle.model.blend.BlendModel;
import org.crossaisle.model.count.TimedItems;

/**
 * A {@link Blend} whose best candidates are re-ranked by gradient boosted trees: the blend's score plus the trees'
 * prediction from {@link CandidateFeatures}. A weighted sum can only say which part to trust; a tree can also say when.
 *
 * <p>The trees are learnt on the validation targets. Their number is chosen by cross-validation, in which each target
 * is held out once. It is 0 when no trees help, so with too few targets the model is the plain blend. The trees are
 * {@link Fitted}, with the weights of the blend.
 *
 * <p>Source: Burges, From RankNet to LambdaRank to LambdaMART: an overview, Microsoft Research technical report
 * MSR-TR-2010-82, section 7.
 *
 * @param parts the blended recipes, at least one
 * @param weights fixed weights of the blend, one for each part, none negative; empty: they are learnt
 * @param proposals how many items each part proposes, at least 1
 * @param candidates how many of the blend's best candidates are re-ranked, at least 2
 * @param rounds the number of trees learnt, at least 1
 * @param depth the maximum depth of a tree, in [1, 12]
 * @param learningRate the shrinkage of each tree, in (0, 1]
 * @param heldOut the share of validation targets held out in each fold to choose the number of trees, in (0, 0.5]
 * @param crossing the extra weight of targets whose category is new to the user
 */
public record LambdaMart(
        @Help("The blended recipes, at least one.") List<Trainer> parts,

        @Help("Fixed weights, one for each part, none negative; empty: they are learnt on validation.")
        List<Double> weights,

        @Help("Items that each part proposes, at least 1.") int proposals,

        @Help("Best items of the blend that the trees rerank, at least 2.")
        int candidates,

        @Help("Most trees, at least 1; cross-validation chooses how many.")
        int rounds,

        @Help("Largest depth of a tree, in [1, 12].") int depth,

        @Help("Share of each tree that is added, in (0, 1].")
        double learningRate,

        @Help("Share of validation targets held out in each fold of the cross-validation, in (0, 0.5].")
        double heldOut,

        Crossing crossing)
        implements Trainer {
    private static final String POPULARITY = "popularity";
    private static final String TREES = "trees";

    /** The parts of the counting blend. */
    public LambdaMart() {
        this(new Blend().parts(), List.of(), new Blend().proposals(), 100, 200, 4, 0.1, 0.25, Crossing.NONE);
    }

    /** The default trees on a blend of these parts. */
    public static LambdaMart of(List<Trainer> parts) {
        LambdaMart usual = new LambdaMart();
        return new LambdaMart(
                parts,
                List.of(),
                usual.proposals,
                usual.candidates,
                usual.rounds,
                usual.depth,
                usual.learningRate,
                usual.heldOut,
                usual.crossing);
    }

    /**
     * The extra weight of targets whose category is new to the user. At an emphasis of 1, they count once more by the
     * ratio of NDCG on all targets to NDCG on these, so the trees are learnt for J. A lower emphasis keeps more of the
     * NDCG on all targets.
     *
     * @param level of the categories, 0 being the department
     * @param emphasis added to the weight 1 of each target; 0: all targets count alike, and there is no feature for new
     *     categories
     */
    public record Crossing(
            @Help("Level of the categories that count as new or known; 0 is the department.")
            int level,

            @Help("Extra weight of targets in categories new to the customer, at least 0; 0: none.")
            double emphasis) {
        public static final Crossing NONE = new Crossing(2, 0);

        public Crossing {
            Bounds.atLeast("crossing.level", level, 0);
            Bounds.notNegative("crossing.emphasis", emphasis);
        }
    }

    /** This recipe with trees that see what is new to the user. */
    public LambdaMart with(Crossing other) {
        return new LambdaMart(parts, weights, proposals, candidates, rounds, depth, learningRate, heldOut, other);
    }

    public LambdaMart {
        parts = List.copyOf(parts);
        weights = List.copyOf(weights);
        new Blend(parts, weights, proposals);
        Bounds.atLeast("candidates", candidates, 2);
        Bounds.atLeast("rounds", rounds, 1);
        Bounds.inRange("depth", depth, 1, 12);
        Bounds.positiveShare("learningRate", learningRate);
        if (!(heldOut > 0 && heldOut <= 0.5)) {
            throw new IllegalArgumentException("heldOut is " + heldOut + ", must be in (0, 0.5]");
        }
    }

    private Trees requireFits(Trees trees) {
        if (trees.lastFeature() >= CandidateFeatures.width(parts.size())) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    "the trees use feature " + trees.lastFeature() + ", but with " + parts.size()
                            + " parts there are only " + CandidateFeatures.width(parts.size()));
        }
        return trees;
    }

    private Trees trees(Fitted fitted) {
        try {
            return requireFits(fitted.texts(TREES)
                    .map(texts -> Trees.parse(String.join("", texts)))
                    .orElse(Trees.NONE));
        } catch (IllegalArgumentException e) {
            throw new RecsException(RecsException.Code.ARTIFACT_UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String name() {
        return "lambdamart";
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        return fit(data, Fitted.NONE, run);
    }

    @Override
    public Model fit(Dataset data, Fitted fitted, TrainingRun run) {
        Trees learnt = trees(fitted);
        BlendModel blended = (BlendModel) blend().fit(data, fitted, run);
        return after(blended, TimedItems.of(data), data.catalog(), learnt);
    }

    /**
     * {@inheritDoc}
     *
     * @throws RecsException DATA_INSUFFICIENT when there is no validation target; UNSUPPORTED when no
     *     {@link TreeBoosting} is installed
     */
    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        if (validation.isEmpty()) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    name()
                            + " learns its trees from validation targets, and there are none; use a split that has some, or the"
                            + " recipe blend");
        }
        Chosen blended = blend().choose(data, validation, run);
        Blend settled = (Blend) blended.frozen().recipe();
        BlendModel model = (BlendModel) blended.model();
        TimedItems interactions = TimedItems.of(data);
        Trees learnt = learn(model, features(interactions, data.catalog()), validation, run);
        Fitted fitted = blended.frozen().fitted();
        return new Chosen(
                after(model, interactions, data.catalog(), learnt),
                new Frozen(
                        with(settled.parts()),
                        learnt.size() == 0 ? fitted : fitted.withTexts(TREES, List.of(learnt.text()))));
    }

    private LambdaMart with(List<Trainer> settled) {
        return new LambdaMart(settled, weights, proposals, candidates, rounds, depth, learningRate, heldOut, crossing);
    }

    @Override
    public Feasibility feasibility(Dataset data) {
        return blend().feasibility(data);
    }

    @Override
    public Cost cost(Dataset data) {
        double rows = (double) data.users() * candidates;
        double trees = (double) rounds * depth * CandidateFeatures.width(parts.size()) * rows;
        return blend().cost(data).plus(new Cost((long) rounds << depth, (long) (rows * Float.BYTES), 0, 0, trees));
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return load(state, Fitted.NONE, catalog);
    }

    @Override
    public Model load(State state, Fitted fitted, Catalog catalog) {
        BlendModel blended = (BlendModel) blend().load(state, fitted, catalog);
        Trees read = requireFits(Trees.load(state.part(TREES)));
        return after(blended, TimedItems.load(state.part(POPULARITY), catalog.size()), catalog, read);
    }

    /** The recipe without trees. */
    public Blend blend() {
        return new Blend(parts, weights, proposals);
    }

    private Model after(BlendModel blended, TimedItems interactions, Catalog catalog, Trees learnt) {
        return new TreesAfterBlend(blended, features(interactions, catalog), interactions, learnt, candidates);
    }

    private CandidateFeatures features(TimedItems interactions, Catalog catalog) {
        return new CandidateFeatures(
                parts.size(), interactions, catalog, crossing.emphasis() == 0 ? -1 : crossing.level());
    }

    private Trees learn(BlendModel model, CandidateFeatures features, List<Target> validation, TrainingRun run) {
        TreeBoosting boosting = boosting(Thread.currentThread().getContextClassLoader());
        TreeExamples all =
                TreeExamples.of(model, features, candidates, crossing.emphasis(), validation, run.progress());
        int folds = (int) Math.round(1 / heldOut);
        try (Progress.Task task = run.progress().start("Boosting trees", (folds + 1L) * rounds, "trees")) {
            if (all.size() < folds) {
                task.note("no trees: only " + all.size() + " of " + validation.size()
                        + " validation targets are among their candidates");
                return Trees.NONE;
            }
            double[] values = new double[rounds + 1]; // by the number of trees
            for (int fold = 0; fold < folds; fold++) {
                Trees grown = grown(boosting, all.fold(fold, folds, true), rounds, run.seed(), task, fold);
                all.fold(fold, folds, false).add(values, grown);
            }
            int best = best(values);
            Trees learnt = best == 0 ? Trees.NONE : grown(boosting, all, best, run.seed(), task, folds);
            task.reached((folds + 1L) * rounds);
            task.note(learnt.size() + " trees learnt from " + all.size() + " targets");
            return learnt;
        }
    }

    /** @param before how often as many as {@code rounds} trees were grown before */
    private Trees grown(
            TreeBoosting boosting, TreeExamples examples, int trees, long seed, Progress.Task task, int before) {
        return boosting.boost(
                examples.toRank(),
                new TreeBoosting.Shape(trees, depth, learningRate),
                seed,
                grown -> task.reached((long) before * rounds + grown));
    }

    /** The index of the largest value, the first of several. */
    private static int best(double... values) {
        int best = 0;
        for (int at = 1; at < values.length; at++) {
            best = values[at] > values[best] ? at : best;
        }
        return best;
    }

    static TreeBoosting boosting(ClassLoader loader) {
        return ServiceLoader.load(TreeBoosting.class, loader)
                .findFirst()
                .orElseThrow(() -> new RecsException(
                        RecsException.Code.UNSUPPORTED,
                        "lambdamart needs a library that boosts trees, and found none; add crossaisle-neural to the class"
                                + " path, or use blend"));
    }
}
