package org.crossaisle.neural.interest;

import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.RecsException;
import org.crossaisle.neural.tensor.Values;

/**
 * A two-tower model that predicts the interest of a user in an item: r = sigma(w (u . i) + b), where u and i are the
 * vectors of two encoders, w and b are learnt scalars, and sigma is the {@link InterestActivation}.
 *
 * <p>Source: the two-tower form of Huang et al., Learning Deep Structured Semantic Models for Web Search, CIKM 2013,
 * with a learnt scale and offset so that r can be read as a probability.
 *
 * <p>Not thread-safe.
 *
 * @param <U> the description of a user
 * @param <I> the description of an item
 */
public final class InterestModel<U, I> {
    private final Encoder<U> userEncoder;
    private final Encoder<I> itemEncoder;
    private final InterestActivation activation;
    private final Module weights = new Module("interest");
    private final Tensor scale = Values.onCpu(new float[] {1}, 1); // w
    private final Tensor offset = Values.onCpu(new float[] {0}, 1); // b

    /**
     * @param seed seed of the initial weights
     * @param userEncoder creates the user encoder
     * @param itemEncoder creates the item encoder, of the same dimension
     */
    public InterestModel(
            long seed,
            Supplier<Encoder<U>> userEncoder,
            Supplier<Encoder<I>> itemEncoder,
            InterestActivation activation) {
        torch.manual_seed(seed);
        this.userEncoder = userEncoder.get();
        this.itemEncoder = itemEncoder.get();
        this.activation = activation;
        if (this.userEncoder.dimension() != this.itemEncoder.dimension()) {
            throw new IllegalArgumentException(
                    "the user vector has " + this.userEncoder.dimension() + " numbers and the item vector "
                            + this.itemEncoder.dimension() + ", they must have the same number");
        }
        weights.register_module("user", this.userEncoder.weights());
        weights.register_module("item", this.itemEncoder.weights());
        // The result of register_parameter points into a list that moves when it grows; the tensor passed to it stays
        // valid.
        weights.register_parameter("scale", scale);
        weights.register_parameter("offset", offset);
    }

    /**
     * Trains end to end with Adam; each step uses all pairs.
     *
     * @param steps number of steps, at least 1
     * @param learningRate learning rate of Adam
     * @return the mean loss of the last step, in nats per pair for {@link InterestActivation#SIGMOID}
     * @throws RecsException if the loss is no longer a number
     */
    public double train(List<Pair<U, I>> pairs, int steps, double learningRate) {
        List<U> users = pairs.stream().map(Pair::user).toList();
        List<I> items = pairs.stream().map(Pair::item).toList();
        double loss = Double.NaN;
        try (PointerScope all = new PointerScope()) {
            Adam adam = new Adam(weights.parameters(), new AdamOptions(learningRate));
            Tensor labels = labels(pairs);
            for (int step = 0; step < steps; step++) {
                try (PointerScope one = new PointerScope()) {
                    adam.zero_grad();
                    Tensor error = error(raw(users, items), labels);
                    error.backward();
                    adam.step();
                    loss = error.item_float();
                }
                if (!Double.isFinite(loss)) {
                    throw new RecsException(
                            RecsException.Code.TRAINING_DIVERGED,
                            "the loss is " + loss + " at step " + step + "; a lower learning rate than " + learningRate
                                    + " may help");
                }
            }
        }
        return loss;
    }

    /** The interest of one user in one item, in the range of the activation. */
    public float interest(U user, I item) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Tensor value = raw(List.of(user), List.of(item));
            return (activation == InterestActivation.SIGMOID ? torch.sigmoid(value) : value).item_float();
        }
    }

    /** The mean loss over the pairs, without training on them. */
    double loss(List<Pair<U, I>> pairs) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Tensor value = raw(
                    pairs.stream().map(Pair::user).toList(),
                    pairs.stream().map(Pair::item).toList());
            return error(value, labels(pairs)).item_float();
        }
    }

    private Tensor error(Tensor value, Tensor labels) {
        return activation == InterestActivation.SIGMOID
                ? torch.binary_cross_entropy_with_logits(value, labels)
                : torch.mse_loss(value, labels);
    }

    /** The labels of the pairs: [pairs]. */
    private static <U, I> Tensor labels(List<Pair<U, I>> pairs) {
        return Floats.matrix(
                        pairs.stream().map(pair -> new float[] {pair.label()}).toList(), 1)
                .view(-1);
    }

    Module weights() {
        return weights;
    }

    /** w (u . i) + b: [pairs]. */
    private Tensor raw(List<U> users, List<I> items) {
        Tensor products =
                userEncoder.encode(users).mul(itemEncoder.encode(items)).sum(-1); // [pairs]
        return products.mul(scale).add(offset);
    }
}
