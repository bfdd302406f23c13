package org.crossaisle.model;

import java.util.List;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;

/**
 * A recipe with all its settings: it turns a data set into a {@link Model}, and reads a saved one back.
 *
 * <p>Each is a record whose components are its settings, so that what was set can be written beside the model and given
 * in a file. The same data, settings and seed give the same model.
 */
public interface Trainer {
    /** The recipe's name, as in {@code --recipe}: lower case with hyphens. */
    String name();

    /** Fits with nothing left to choose; what is open keeps its default. */
    Model fit(Dataset data, TrainingRun run);

    /** Fits with seed 1 and nothing left to choose. */
    default Model fit(Dataset data) {
        return fit(data, TrainingRun.withSeed(1));
    }

    /**
     * Fits, choosing what is open (epochs, weights) on the validation targets.
     *
     * <p>A trainer with nothing open need not override this.
     */
    default Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        return new Chosen(fit(data, run), this);
    }

    /** What fitting is expected to take on some data; nothing of it is begun. */
    default Cost cost(Dataset data) {
        return Cost.NONE;
    }

    /**
     * The model whose {@link Model#state()} this is, fitted by this recipe with these settings on this catalog.
     *
     * @throws org.crossaisle.RecsException when the state lacks something or does not fit the catalog
     */
    Model load(State state, Catalog catalog);

    /**
     * What choosing gave.
     *
     * @param model fitted on the data that was chosen with
     * @param frozen the same recipe with nothing open, to be fitted again on more data
     */
    record Chosen(Model model, Trainer frozen) {}
}
