package org.crossaisle.neural.sequence;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crossaisle.Bounds;
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
import org.crossaisle.neural.content.vector.ContentVectors;
import org.crossaisle.neural.encode.CategoryHead;
import org.crossaisle.neural.encode.Network;
import org.crossaisle.neural.encode.UserEncoderSettings;
import org.crossaisle.neural.encode.UserEncoders;
import org.crossaisle.neural.item.ItemContent;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.loss.AutomaticLoss;
import org.crossaisle.neural.loss.Loss;
import org.crossaisle.neural.predict.Dot;
import org.crossaisle.neural.predict.PredictorSettings;
import org.crossaisle.neural.tensor.Memory;
import org.crossaisle.neural.token.TokenFeatures;
import org.crossaisle.neural.train.FrozenParameters;
import org.crossaisle.neural.train.Schedule;
import org.crossaisle.neural.train.Techniques;
import org.crossaisle.neural.train.Training;
import org.crossaisle.neural.train.Validation;

/**
 * A recipe for a sequence model, composed of item vectors, other token features, a user encoder, a predictor of the
 * interest, a loss, and a training schedule. The model is trained to predict the next item at every position of every
 * history.
 *
 * <p>Sources: Kang and McAuley, Self-Attentive Sequential Recommendation, ICDM 2018 (the scheme); Klenitskiy and
 * Vasilev, Turning Dross Into Gold Loss: is BERT4Rec really better than SASRec?, RecSys 2023 (cross-entropy over all
 * items). The sources of the encoders are in their own classes.
 *
 * @param dimension length of user and item vectors, in [1, 4096]
 * @param maximumLength number of most recent interactions to read
 * @param items components of the item vectors
 * @param features features of a token beside its item
 * @param users the user encoder, with its settings
 * @param predictor the predictor of the interest, with its settings
 * @param loss the loss to minimise, with its settings
 * @param training the training schedule
 * @param techniques optional additions to the plain training
 */
