package org.crossaisle.neural.encode;

import java.util.OptionalDouble;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Linear;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.token.Tokens;

/**
 * An encoder followed by a small adapter, u + W2 gelu(W1 u), which is the identity before training. The adapter can be
 * trained alone where there is little new data.
 *
 * <p>Source: Houlsby et al., Parameter-Efficient Transfer Learning for NLP, ICML 2019, section 2.1; here the adapter
 * follows the whole encoder.
 */
public final class AdaptedEncoder implements UserEncoder {
    /**
     * The settings of the encoder.
     *
     * @param of the encoder before the adapter
     * @param width hidden size of the adapter
     */
    public record Settings(
            @Help("The encoder before the adapter.") UserEncoderSettings of,

            @Help("Hidden values of the adapter, at least 1.")
            int width)
            implements UserEncoderSettings {
        public static final Settings DEFAULTS = new Settings(TransformerEncoder.Settings.DEFAULTS, 16);

        public Settings {
            Bounds.atLeast("width", width, 1);
        }

        @Override
        public void requireFits(Size size) {
            of.requireFits(size);
        }

        @Override
        public int interests() {
            return of.interests();
        }

        @Override
        public UserEncoder encoder(Parameters parameters, Size size) {
            return new AdaptedEncoder(of.encoder(parameters, size), parameters.of("adapter"), size.dimension(), width);
        }
    }

    private final UserEncoder encoder;
    private final Linear down;
    private final Linear up;

    AdaptedEncoder(UserEncoder encoder, Parameters parameters, int dimension, int width) {
        this.encoder = encoder;
        down = Linear.beforeRelu(parameters.of("down"), dimension, width);
        up = new Linear(parameters.of("up"), width, dimension, 0);
    }

    @Override
    public Tensor encode(Tensor x, Tokens tokens, Dropout dropout) {
        Tensor users = encoder.encode(x, tokens, dropout);
        return users.add(up.apply(torch.gelu(down.apply(users))));
    }

    @Override
    public OptionalDouble masked() {
        return encoder.masked();
    }

    @Override
    public int interests() {
        return encoder.interests();
    }
}
