package org.crossaisle.neural.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.layer.AttentionWindows.Group;
import org.crossaisle.neural.tensor.Values;

/**
 * Additive self-attention pooling that gives several interests at each token: weighted means of the tokens up to it,
 * each with its own weights. The queries are learnt and the same for every token, so there is only one score for each
 * token and interest.
 *
 * <p>With h<sub>j</sub> the tokens up to the current one, mean k is the sum of a<sub>kj</sub> h<sub>j</sub> with
 * a<sub>k</sub> = softmax over j of w<sub>k</sub> tanh(W h<sub>j</sub>). The softmax is computed separately at every
 * token, over the tokens it may attend to: running sums of exponentials would divide 0 by 0 where a later score is far
 * above all earlier ones.
 *
 * <p>Source: Cen et al., Controllable Multi-Interest Framework for Recommendation, KDD 2020, equations 5 and 6, where
 * it is computed for the last token only. The initial weights are large enough for the means to differ from the start.
 */
public final class InterestPooling {
    private final Linear hidden; // d -> width
    private final Tensor asked; // [interests, width], w
    private final int interests;

    /**
     * @param width length of W h
     * @param interests number of means
     */
    public InterestPooling(Parameters parameters, int dimension, int width, int interests) {
        hidden = new Linear(parameters.of("hidden"), dimension, width, 1 / Math.sqrt(dimension));
        asked = parameters.normal("asked", 1 / Math.sqrt(width), interests, width);
        this.interests = interests;
    }

    /** [rows, interests, d] for h of [rows, d]. */
    public Tensor apply(Tensor h, Packing packing) {
        AttentionWindows windows = packing.windows();
        long dimension = h.size(1);
        Tensor scores = hidden.apply(h).tanh().mm(asked.t()); // [rows, interests]
        Tensor rows = Values.of(windows.rows());
        Tensor scoresAt = torch.embedding(scores, rows); // [places, interests]
        Tensor valuesAt = torch.embedding(h, rows); // [places, d]
        TensorVector parts = new TensorVector();
        for (Group group : windows.groups()) {
            Tensor mask =
                    Values.of(windows.mask(group, AttentionMask.BACK), group.count(), 1, group.width(), group.width());
            Tensor own = scoresAt.narrow(0, group.start(), group.places())
                    .view(group.count(), 1, group.width(), interests)
                    .permute(0, 3, 1, 2); // [windows, interests, 1, time]
            Tensor values =
                    valuesAt.narrow(0, group.start(), group.places()).view(group.count(), 1, group.width(), dimension);
            parts.push_back(own.add(mask.to(h.scalar_type())) // [windows, interests, time, time]
                    .softmax(3)
                    .matmul(values) // [windows, interests, time, d]
                    .transpose(1, 2)
                    .reshape(group.places(), interests * dimension));
        }
        return torch.embedding(torch.cat(parts, 0), Values.of(windows.places())) // [rows, interests d]
                .view(-1, interests, dimension);
    }
}
