package org.crossaisle.model.linear;

import java.util.ServiceLoader;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.count.ItemSequences;
import org.crossaisle.model.count.LinkCost;
import org.crossaisle.model.count.LinkModel;
import org.crossaisle.model.count.Links;

/**
 * Each item foretold by all others at once: the linear model of least squared error whose diagonal is zero, so that no
 * item foretells itself. Unlike similarities of pairs it does not count twice what two items say alike.
 *
 * <p>Source: Steck, Embarrassingly shallow autoencoders for sparse data, WWW 2019, equation 8: with P the inverse of
 * X<sup>T</sup>X + lambda I, w(i, j) = -P<sub>ij</sub> / P<sub>jj</sub>. Departing from it, only the greatest weights
 * of each item are kept, and a recent interaction speaks more than an old one.
 *
 * <p>The matrix is dense: n known items need 4 n<sup>2</sup> bytes of heap, and twice as many outside it while it is
 * inverted.
 *
 * @param neighbours how many links of each item are kept, at least 1
 * @param lambda the weight of the squared weights in the loss, above 0
 * @param recency what an interaction still speaks after one more came, in (0, 1]
 * @param maximumItems with how many known items it is not begun: the time grows with their third power
 */
public record Ease(
        @Help("Links kept of each item, at least 1.") int neighbours,

        @Help("Weight of the squared weights in the loss, above 0.")
        double lambda,

        @Help("Weight an interaction keeps after each later one, in (0, 1].")
        double recency,

        @Help("Known items beyond which training is refused; time grows with their third power.")
        int maximumItems)
        implements Trainer {
    public Ease() {
        this(500, 150, 0.7, 20_000); // lambda as published; from 200 neighbours on validation does not change
    }

    public Ease {
        Bounds.atLeast("neighbours", neighbours, 1);
        Bounds.positive("lambda", lambda);
        Bounds.positiveShare("recency", recency);
        Bounds.atLeast("maximumItems", maximumItems, 1);
    }

    @Override
    public String name() {
        return "ease";
    }

    /**
     * {@inheritDoc}
     *
     * @throws RecsException TOO_LARGE when there are more known items than set or than the memory holds; UNSUPPORTED
     *     when no {@link SymmetricInverse} is at hand
     */
    @Override
    public Model fit(Dataset data, TrainingRun run) {
        ItemSequences sequences = new ItemSequences(data);
        int[] known = data.knownItems().stream().toArray();
        checkSize(known.length);
        SymmetricInverse inverse = inverse(Thread.currentThread().getContextClassLoader());
        EaseMatrix matrix = new EaseMatrix(sequences, known, lambda, run.progress());
        matrix.invert(inverse);
        Links links = Links.count(sequences.size(), neighbours, matrix, run.progress(), "Keeping the greatest weights");
        return new LinkModel(links, recency, sequences.interactions());
    }

    @Override
    public Cost cost(Dataset data) {
        long known = data.knownItems().cardinality();
        Cost links = LinkCost.ofPairs(data, neighbours, Integer.MAX_VALUE);
        // a Cholesky factor takes a third of the cube, its inverse two thirds, each a multiplication and an addition
        Cost inverse = new Cost(
                known * neighbours - links.parameters(),
                EaseMatrix.bytes(Math.toIntExact(known)),
                2L * Float.BYTES * known * known,
                2.0 * known * known * known,
                (double) known * known);
        return links.plus(inverse);
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return LinkModel.load(state, recency, catalog.size());
    }

    private void checkSize(int known) {
        if (known > maximumItems) {
            throw new RecsException(
                    RecsException.Code.TOO_LARGE,
                    name() + " would invert a matrix of " + known + " known items, at most " + maximumItems
                            + " are set: raise maximumItems, or leave " + name() + " out");
        }
        checkHeap(known, freeHeap());
    }

    static void checkHeap(int known, long free) {
        long needed = EaseMatrix.bytes(known);
        if (needed > free) {
            throw new RecsException(
                    RecsException.Code.TOO_LARGE,
                    "the matrix of " + known + " known items needs " + needed + " bytes of heap, " + free
                            + " are free: raise -Xmx by as much, or leave ease out");
        }
    }

    /** What the heap may still grow by. Garbage is asked to leave first, lest it count. */
    private static long freeHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }

    static SymmetricInverse inverse(ClassLoader loader) {
        return ServiceLoader.load(SymmetricInverse.class, loader)
                .findFirst()
                .orElseThrow(() -> new RecsException(
                        RecsException.Code.UNSUPPORTED,
                        "ease needs a library that inverts matrices, and none is here: add crossaisle-neural, or leave ease"
                                + " out"));
    }
}
