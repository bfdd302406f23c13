package org.crossaisle.neural.compress;

import java.util.List;
import org.crossaisle.Bounds;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.encode.Network;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.encode.WideningSettings;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.sequence.EncodedModel;
import org.crossaisle.neural.sequence.ServedNetwork;
import org.crossaisle.neural.train.FrozenParameters;
import org.crossaisle.neural.train.Schedule;
import org.crossaisle.neural.train.Training;

/**
 * A deep recipe whose user encoder is made smaller once it is trained, and then trained for some epochs more so that it finds its
 * way without what is gone.
 *
 * <p>Single weights that are set to 0 stay where they were, so that neither time nor memory is saved by it; whole rows that are
 * taken out leave smaller matrices. Interrupted in its second training, it goes through the first again.
 *
 * <p>Sources: Han, Pool, Tran and Dally, Learning both Weights and Connections for Efficient Neural Networks, NIPS 2015 (train,
 * prune, train again); Li, Kadav, Durdanovic, Samet and Graf, Pruning Filters for Efficient ConvNets, ICLR 2017, section 3.1
 * (whole rows by the sum of their absolute values).
 *
 * @param of the recipe, a deep one that is not itself made of others
 * @param kind what is taken out
 * @param share of it, in (0, 1)
 * @param fineTuning the training afterwards
 */
public record Pruned(Trainer of, Kind kind, double share, Schedule fineTuning) implements Trainer, ServedNetwork {
    public static final Pruned DEFAULTS = new Pruned(
            DeepSequence.of(TransformerEncoder.Settings.DEFAULTS),
            Kind.ROWS,
            0.5,
            new Schedule(3e-4, 20, Schedule.DEFAULTS.batchSize(), 10, 3));

    /** What is taken out of a user encoder. */
    public enum Kind {
        /** The weights of linear layers nearest to 0, of all layers together. */
        WEIGHTS,
        /** The same share of the weights of each linear layer. */
        WEIGHTS_OF_EACH_LAYER,
        /** Whole inner rows of the two linear layers each block ends with. */
        ROWS
    }

    public Pruned {
        if (!(of instanceof DeepSequence deep)) {
            throw new IllegalArgumentException("of is " + of.name() + ", must be a deep recipe by itself");
        }
        if (kind == Kind.ROWS && !(deep.users() instanceof WideningSettings)) {
            throw new IllegalArgumentException(
                    "kind is rows, but the blocks of " + deep.name() + " do not end with two linear layers");
        }
        Bounds.properShare("share", share);
    }

    @Override
    public String name() {
        return "pruned";
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        Cut cut = cut(deep().trained(data, run.part("whole")), data.catalog());
        training(cut, data, run).fit();
        return model(cut, data);
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        DeepSequence.Found whole = deep().found(data, validation, run.part("whole"));
        return new Pruned(whole.recipe(), kind, share, fineTuning).prune(whole.network(), data, validation, run);
    }

    /**
     * Takes from a model that {@link #of} has fitted, which stays as it is, and trains what is left; how long is chosen on the
     * validation targets.
     *
     * @param data what the model was fitted on
     */
    public Chosen prune(Model whole, Dataset data, List<Target> validation, TrainingRun run) {
        return prune(EncodedModel.in(whole).network(), data, validation, run);
    }

    private Chosen prune(Network whole, Dataset data, List<Target> validation, TrainingRun run) {
        Cut cut = cut(whole, data.catalog());
        int epochs = training(cut, data, run).choose(validation, data.catalog().size());
        return new Chosen(model(cut, data), new Pruned(of, kind, share, fineTuning.withEpochs(epochs)));
    }

    private static Model model(Cut cut, Dataset data) {
        return EncodedModel.fitted(cut.network(), data, data.knownItems()).asModel();
    }

    @Override
    public Cost cost(Dataset data) {
        return deep().cost(data).plus(served().cost(data));
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return served().load(state, catalog);
    }

    /**
     * A network with less in it.
     *
     * @param held keeps at 0 what was set to 0
     */
    private record Cut(Network network, FrozenParameters held) {}

    private Cut cut(Network whole, Catalog catalog) {
        Network left = served().network(
                        catalog, whole.items().knownSet(), 0, whole.items().contents())
                .askedAt(whole.requestTime());
        new Pruning(whole.parameters()).narrowTo(left.parameters());
        return new Cut(
                left,
                kind == Kind.ROWS
                        ? FrozenParameters.NOTHING
                        : new Pruning(left.parameters()).zero(share, kind == Kind.WEIGHTS_OF_EACH_LAYER));
    }

    private Training training(Cut cut, Dataset data, TrainingRun run) {
        return served().training(cut.network(), cut.held(), data, run.part("fine-tuning"), toString());
    }

    private DeepSequence deep() {
        return (DeepSequence) of;
    }

    /** The recipe of what is left, with the training it still gets. */
    @Override
    public DeepSequence served() {
        DeepSequence deep = deep().withTraining(fineTuning);
        if (kind == Kind.ROWS && deep.users() instanceof WideningSettings users) {
            int inner = users.innerOf(deep.dimension());
            return deep.withUsers(users.withInner(Math.max(1, (int) Math.round((1 - share) * inner))));
        }
        return deep;
    }
}
