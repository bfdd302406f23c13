package org.crossaisle.neural.compress;

import java.util.List;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Feasibility;
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
 * A deep recipe whose trained user encoder is pruned and then fine-tuned for some epochs to recover.
 *
 * <p>Pruning single weights sets them to 0 in place and saves neither time nor memory; pruning whole rows gives smaller
 * matrices. If it is interrupted during fine-tuning, it repeats the first training.
 *
 * <p>Sources: Han, Pool, Tran and Dally, Learning both Weights and Connections for Efficient Neural Networks, NIPS 2015
 * (train, prune, train again); Li, Kadav, Durdanovic, Samet and Graf, Pruning Filters for Efficient ConvNets, ICLR
 * 2017, section 3.1 (whole rows by the sum of their absolute values).
 *
 * @param of a deep recipe that is not itself composed of others
 * @param kind what is pruned
 * @param share share to prune, in (0, 1)
 * @param fineTuning schedule of the training after pruning
 */
public record Pruned(
        @Help("A deep recipe.") Trainer of,
        @Help("What is removed.") Kind kind,
        @Help("Share that is removed, in (0, 1).") double share,
        Schedule fineTuning)
        implements Trainer, ServedNetwork {
    public static final Pruned DEFAULTS = new Pruned(
            DeepSequence.of(TransformerEncoder.Settings.DEFAULTS),
            Kind.ROWS,
            0.5,
            new Schedule(3e-4, 20, Schedule.DEFAULTS.batchSize(), 10, 3));

    /** The parts of a user encoder to prune. */
    public enum Kind {
        /** The smallest weights of linear layers by absolute value, over all layers together. */
        WEIGHTS,
        /** The smallest weights by absolute value, the same share of each linear layer. */
        WEIGHTS_OF_EACH_LAYER,
        /** Whole hidden units of the feed-forward network of each block. */
        ROWS
    }

    public Pruned {
        if (!(of instanceof DeepSequence deep)) {
            throw new IllegalArgumentException("of is " + of.name() + ", must be a single deep recipe");
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
        DeepSequence.Found original = deep().found(data, validation, run.part("whole"));
        return new Pruned(original.recipe(), kind, share, fineTuning).prune(original.network(), data, validation, run);
    }

    /**
     * Prunes a copy of a model fitted by {@link #of} and fine-tunes it; validation targets choose for how long. The
     * given model does not change.
     *
     * @param data the data the model was fitted on
     */
    public Chosen prune(Model original, Dataset data, List<Target> validation, TrainingRun run) {
        return prune(EncodedModel.unwrap(original).network(), data, validation, run);
    }

    private Chosen prune(Network original, Dataset data, List<Target> validation, TrainingRun run) {
        Cut cut = cut(original, data.catalog());
        int epochs = training(cut, data, run).choose(validation, data.catalog().size());
        return new Chosen(model(cut, data), new Pruned(of, kind, share, fineTuning.withEpochs(epochs)));
    }

    private static Model model(Cut cut, Dataset data) {
        return EncodedModel.fitted(cut.network(), data, data.knownItems()).wrap();
    }

    @Override
    public Feasibility feasibility(Dataset data) {
        return deep().feasibility(data);
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
     * A pruned network.
     *
     * @param held keeps pruned weights at 0
     */
    private record Cut(Network network, FrozenParameters held) {}

    private Cut cut(Network original, Catalog catalog) {
        Network left = served().network(
                        catalog,
                        original.items().knownSet(),
                        0,
                        original.items().contents())
                .withRequestTime(original.requestTime());
        new Pruning(original.parameters()).narrowTo(left.parameters());
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

    /** The recipe of the pruned network, with the schedule of its fine-tuning. */
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