public record DeepSequence(
        @Help("Length of user and item vectors, in [1, 4096].")
        int dimension,

        @Help("Latest interactions that are read, at least 1.")
        int maximumLength,

        @Help("What item vectors are made of.") ItemVectors.Settings items,

        @Help("What is read of an interaction beside its item.")
        TokenFeatures.Settings features,

        @Help("The encoder that reads a history.") UserEncoderSettings users,
        @Help("How a user vector scores items.") PredictorSettings predictor,
        @Help("The loss to minimise.") Loss loss,
        @Help("How long and how fast it is trained.") Schedule training,
        @Help("Additions to plain training.") Techniques techniques)
        implements Trainer, ServedNetwork {
    private static final int DIMENSION = 64;
    private static final int MAXIMUM_LENGTH = 50;

    /** With more, an encoder alone would take gigabytes, and no shop needs it. */
    private static final int LARGEST_DIMENSION = 4096;

    /** The common name of all recipes whose items have content. */
    public static final String TEXT = "text";

    /** The common name of all recipes that read titles themselves. */
    public static final String TEXT_CNN = "textcnn";

    public DeepSequence {
        Bounds.inRange("dimension", dimension, 1, LARGEST_DIMENSION);
        Bounds.atLeast("maximumLength", maximumLength, 1);
        UserEncoderSettings.Size size = new UserEncoderSettings.Size(dimension, maximumLength);
        users.requireFits(size);
        if (!techniques.categories().isNone() && users.interests() > 1) {
            throw new IllegalArgumentException("techniques.categories.weight is "
                    + techniques.categories().weight() + ", but a user has several vectors here; it needs one");
        }
    }

    /** The default recipe for a user encoder. */
    public static DeepSequence of(UserEncoderSettings users) {
        return of(DIMENSION, MAXIMUM_LENGTH, ItemVectors.Settings.DEFAULTS, users, Schedule.DEFAULTS);
    }

    /** A recipe with the default form: a dot product, trained with the loss that suits the catalog. */
    public static DeepSequence of(
            int dimension,
            int maximumLength,
            ItemVectors.Settings items,
            UserEncoderSettings users,
            Schedule training) {
        return new DeepSequence(
                dimension,
                maximumLength,
                items,
                TokenFeatures.Settings.DEFAULTS,
                users,
                Dot.DEFAULTS,
                AutomaticLoss.DEFAULTS,
                training,
                Techniques.NONE);
    }

    @Override
    public String name() {
        return items.content().isEmpty() ? items.titles().isNone() ? UserEncoders.nameOf(users) : TEXT_CNN : TEXT;
    }

    @Override
    public DeepSequence served() {
        return this;
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        return EncodedModel.fitted(trained(data, run), data, data.knownItems()).wrap();
    }

    /** The network of the model that {@link #fit} returns. */
    public Network trained(Dataset data, TrainingRun run) {
        Network network = untrained(data, run);
        training(network, data, run).fit();
        return network;
    }

    /**
     * The network of the model that {@link #choose} returns.
     *
     * @param network with the weights that were best on validation
     * @param recipe the recipe, with the number of epochs that gave them
     */
    public record Found(Network network, DeepSequence recipe) {}

    /** The result of {@link #choose}, before it becomes a model. */
    public Found found(Dataset data, List<Target> validation, TrainingRun run) {
        Network network = untrained(data, run);
        int best =
                training(network, data, run).choose(validation, data.catalog().size());
        return new Found(network, withEpochs(best));
    }

    /** The network with the best score on targets that were drawn before. */
    public Network best(Dataset data, Validation validation, TrainingRun run) {
        Network network = untrained(data, run);
        training(network, data, run).choose(validation);
        return network;
    }

    private Network untrained(Dataset data, TrainingRun run) {
        feasibility(data).refusal().ifPresent(reason -> {
            throw new RecsException(RecsException.Code.TOO_LARGE, reason);
        });
        BitSet known = data.knownItems();
        return network(data.catalog(), known, run.seed(), content(data, known, run))
                .withRequestTime(run.requestTime());
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        Found found = found(data, validation, run);
        return new Chosen(
                EncodedModel.fitted(found.network(), data, data.knownItems()).wrap(), found.recipe());
    }

    @Override
    public Model load(State state, Catalog catalog) {
        List<ContentVectors> content = ContentVectors.read(state.part(EncodedModel.CONTENT));
        return EncodedModel.load(known -> network(catalog, known, 0, content), state, catalog.size())
                .wrap();
    }

    @Override
    public Cost cost(Dataset data) {
        return new SequenceCost(this, data).cost();
    }

    @Override
    public Feasibility feasibility(Dataset data) {
        return feasibility(cost(data), Memory.availableBytes());
    }

    static Feasibility feasibility(Cost cost, long available) {
        return cost.nativeBytes() <= available
                ? Feasibility.WHOLE
                : Feasibility.refused(String.format(
                        Locale.ROOT,
                        "training would need about %,d MiB outside the Java heap for %,d parameters, but %,d MiB are"
                                + " available; use a smaller dimension or batchSize, or a core of the data",
                        cost.nativeBytes() >> 20,
                        cost.parameters(),
                        available >> 20));
    }

    private Training training(Network network, Dataset data, TrainingRun run) {
        return training(network, FrozenParameters.NOTHING, data, run, toString());
    }

    /**
     * The training of a network, which may be trained already.
     *
     * @param settings a textual description of everything that affected the network and its training
     */
    public Training training(Network network, FrozenParameters frozen, Dataset data, TrainingRun run, String settings) {
        return new Training(
                network, new Training.TrainingSettings(loss, training, techniques, frozen), data, run, settings);
    }

    /** The same recipe with another number of epochs. */
    public DeepSequence withEpochs(int epochs) {
        return withTraining(training.withEpochs(epochs));
    }

    /** The same recipe with another user encoder. */
    public DeepSequence withUsers(UserEncoderSettings other) {
        return new DeepSequence(
                dimension, maximumLength, items, features, other, predictor, loss, training, techniques);
    }

    /** The same recipe with another schedule. */
    public DeepSequence withTraining(Schedule other) {
        return new DeepSequence(dimension, maximumLength, items, features, users, predictor, loss, other, techniques);
    }

    /** The same recipe with other item vectors. */
    public DeepSequence withItems(ItemVectors.Settings other) {
        return new DeepSequence(
                dimension, maximumLength, other, features, users, predictor, loss, training, techniques);
    }

    /** The same with another predictor and loss. */
    public DeepSequence with(PredictorSettings otherPredictor, Loss otherLoss) {
        return new DeepSequence(
                dimension, maximumLength, items, features, users, otherPredictor, otherLoss, training, techniques);
    }

    /** The same recipe with other training techniques. */
    public DeepSequence withTechniques(Techniques other) {
        return new DeepSequence(dimension, maximumLength, items, features, users, predictor, loss, training, other);
    }

    private List<ContentVectors> content(Dataset data, BitSet known, TrainingRun run) {
        return ItemContent.of(items.content(), data.catalog(), known, run.progress());
    }

    /** An untrained network without items and without a category head. It is given item vectors as input. */
    public Network emptyNetwork(Catalog catalog) {
        return withItems(ItemVectors.Settings.of(false, 0))
                .withTechniques(Techniques.NONE)
                .network(catalog, new BitSet(), 0, List.of());
    }

    /** An untrained network for the items of a catalog, of which some are known. */
    public Network network(Catalog catalog, BitSet known, long seed, List<ContentVectors> content) {
        Parameters parameters = new Parameters(seed);
        return new Network(
                parameters,
                new ItemVectors(parameters.of("items"), items, dimension, catalog, known, content),
                new TokenFeatures(
                        parameters.of("features"),
                        features,
                        dimension,
                        catalog.actions().size()),
                users.encoder(
                        parameters.of("users"),
                        new UserEncoderSettings.Size(
                                dimension, maximumLength, catalog.actions().size())),
                predictor.predictor(parameters.of("predictor")),
                techniques.categories().isNone()
                        ? Optional.empty()
                        : CategoryHead.of(
                                parameters.of("categories"),
                                catalog,
                                techniques.categories().level(),
                                known,
                                dimension),
                maximumLength);
    }
}
