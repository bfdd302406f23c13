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
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.encode.TransformerEncoder.Counting;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.train.Schedule;
import org.crossaisle.neural.train.Training;

/**
 * A causal Transformer over a user's history, trained to foresee the next item among all items with the full softmax
 * cross-entropy. An item's vector is one of its own plus one for each category it is in, its brand and its price range.
 *
 * <p>Sources: Kang and McAuley, Self-Attentive Sequential Recommendation, ICDM 2018 (the encoder); Klenitskiy and Vasilev,
 * Turning Dross Into Gold Loss: is BERT4Rec really better than SASRec?, RecSys 2023 (cross-entropy over all items).
 *
 * @param dimension length of user and item vectors, a multiple of heads
 * @param blocks how many layers
 * @param heads of each attention
 * @param maximumLength how many of the latest interactions are read
 * @param counting where the places of a history are counted from
 * @param dropout share of values set to 0 in training, in [0, 1)
 * @param features whether categories, brand and price take part in the item vectors
 * @param idDropout how often an item is shown by its features alone in training, in [0, 1)
 * @param learningRate Adam's, after the warm-up
 * @param warmUpSteps over so many steps the learning rate grows from 0
 * @param batchSize histories in a step
 * @param epochs how often every history is seen, at most
 * @param patience so many epochs without a better NDCG@10 on validation end the training
 */
public record Transformer(
        int dimension,
        int blocks,
        int heads,
        int maximumLength,
        Counting counting,
        double dropout,
        boolean features,
        double idDropout,
        double learningRate,
        int warmUpSteps,
        int batchSize,
        int epochs,
        int patience)
        implements Trainer {
    /** What was best on validation: see docs/decisions.md. */
    public Transformer() {
        this(64, 2, 2, 50, Counting.FROM_START, 0.5, true, 0.1, 1e-3, 100, 256, 100, 8);
    }

    public Transformer {
        atLeast("dimension", dimension, 1);
        atLeast("blocks", blocks, 1);
        atLeast("heads", heads, 1);
        atLeast("maximumLength", maximumLength, 1);
        atLeast("warmUpSteps", warmUpSteps, 0);
        atLeast("batchSize", batchSize, 1);
        atLeast("epochs", epochs, 1);
        atLeast("patience", patience, 1);
        if (dimension % heads != 0) {
            throw new IllegalArgumentException("dimension is " + dimension + ", must be a multiple of heads, " + heads);
        }
        share("dropout", dropout);
        share("idDropout", idDropout);
        if (!(learningRate > 0 && learningRate < 1)) {
            throw new IllegalArgumentException("learningRate is " + learningRate + ", must be in (0, 1)");
        }
    }

    @Override
    public String name() {
        return "transformer";
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        BitSet known = data.knownItems();
        Network network = network(data.catalog(), known, run.seed());
        new Training(network, schedule(), data, run, toString()).fit();
        return EncodedModel.fitted(network, data, known, maximumLength);
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        BitSet known = data.knownItems();
        Network network = network(data.catalog(), known, run.seed());
        int best = new Training(network, schedule(), data, run, toString())
                .choose(validation, data.catalog().size());
        return new Chosen(EncodedModel.fitted(network, data, known, maximumLength), withEpochs(best));
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return EncodedModel.load(known -> network(catalog, known, 0), state, catalog.size(), maximumLength);
    }

    /** The same, trained for another number of epochs. */
    public Transformer withEpochs(int other) {
        return new Transformer(
                dimension,
                blocks,
                heads,
                maximumLength,
                counting,
                dropout,
                features,
                idDropout,
                learningRate,
                warmUpSteps,
                batchSize,
                other,
                patience);
    }

    private Network network(Catalog catalog, BitSet known, long seed) {
        Parameters parameters = new Parameters(seed);
        return new Network(
                parameters,
                new ItemVectors(
                        parameters.of("items"), new ItemVectors.Shape(dimension, features, idDropout), catalog, known),
                new TransformerEncoder(
                        parameters.of("users"),
                        new TransformerEncoder.Shape(dimension, blocks, heads, maximumLength, dropout, counting)));
    }

    private Schedule schedule() {
        return new Schedule(learningRate, warmUpSteps, batchSize, epochs, patience, maximumLength);
    }

    private static void atLeast(String name, int value, int bound) {
        if (value < bound) {
            throw new IllegalArgumentException(name + " is " + value + ", must be at least " + bound);
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be in [0, 1)");
        }
    }
}
