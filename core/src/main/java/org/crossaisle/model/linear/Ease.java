package org.crossaisle.model.linear;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Feasibility;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.count.ItemSequences;
import org.crossaisle.model.count.LinkCost;
import org.crossaisle.model.count.LinkModel;
import org.crossaisle.model.count.Links;

/**
 * EASE, a linear model that predicts each item from all others: it minimises the squared error with a zero diagonal, so
 * that no item predicts itself. Unlike pairwise similarities, it does not count redundant evidence of two items twice.
 *
 * <p>Source: Steck, Embarrassingly shallow autoencoders for sparse data, WWW 2019, equation 8: with P the inverse of
 * X<sup>T</sup>X + lambda I, w(i, j) = -P<sub>ij</sub> / P<sub>jj</sub>. Unlike in the source, only the largest weights
 * of each item are kept, and recent interactions weigh more than old ones.
 *
 * <p>The matrix is dense: n known items need 4 n<sup>2</sup> bytes of heap, and twice as many outside it while it is
 * inverted.
 *
 * @param neighbours how many links of each item are kept, at least 1
 * @param lambda the weight of the squared weights in the loss, above 0
 * @param recency the factor by which each later interaction reduces an interaction's weight, in (0, 1]
 * @param maximumItems the largest number of known items; training time grows with its third power
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
        this(500, 150, 0.7, 20_000); // lambda as published; validation is flat from 200 neighbours on
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
     * @throws RecsException TOO_LARGE when there are more known items than the setting allows or than fit into memory;
     *     UNSUPPORTED when no {@link SymmetricInverse} is installed
     */
    @Override
    public Model fit(Dataset data, TrainingRun run) {
        ItemSequences sequences = new ItemSequences(data);
        int[] known = data.knownItems().stream().toArray();
        requireFeasible(data);
        SymmetricInverse inverse = inverse(Thread.currentThread().getContextClassLoader());
        EaseMatrix matrix = new EaseMatrix(sequences, known, lambda, run.progress());
        matrix.invert(inverse, run.progress());
        Links links = Links.count(sequences.size(), neighbours, matrix, run.progress(), "Keeping the greatest weights");
        return new LinkModel(links, recency, sequences.interactions());
    }

    @Override
    public Feasibility feasibility(Dataset data) {
        int known = data.knownItems().cardinality();
        if (known > maximumItems) {
            return Feasibility.refused(name() + " would invert a matrix of " + known
                    + " known items, but maximumItems is " + maximumItems + "; raise it, or leave " + name() + " out");
        }
        Optional<String> heap = heapRefusal(known, freeHeap());
        return new Feasibility(
                heap.isPresent()
                        ? heap
                        : installed(Thread.currentThread().getContextClassLoader())
                                .flatMap(inverse -> inverse.refusal(known)),
                List.of());
    }

    private void requireFeasible(Dataset data) {
        feasibility(data).refusal().ifPresent(reason -> {
            throw new RecsException(RecsException.Code.TOO_LARGE, reason);
        });
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

    /** Why the matrix does not fit into the heap; empty if it does. */
    static Optional<String> heapRefusal(int known, long free) {
        long needed = EaseMatrix.bytes(known);
        return needed <= free
                ? Optional.empty()
                : Optional.of("the matrix of " + known + " known items needs " + needed + " bytes of heap, but " + free
                        + " are free; raise -Xmx, or leave ease out");
    }

    /** The remaining heap memory. Requests a garbage collection first, so that garbage does not count. */
    private static long freeHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }

    private static Optional<SymmetricInverse> installed(ClassLoader loader) {
        return ServiceLoader.load(SymmetricInverse.class, loader).findFirst();
    }

    static SymmetricInverse inverse(ClassLoader loader) {
        return installed(loader)
                .orElseThrow(() -> new RecsException(
                        RecsException.Code.UNSUPPORTED,
                        "ease needs a library that inverts matrices, and found none; add crossaisle-neural to the class path,"
                                + " or leave ease out"));
    }
}
