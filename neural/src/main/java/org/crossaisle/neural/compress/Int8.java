package org.crossaisle.neural.compress;

import java.util.List;
import org.crossaisle.Help;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Feasibility;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.sequence.EncodedModel;
import org.crossaisle.neural.sequence.ServedNetwork;

/**
 * A deep recipe whose trained model is quantised to 8 bits: the vectors of all items and, optionally, the weights of
 * the user encoder's linear layers. The components of item vectors and their full precision are dropped, because only
 * training needs them.
 *
 * <p>Source: Jacob et al., Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only
 * Inference, CVPR 2018, section 2, symmetric and with one scale per row.
 *
 * @param of a deep recipe, plain or pruned, with one vector per user
 * @param layers whether the weights of linear layers are quantised as well
 */
public record Int8(
        @Help("A deep recipe, plain or pruned, with one vector for each user.")
        Trainer of,

        @Help("Stores the linear layers of the encoder with 8 bits as well.")
        boolean layers)
        implements Trainer {
    public static final Int8 DEFAULTS = new Int8(DeepSequence.of(TransformerEncoder.Settings.DEFAULTS), true);

    public Int8 {
        if (!(of instanceof ServedNetwork)) {
            throw new IllegalArgumentException(
                    "of is " + of.name() + ", must be a single deep recipe, or a pruned one");
        }
    }

    @Override
    public String name() {
        return "int8";
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        requireOneVector(data.catalog());
        return inInt8(of.fit(data, run.part("of")), data.catalog());
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        requireOneVector(data.catalog());
        Chosen chosen = of.choose(data, validation, run.part("of"));
        return new Chosen(
                inInt8(chosen.model(), data.catalog()), new Int8(chosen.frozen().recipe(), layers));
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
        return Int8Model.load(served().emptyNetwork(catalog), state, catalog.size(), layers);
    }

    /**
     * A trained model, quantised to 8 bits.
     *
     * @param model fitted by {@link #of}
     */
    public Model inInt8(Model model, Catalog catalog) {
        return Int8Model.of(EncodedModel.unwrap(model), served().emptyNetwork(catalog), layers);
    }

    /** Checked before a long training rather than after it. */
    private void requireOneVector(Catalog catalog) {
        if (served().emptyNetwork(catalog).users().interests() > 1) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "of is " + of.name() + ", which has several vectors for a user; int8 needs one");
        }
    }

    private DeepSequence served() {
        return ((ServedNetwork) of).served();
    }
}
