package org.crossaisle.neural;

import java.util.BitSet;
import java.util.List;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.encode.ItemVectors;
import org.crossaisle.neural.encode.Network;
import org.crossaisle.neural.encode.UserEncoderSettings;
import org.crossaisle.neural.encode.UserEncoders;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.settings.Bounds;
import org.crossaisle.neural.train.Schedule;
import org.crossaisle.neural.train.Training;

/**
 * A recipe composed of item vectors, a user encoder that reads them as a sequence, their dot product as the interest, the
 * cross-entropy of the softmax over all items as the loss, and a schedule of training. It learns to foresee the next item at
 * every place of every history.
 *
 * <p>Sources: Kang and McAuley, Self-Attentive Sequential Recommendation, ICDM 2018 (the scheme); Klenitskiy and Vasilev,
 * Turning Dross Into Gold Loss: is BERT4Rec really better than SASRec?, RecSys 2023 (cross-entropy over all items). Those of
 * the encoders stand with them.
 *
 * @param dimension length of user and item vectors
 * @param maximumLength how many of the latest interactions are read
 * @param items what item vectors are made of
 * @param users which encoder reads a history, with its settings
 * @param training how it is trained
 */
public record DeepSequence(
        int dimension, int maximumLength, ItemVectors.Settings items, UserEncoderSettings users, Schedule training)
        implements Trainer {
    private static final int DIMENSION = 64;
    private static final int MAXIMUM_LENGTH = 50;

    public DeepSequence {
        Bounds.atLeast("dimension", dimension, 1);
        Bounds.atLeast("maximumLength", maximumLength, 1);
        users.requireFits(new UserEncoderSettings.Size(dimension, maximumLength));
    }

    /** The usual recipe around a user encoder. */
    public static DeepSequence of(UserEncoderSettings users) {
        return new DeepSequence(DIMENSION, MAXIMUM_LENGTH, ItemVectors.Settings.DEFAULTS, users, Schedule.DEFAULTS);
    }

    @Override
    public String name() {
        return UserEncoders.nameOf(users);
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        BitSet known = data.knownItems();
        Network network = network(data.catalog(), known, run.seed());
        new Training(network, training, data, run, toString()).fit();
        return EncodedModel.fitted(network, data, known);
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        BitSet known = data.knownItems();
        Network network = network(data.catalog(), known, run.seed());
        int best = new Training(network, training, data, run, toString())
                .choose(validation, data.catalog().size());
        return new Chosen(EncodedModel.fitted(network, data, known), withEpochs(best));
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return EncodedModel.load(known -> network(catalog, known, 0), state, catalog.size());
    }

    /** The same, trained for another number of epochs. */
    public DeepSequence withEpochs(int epochs) {
        return new DeepSequence(dimension, maximumLength, items, users, training.withEpochs(epochs));
    }

    private Network network(Catalog catalog, BitSet known, long seed) {
        Parameters parameters = new Parameters(seed);
        return new Network(
                parameters,
                new ItemVectors(parameters.of("items"), items, dimension, catalog, known),
                users.encoder(parameters.of("users"), new UserEncoderSettings.Size(dimension, maximumLength)),
                maximumLength);
    }
}
