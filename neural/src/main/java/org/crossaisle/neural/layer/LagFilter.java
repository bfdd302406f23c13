package org.crossaisle.neural.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.Values;

/**
 * A causal filter: the weighted sum of each token and the tokens before it in its sequence, with one weight for each
 * lag.
 */
final class LagFilter {
    private final double[] response; // [n], the weight at each lag

    /**
     * @param response the weight at each lag, at least as many as the longest sequence has tokens; must not change
     *     afterwards
     */
    LagFilter(double... response) {
        this.response = response;
    }

    /** [rows, d] for x of [rows, d]. */
    Tensor apply(Tensor x, Packing packing) {
        AttentionWindows windows = packing.windows();
        Tensor all = torch.embedding(x, Values.of(windows.rows())); // [places, d]
        TensorVector parts = new TensorVector();
        for (AttentionWindows.Group group : windows.groups()) {
            Tensor places = all.narrow(0, group.start(), group.places()).view(group.count(), group.width(), x.size(1));
            Tensor filter = Values.of(
                    windows.filter(group, response), group.count(), group.width(), group.width()); // [windows, t, t]
            parts.push_back(filter.to(x.scalar_type()).matmul(places).reshape(group.places(), x.size(1)));
        }
        return torch.embedding(torch.cat(parts, 0), Values.of(windows.places())); // [rows, d]
    }
}
