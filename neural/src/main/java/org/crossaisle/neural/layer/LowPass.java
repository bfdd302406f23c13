package org.crossaisle.neural.layer;

import org.bytedeco.pytorch.Tensor;

/**
 * A causal low-pass filter: at each token, the window of the last n tokens reduced to its lowest frequencies and
 * evaluated at the token.
 *
 * <p>Keeping frequencies 0 to c - 1 of a window of n values and transforming back gives, at the last place of the
 * window, the sum over the lags s from 0 to n - 1 of x[t - s] h[s] with h[s] = (1 + 2 sum over k from 1 to c - 1 of
 * cos(2 pi k s / n)) / n. Values before the start of the sequence count as 0. So the last token gets what the original
 * computes by a Fourier transform of the padded history, and every other token gets what it would get if it were the
 * last. No token sees a later one, so training can use all positions of a history at once.
 *
 * <p>Source: Shin, Choi, Wi and Park, An Attentive Inductive Bias for Sequential Recommendation beyond the
 * Self-Attention, AAAI 2024, equation 6, made causal.
 */
final class LowPass {
    private final LagFilter filter;

    /**
     * @param window n, the maximum length of a sequence
     * @param frequencies c, the number of frequencies to keep, including the constant one; at least 1 and at most n / 2
     */
    LowPass(int window, int frequencies) {
        double[] response = new double[window]; // h
        for (int lag = 0; lag < window; lag++) {
            double sum = 1;
            for (int k = 1; k < frequencies; k++) {
                sum += 2 * Math.cos(2 * Math.PI * k * lag / window);
            }
            response[lag] = sum / window;
        }
        filter = new LagFilter(response);
    }

    /** [rows, d] for x of [rows, d]. */
    Tensor apply(Tensor x, Packing packing) {
        return filter.apply(x, packing);
    }
}
