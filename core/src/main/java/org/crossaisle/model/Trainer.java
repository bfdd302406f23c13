package org.crossaisle.model;

import java.util.List;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;

/**
 * A recipe with all its settings: it turns a data set into a {@link Model}, and reads a saved one back.
 *
 * <p>Each trainer is a record whose components are its settings, so that the settings can be saved with the model and
 * read from a file. The same data, settings and seed give the same model.
 */
public interface Trainer {
    /** The recipe's name, as in {@code --recipe}: lower case with hyphens. */
    String name();

    /** Fits without validation; open settings keep their defaults. */
    Model fit(Dataset data, TrainingRun run);

    /** Fits with seed 1 and without validation. */
    default Model fit(Dataset data) {
        return fit(data, TrainingRun.withSeed(1));
    }

    /**
     * Fits and chooses open settings (epochs, weights) on the validation targets.
     *
     * <p>A trainer without open settings need not override this.
     */
    default Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        return new Chosen(fit(data, run), this);
    }

    /**
     * Whether this recipe can be fitted on some data. {@link #fit} and {@link #choose} refuse what this refuses, and
     * leave out what this leaves out.
     */
    default Feasibility feasibility(Dataset data) {
        return Feasibility.WHOLE;
    }

    /** The expected cost of fitting on some data, without what would be left out; does not start the fit. */
    default Cost cost(Dataset data) {
        return Cost.NONE;
    }

    /**
     * Restores a model from its {@link Model#state()}, fitted by this recipe with these settings on this catalog.
     *
     * @throws org.crossaisle.RecsException when the state lacks something or does not fit the catalog
     */
    Model load(State state, Catalog catalog);

    /**
     * The result of choosing.
     *
     * @param model fitted on the data used for choosing
     * @param frozen the same recipe with no open settings, to be fitted again on more data
     */
    record Chosen(Model model, Trainer frozen) {}
}
