package org.crossaisle.neural.encode;

import java.util.OptionalDouble;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.token.Tokens;

/** A network that turns the item vectors of a history into user vectors, which predict the next item. */
public interface UserEncoder {
    /**
     * The user vector after each token, computed from that token and the tokens before it in its sequence. A
     * bidirectional encoder gives user vectors only after the last token of a sequence and before masked tokens,
     * computed from all tokens that are not masked.
     *
     * @param x the vector of each token's item and features: [rows, d]
     * @param tokens the layout and times of the tokens
     * @return [rows, d], or [rows, {@link #interests()}, d] if a user has several vectors
     */
    Tensor encode(Tensor x, Tokens tokens, Dropout dropout);

    /** The share of tokens that training masks and predicts; only for a bidirectional encoder. */
    default OptionalDouble masked() {
        return OptionalDouble.empty();
    }

    /** Number of vectors per user; an item is scored by the one that matches it best. */
    default int interests() {
        return 1;
    }
}
