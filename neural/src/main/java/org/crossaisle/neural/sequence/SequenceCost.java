package org.crossaisle.neural.sequence;

import java.util.BitSet;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.Cost;
import org.crossaisle.neural.encode.CategoryHead;
import org.crossaisle.neural.encode.UserEncoder;
import org.crossaisle.neural.encode.UserEncoderSettings.Size;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.loss.Loss;
import org.crossaisle.neural.token.TokenFeatures;
import org.crossaisle.neural.train.Techniques;

/**
 * The expected cost of training a deep sequence model.
 *
 * <p>For each token, the forward and backward passes take three products with the encoder's weights and, if there is a
 * target, three with the candidate vectors. The softmax makes a few passes over each score. The optimiser makes a pass
 * over all parameters once per step. Early stopping ends most trainings well before the last epoch, typically after
 * about {@value #TYPICAL_EPOCHS}.
 *
 * @param recipe the recipe to be trained
 * @param data the training data
 */
record SequenceCost(DeepSequence recipe, Dataset data) {
    private static final int TYPICAL_EPOCHS = 30;

    /**
     * Forward pass, gradient with respect to inputs, gradient with respect to weights: each a multiplication and an
     * addition.
     */
    private static final double OPERATIONS_OF_A_WEIGHT = 6;

    /** Maximum, difference, exponential and sum, in units of an exponential. */
    private static final double PASSES_OF_A_SCORE = 2;

    /** The optimiser's passes over a parameter, in units of an exponential. */
    private static final double PASSES_OF_A_PARAMETER = 8;

    /** The many small operations of layers between their products, for each value of a token. */
    private static final double PASSES_OF_A_VALUE = 120;

    /**
     * A parameter, its gradient, two moments and the best value so far; and the computed item vectors with their
     * gradient.
     */
    private static final long COPIES = 7;

    /** Values stored for the backward pass, for each value of a token's vector. */
    private static final long KEPT_OF_A_VALUE = 80;

    /** The memory of libtorch itself. */
    private static final long LIBRARY_BYTES = 400L << 20;

    /** Rows of probabilities over all items, in 32 bits: as many bytes as 256 rows in 16 bits. */
    private static final long ROWS_OF_A_CHUNK = 128;

    Cost cost() {
        BitSet known = data.knownItems();
        int dimension = recipe.dimension();
        long tokens = tokens();
        long items = ItemVectors.parameters(recipe.items(), dimension, data.catalog(), known);
        Parameters parameters = new Parameters(0);
        UserEncoder users = users(parameters);
        long encoder = encoderParameters(parameters);
        Loss loss = recipe.loss().forItems(known.cardinality());
        int batch = recipe.training().batchSize();
        double steps = Math.max(1, Math.ceil((double) data.users() / batch));
        long rows = (long) Math.ceil(tokens / steps);
        double compared = loss.comparesWithAll() ? known.cardinality() : Math.max(1, loss.draws(1));
        double epochs = Math.min(recipe.training().epochs(), TYPICAL_EPOCHS);
        double moved = loss.comparesWithAll() ? items + encoder : encoder + rows * (double) dimension;
        double predictions = users.masked().isEmpty()
                ? tokens
                : data.users() + users.masked().getAsDouble() * Math.max(0, tokens - data.users());
        double matrix = OPERATIONS_OF_A_WEIGHT * (tokens * (double) encoder + predictions * compared * dimension);
        double other = PASSES_OF_A_SCORE * predictions * compared
                + PASSES_OF_A_VALUE * tokens * dimension
                + steps * PASSES_OF_A_PARAMETER * moved;
        long bytes = LIBRARY_BYTES
                + Float.BYTES
                        * (COPIES * (items + encoder)
                                + KEPT_OF_A_VALUE * rows * dimension
                                + ROWS_OF_A_CHUNK * (long) compared);
        long heap =
                16L * data.interactions() + Float.BYTES * (long) data.catalog().size() * dimension;
        return new Cost(items + encoder, heap, bytes, epochs * matrix, epochs * other);
    }

    private long tokens() {
        long tokens = 0;
        for (int user = 0; user < data.users(); user++) {
            tokens += Math.max(0, data.history(user).size() - 1);
        }
        return tokens;
    }

    private UserEncoder users(Parameters parameters) {
        return recipe.users()
                .encoder(
                        parameters.of("users"),
                        new Size(
                                recipe.dimension(),
                                recipe.maximumLength(),
                                data.catalog().actions().size()));
    }

    /** @param parameters parameters of the user encoder */
    private long encoderParameters(Parameters parameters) {
        new TokenFeatures(
                parameters.of("features"),
                recipe.features(),
                recipe.dimension(),
                data.catalog().actions().size());
        recipe.predictor().predictor(parameters.of("predictor"));
        Techniques.Categories second = recipe.techniques().categories();
        long head = second.isNone()
                ? 0
                : CategoryHead.parameters(data.catalog(), second.level(), data.knownItems(), recipe.dimension());
        return head
                + parameters.all().values().stream().mapToLong(Tensor::numel).sum();
    }
}
