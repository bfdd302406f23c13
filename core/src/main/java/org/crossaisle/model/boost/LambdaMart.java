package org.crossaisle.model.boost;

import java.util.List;
import java.util.ServiceLoader;
import org.crossaisle.Bounds;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.blend.Blend;
import org.crossaisle.model.blend.BlendModel;
import org.crossaisle.model.count.TimedItems;

/**
 * A {@link Blend} whose best candidates are ordered anew by gradient boosted trees: the blend's score plus what the
 * trees say of {@link CandidateFeatures}. Where a sum with weights for all can only say which part to trust, a tree can
 * say when.
 *
 * <p>The trees are learnt on validation. How many is decided by cross-validation, each target being held out once: none
 * where none helps; so with too little of it, this is the blend.
 *
 * <p>Source: Burges, From RankNet to LambdaRank to LambdaMART: an overview, Microsoft Research technical report
 * MSR-TR-2010-82, section 7.
 *
 * @param parts what is blended, at least one
 * @param weights of the blend, one for each part, none negative; empty: to be learnt
 * @param proposals how many items each part proposes, at least 1
 * @param candidates how many of the blend's best are ordered anew, at least 2
 * @param rounds how many trees are learnt, at least 1
 * @param depth how many questions a tree asks at most, in [1, 12]
 * @param learningRate what each tree is shrunk by, in (0, 1]
 * @param heldOut the share of validation that is held out in turn, which decides how many trees are learnt, in (0, 0.5]
 * @param crossing how much more targets count whose category is new to the user
 * @param trees the trees, as they were learnt; empty: to be learnt
 */
public record LambdaMart(
        List<Trainer> parts,
        List<Double> weights,
        int proposals,
        int candidates,
        int rounds,
        int depth,
        double learningRate,
        double heldOut,
        Crossing crossing,
        String trees)
        implements Trainer {
    private static final String POPULARITY = "popularity";
    private static final String TREES = "trees";

    /** The parts of the counting blend. */
    public LambdaMart() {
        this(new Blend().parts(), List.of(), new Blend().proposals(), 100, 200, 4, 0.1, 0.25, Crossing.NONE, "");
    }

    /** The usual trees behind the blend of some parts. */
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
                usual.crossing,
                "");
    }

    /**
     * How much more targets count whose category is new to the user. Counted once more by the ratio of NDCG on all
     * targets to that on these, as an emphasis of 1 has it, the trees are learnt for J; at less, more of NDCG on all
     * targets is kept.
     *
     * @param level of the categories, 0 being the department
     * @param emphasis beside 1 for each target; 0: all count alike, and nothing is told of what is new
     */
    public record Crossing(int level, double emphasis) {
        public static final Crossing NONE = new Crossing(2, 0);

        public Crossing {
            Bounds.atLeast("crossing.level", level, 0);
            Bounds.notNegative("crossing.emphasis", emphasis);
        }
    }

    /** The same with trees that look at what is new to the user. */
    public LambdaMart with(Crossing other) {
        return new LambdaMart(
                parts, weights, proposals, candidates, rounds, depth, learningRate, heldOut, other, trees);
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
        requireFits(Trees.parse(trees), parts.size());
    }

    private static void requireFits(Trees trees, int parts) {
        if (trees.lastFeature() >= CandidateFeatures.width(parts)) {
            throw new IllegalArgumentException("the trees ask for feature " + trees.lastFeature() + "; with " + parts
                    + " parts there are " + CandidateFeatures.width(parts));
        }
    }

    @Override
    public String name() {
        return "lambdamart";
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        BlendModel blended = (BlendModel) blend().fit(data, run);
        return after(blended, TimedItems.of(data), data.catalog(), Trees.parse(trees));
    }

    /**
     * {@inheritDoc}
     *
     * @throws RecsException DATA_INSUFFICIENT when there is no validation target; UNSUPPORTED when no
     *     {@link TreeBoosting} is at hand
     */
    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        if (validation.isEmpty() && trees.isEmpty()) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    name()
                            + " learns its trees from validation targets, and there are none: split the shop so that there"
                            + " are, or take blend");
        }
        Trainer.Chosen blended = blend().choose(data, validation, run);
        Blend frozen = (Blend) blended.frozen();
        BlendModel model = (BlendModel) blended.model();
        TimedItems interactions = TimedItems.of(data);
        Trees learnt = trees.isEmpty()
                ? learn(model, features(interactions, data.catalog()), validation, run)
                : Trees.parse(trees);
        LambdaMart settled = new LambdaMart(
                frozen.parts(),
                frozen.weights(),
                proposals,
                candidates,
                rounds,
                depth,
                learningRate,
                heldOut,
                crossing,
                learnt.text());
        return new Chosen(after(model, interactions, data.catalog(), learnt), settled);
    }

    @Override
    public Cost cost(Dataset data) {
        double rows = (double) data.users() * candidates;
        double trees = (double) rounds * depth * CandidateFeatures.width(parts.size()) * rows;
        return blend().cost(data).plus(new Cost((long) rounds << depth, (long) (rows * Float.BYTES), 0, 0, trees));
    }

    @Override
    public Model load(State state, Catalog catalog) {
        BlendModel blended = (BlendModel) blend().load(state, catalog);
        Trees read = Trees.load(state.part(TREES));
        try {
            requireFits(read, parts.size());
        } catch (IllegalArgumentException e) {
            throw new RecsException(RecsException.Code.ARTIFACT_UNREADABLE, String.valueOf(e.getMessage()), e);
        }
        return after(blended, TimedItems.load(state.part(POPULARITY), catalog.size()), catalog, read);
    }

    /** True for the state of a model of this recipe, false for that of a {@link Blend} of the same parts. */
    public static boolean isOf(State state) {
        return !state.part(TREES).blocks().isEmpty();
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
        try (Progress.Task task = run.progress().start("Boosting trees", folds + 1L, "times")) {
            if (all.size() < folds) {
                task.note("no trees: only " + all.size() + " of " + validation.size()
                        + " validation targets are among their candidates");
                return Trees.NONE;
            }
            double[] values = new double[rounds + 1]; // by the number of trees
            for (int fold = 0; fold < folds; fold++) {
                Trees grown = grown(boosting, all.fold(fold, folds, true), rounds, run.seed());
                all.fold(fold, folds, false).add(values, grown);
                task.reached(fold + 1L);
            }
            int best = best(values);
            Trees learnt = best == 0 ? Trees.NONE : grown(boosting, all, best, run.seed());
            task.reached(folds + 1L);
            task.note(learnt.size() + " trees learnt from " + all.size() + " targets");
            return learnt;
        }
    }

    private Trees grown(TreeBoosting boosting, TreeExamples examples, int trees, long seed) {
        return boosting.boost(examples.toRank(), new TreeBoosting.Shape(trees, depth, learningRate), seed);
    }

    /** Where the greatest value is, the first of several. */
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
                        "lambdamart needs a library that boosts trees, and none is here: add crossaisle-neural, or take"
                                + " blend"));
    }
}
