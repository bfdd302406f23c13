package org.crossaisle.neural.rank;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Linear;
import org.crossaisle.neural.layer.Parameters;

/**
 * DIN: an attention whose weights for the items of the history depend on the candidate, so that a user with many tastes
 * is represented by the ones relevant to the candidate. The weights are not a softmax, so their sum reflects how much
 * of the history supports the candidate.
 *
 * <p>Source: Zhou et al., Deep Interest Network for Click-Through Rate Prediction, KDD 2018, equation 3 and figure 2,
 * with ReLU instead of Dice.
 */
public final class TargetAttention implements Ranker {
    /**
     * The settings of the ranker.
     *
     * @param attentionWidth hidden size of the network that weights an item of the history
     * @param width hidden size of the network that scores the candidate
     * @param dropout dropout rate, in [0, 1)
     */
    public record Settings(
            @Help("Hidden values of the network that weighs an item of the history, at least 1.")
            int attentionWidth,

            @Help("Hidden values of the network that scores a candidate, at least 1.")
            int width,

            @Help("Share of values set to 0 in training, in [0, 1).")
            double dropout)
            implements RankerSettings {
        public static final Settings DEFAULTS = new Settings(32, 64, 0.2);

        public Settings {
            Bounds.atLeast("attentionWidth", attentionWidth, 1);
            Bounds.atLeast("width", width, 1);
            Bounds.shareBelowOne("dropout", dropout);
        }

        @Override
        public Ranker ranker(Parameters parameters, Size size) {
            return new TargetAttention(parameters, this, size);
        }
    }

    private final double dropout;
    private final Linear ofHistory;
    private final Linear ofCandidate;
    private final Linear ofBoth;
    private final Linear weight;
    private final Linear inner;
    private final Linear output;

    private TargetAttention(Parameters parameters, Settings settings, RankerSettings.Size size) {
        dropout = settings.dropout();
        int d = size.dimension();
        ofHistory = Linear.beforeRelu(parameters.of("history"), d, settings.attentionWidth());
        ofCandidate = Linear.beforeRelu(parameters.of("candidate"), d, settings.attentionWidth());
        ofBoth = Linear.beforeRelu(parameters.of("both"), d, settings.attentionWidth());
        weight = Linear.beforeRelu(parameters.of("weight"), settings.attentionWidth(), 1);
        inner = Linear.beforeRelu(parameters.of("inner"), 3 * d + size.features(), settings.width());
        output = Linear.beforeRelu(parameters.of("output"), settings.width(), 1);
    }

    @Override
    public Tensor logits(Tensor histories, Tensor candidates, CandidateLists lists, Dropout chance) {
        Tensor users = torch.matmul(weights(histories, candidates, lists), histories); // [lists, candidates, d]
        List<Tensor> known = new ArrayList<>();
        known.add(users);
        known.add(candidates);
        known.add(users.mul(candidates));
        known.add(lists.features());
        Tensor x = torch.cat(new TensorVector(known.toArray(Tensor[]::new)), 2);
        return output.apply(chance.apply(torch.relu(inner.apply(x)), dropout)).squeeze(2);
    }

    /** The weight of each item of the history for each candidate: [lists, candidates, length]. */
    private Tensor weights(Tensor histories, Tensor candidates, CandidateLists lists) {
        Tensor both = histories.unsqueeze(1).mul(candidates.unsqueeze(2)); // [lists, candidates, length, d]
        Tensor x = ofBoth.apply(both)
                .add(ofHistory.apply(histories).unsqueeze(1))
                .add(ofCandidate.apply(candidates).unsqueeze(2)); // [lists, candidates, length, width]
        return weight.apply(torch.relu(x)).squeeze(3).mul(lists.present().unsqueeze(1));
    }
}
