package org.crossaisle.model.factor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
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

/**
 * Matrix factorisation: the interest of user u in item i is u . i + b<sub>i</sub>. Item and user vectors are learnt
 * together; the vector of a query is computed from its history at request time ({@link FoldIn}), so that new users and
 * new interactions count immediately.
 *
 * <p>Sources: Koren, Bell and Volinsky, Matrix factorization techniques for recommender systems, Computer 42(8), 2009;
 * see the losses for theirs.
 *
 * @param loss the loss to minimise
 * @param dimension length of user and item vectors, at least 1
 * @param epochs the maximum number of passes over the interactions, at least 1; the number is chosen on validation
 * @param patience the number of epochs without a better validation after which training stops, at least 1
 * @param learningRate the step size, above 0
 * @param regularisation the weight of the squared vectors and biases, at least 0
 * @param negatives how many items the softmax draws for each user, at least 1; a pairwise loss draws one for each
 *     interaction
 * @param foldInSteps the number of gradient steps for the vector of a history, at least 1
 * @param foldInRate the size of the first of these steps, above 0
 * @param recency the factor by which each later interaction reduces an interaction's weight in the vector, in (0, 1]
 */
public record MatrixFactorisation(
        @Help("The loss to minimise.") FactorLoss loss,

        @Help("Length of user and item vectors, at least 1.")
        int dimension,

        @Help("Largest number of passes over the interactions, at least 1; validation chooses how many.")
        int epochs,

        @Help("Epochs without a better validation after which training stops, at least 1.")
        int patience,

        @Help("Size of a gradient step, above 0.") double learningRate,

        @Help("Weight of the squared vectors and biases, at least 0.")
        double regularisation,

        @Help("Items the softmax draws for each user, at least 1.")
        int negatives,

        @Help("Gradient steps that compute the vector of a history, at least 1.")
        int foldInSteps,

        @Help("Size of the first of these steps, above 0.") double foldInRate,

        @Help("Weight an interaction of a history keeps after each later one, in (0, 1].")
        double recency)
        implements Trainer {
    private static final int REFERENCE = 256; // reference items of the fold-in
    private static final int VALIDATED = 10; // epochs between two validations
    private static final int MOST_VALIDATION_TARGETS = 2_500;

    public MatrixFactorisation() {
        // On validation the softmax is a third better than BPR, which needs a regularisation of 0.03;
        // docs/decisions.md.
        this(FactorLoss.SOFTMAX, 64, 60, 20, 0.1, 0.3, 128, 20, 0.5, 0.3);
    }

    public MatrixFactorisation {
        Bounds.atLeast("dimension", dimension, 1);
        Bounds.atLeast("epochs", epochs, 1);
        Bounds.atLeast("patience", patience, 1);
        Bounds.positive("learningRate", learningRate);
        Bounds.notNegative("regularisation", regularisation);
        Bounds.atLeast("negatives", negatives, 1);
        Bounds.atLeast("foldInSteps", foldInSteps, 1);
        Bounds.positive("foldInRate", foldInRate);
        Bounds.positiveShare("recency", recency);
    }

    @Override
    public String name() {
        return "mf";
    }

    /** This recipe, fitted for exactly this many epochs. */
    public MatrixFactorisation withEpochs(int other) {
        return new MatrixFactorisation(
                loss,
                dimension,
                other,
                patience,
                learningRate,
                regularisation,
                negatives,
                foldInSteps,
                foldInRate,
                recency);
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        Descent descent = new Descent(data, run);
        descent.run(epochs, epoch -> true);
        return descent.model();
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        FactorValidation validated = new FactorValidation(validation, MOST_VALIDATION_TARGETS);
        if (validated.isEmpty()) {
            return new Chosen(fit(data, run), this);
        }
        Descent descent = new Descent(data, run);
        Best best = new Best(descent, validated);
        descent.run(epochs, best);
        return new Chosen(best.model, withEpochs(best.epochs));
    }

    @Override
    public Cost cost(Dataset data) {
        long items = (long) data.knownItems().cardinality() * (dimension + 1);
        long users = (long) data.users() * dimension;
        double comparisons = loss == FactorLoss.BPR ? data.interactions() : (double) data.users() * negatives;
        long bytes = 2L * Float.BYTES * (items + users) + 8L * data.interactions();
        return new Cost(items + users, bytes, 0, 0, comparisons * epochs * dimension);
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return FactorModel.load(state, catalog, dimension, foldIn());
    }

    private FoldIn.Settings foldIn() {
        return new FoldIn.Settings(loss, regularisation, foldInSteps, foldInRate, recency);
    }

    /** Validates every few epochs and keeps the best model. */
    private final class Best implements IntPredicate {
        private final Descent descent;
        private final FactorValidation validation;
        private Model model;
        private double value = -1;
        private int epochs;

        Best(Descent descent, FactorValidation validation) {
            this.descent = descent;
            this.validation = validation;
            model = descent.model();
        }

        /** True while training should go on after this many epochs. */
        @Override
        public boolean test(int epoch) {
            if (epoch % VALIDATED == 0 || epoch == MatrixFactorisation.this.epochs) {
                Model now = descent.model();
                double ndcg = validation.ndcg(now);
                descent.note = String.format(Locale.ROOT, ", NDCG@10 %.5f", ndcg);
                if (ndcg > value) {
                    value = ndcg;
                    epochs = epoch;
                    model = now;
                }
            }
            return epoch < epochs + patience;
        }
    }

    /** One running training. */
    private final class Descent {
        private final Positives positives;
        private final SplittableRandom random;
        private final Factors factors;
        private final int[] reference;
        private final TrainingRun run;
        private String note = "";

        Descent(Dataset data, TrainingRun run) {
            this.run = run;
            positives = Positives.of(data);
            if (positives.known() < 2) {
                throw new RecsException(
                        RecsException.Code.DATA_INSUFFICIENT,
                        name() + " compares items with and without interactions; " + positives.known()
                                + " items of this shop have an interaction, expected at least 2");
            }
            random = new SplittableRandom(run.seed());
            factors = Factors.random(positives, dimension, random);
            reference = Arrays.stream(Positives.shuffled(positives.known(), random))
                    .limit(REFERENCE)
                    .map(positives::knownItem)
                    .sorted()
                    .toArray();
        }

        void run(int most, IntPredicate goOn) {
            Steps steps = new Steps((float) learningRate, positives.users(), positives.items());
            Epoch pass = loss.epoch(steps, (float) regularisation, negatives);
            try (Progress.Task task = run.progress().start("Factorising", most, "epochs")) {
                boolean wanted = true;
                for (int epoch = 1; epoch <= most && wanted; epoch++) {
                    double value = pass.train(factors, positives, random);
                    requireFinite(value, epoch);
                    wanted = goOn.test(epoch);
                    task.reached(epoch);
                    task.note(String.format(Locale.ROOT, "loss %.4f%s", value, note));
                }
            }
        }

        private void requireFinite(double value, int epoch) {
            if (!Double.isFinite(value)) {
                throw new RecsException(
                        RecsException.Code.TRAINING_DIVERGED,
                        "the loss of " + name() + " is " + value + " in epoch " + epoch
                                + "; a lower learning rate than " + learningRate + " may help");
            }
        }

        /** The current model; later epochs do not change it. */
        Model model() {
            float[] biases = factors.biases.clone();
            float least = Float.POSITIVE_INFINITY;
            for (int at = 0; at < positives.known(); at++) {
                least = Math.min(least, biases[positives.knownItem(at)]);
            }
            float[][] items = new float[biases.length][];
            Arrays.fill(biases, least);
            for (int item = 0; item < items.length; item++) {
                items[item] = factors.items[item].clone();
            }
            for (int at = 0; at < positives.known(); at++) {
                biases[positives.knownItem(at)] = factors.biases[positives.knownItem(at)];
            }
            return new FactorModel(
                    new Factors(dimension, new float[0][], items, biases),
                    factors.averageUser(positives),
                    reference,
                    positives.known(),
                    foldIn());
        }
    }
}
