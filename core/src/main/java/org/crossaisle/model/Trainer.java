package org.crossaisle.model;

import java.util.List;
import org.crossaisle.PublicApi;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;

/**
 * A recipe with all its settings: it turns a data set into a {@link Model}, and reads a saved one back.
 *
 * <p>Each trainer is a record whose components are its settings, so that the settings can be saved with the model and
 * read from a file. What a recipe learns on validation is no setting; it is {@link Fitted}. The same data, settings,
 * fitted values and seed give the same model.
 */
@PublicApi
public interface Trainer {
    /** The recipe's name, as in {@code --recipe}: lower case with hyphens. */
    String name();

    /** Fits without validation; open settings keep their defaults. */
    Model fit(Dataset data, TrainingRun run);

    /**
     * Fits with what {@link #choose} learnt on validation.
     *
     * <p>A trainer that learns nothing there, or only settings such as the number of epochs, need not override this.
     */
    default Model fit(Dataset data, Fitted fitted, TrainingRun run) {
        if (!fitted.isEmpty()) {
            throw new IllegalArgumentException(
                    name() + " learns nothing on validation, yet fitted values were given; expected none");
        }
        return fit(data, run);
    }

    /** Fits with seed 1 and without validation. */
    default Model fit(Dataset data) {
        return fit(data, TrainingRun.withSeed(1));
    }

    /**
     * Fits, chooses open settings such as the number of epochs on the validation targets, and learns there what the
     * recipe needs.
     *
     * <p>A trainer that does neither need not override this.
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
     * Restores a model that was fitted with what {@link #choose} learnt on validation.
     *
     * <p>A trainer whose states hold all that its models need does not override this.
     */
    default Model load(State state, Fitted fitted, Catalog catalog) {
        return load(state, catalog);
    }

    /**
     * The result of choosing.
     *
     * @param model fitted on the data used for choosing
     * @param frozen the same recipe with nothing open, to be fitted again on more data
     */
    record Chosen(Model model, Frozen frozen) {
        /** The result of choosing settings only. */
        public Chosen(Model model, Trainer frozen) {
            this(model, Frozen.of(frozen));
        }
    }
}
