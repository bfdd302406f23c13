package org.crossaisle.neural.rank;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Linear;
import org.crossaisle.neural.layer.Parameters;

/**
 * Wide &amp; Deep: the sum of a linear model over crossed features, which memorises pairs of categories, and a network
 * over vectors and features, which generalises.
 *
 * <p>Source: Cheng et al., Wide &amp; Deep Learning for Recommender Systems, DLRS 2016, section 3.
 */
public final class WideDeep implements Ranker {
    /**
     * The settings of the ranker.
     *
     * @param width hidden size of the deep part's first layer; the second has half as many units
     * @param dropout dropout rate, in [0, 1)
     */
    public record Settings(
            @Help("Hidden values of the first layer of the deep part, at least 2; the second has half of them.")
            int width,

            @Help("Share of values set to 0 in training, in [0, 1).")
            double dropout)
            implements RankerSettings {
        public static final Settings DEFAULTS = new Settings(128, 0.2);

        public Settings {
            Bounds.atLeast("width", width, 2);
            Bounds.shareBelowOne("dropout", dropout);
        }

        @Override
        public Ranker ranker(Parameters parameters, Size size) {
            return new WideDeep(parameters, this, size);
        }
    }

    private static final long[] LENGTH = {1};

    private final double dropout;
    private final Tensor crosses; // [CROSSES, 1]
    private final Linear wide;
    private final Linear first;
    private final Linear second;
    private final Linear output;

    private WideDeep(Parameters parameters, Settings settings, RankerSettings.Size size) {
        dropout = settings.dropout();
        crosses = parameters.constant("crosses", 0, ListFeatures.CROSSES, 1);
        wide = Linear.beforeRelu(parameters.of("wide"), size.features(), 1);
        first = Linear.beforeRelu(parameters.of("first"), 3 * size.dimension() + size.features(), settings.width());
        second = Linear.beforeRelu(parameters.of("second"), settings.width(), settings.width() / 2);
        output = Linear.beforeRelu(parameters.of("output"), settings.width() / 2, 1);
    }

    @Override
    public Tensor logits(Tensor histories, Tensor candidates, CandidateLists lists, Dropout chance) {
        Tensor present = lists.present(); // [lists, length]
        Tensor count = present.sum(LENGTH, true, new ScalarTypeOptional()).clamp_min(new Scalar(1)); // [lists, 1]
        Tensor mean = histories
                .mul(present.unsqueeze(2))
                .sum(LENGTH, false, new ScalarTypeOptional())
                .div(count)
                .unsqueeze(1)
                .expand_as(candidates); // [lists, candidates, d]
        Tensor features = lists.features();
        Tensor x = torch.cat(new TensorVector(mean, candidates, mean.mul(candidates), features), 2);
        Tensor hidden = chance.apply(torch.relu(first.apply(x)), dropout);
        Tensor deep = output.apply(chance.apply(torch.relu(second.apply(hidden)), dropout))
                .squeeze(2);
        Tensor remembered = torch.embedding_bag(
                        crosses, lists.crosses(), lists.starts(), false, 0, false, new TensorOptional(), false)
                .get0()
                .view(lists.size(), lists.count());
        return deep.add(wide.apply(features).squeeze(2)).add(remembered); // [lists, candidates]
    }
}
