package org.crossaisle.neural.encode;

import java.util.OptionalDouble;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.token.Tokens;

/** Turns the item vectors of histories into vectors of what may come next. */
public interface UserEncoder {
    /**
     * What may come next after each token, which has seen that token and those before it in its sequence; of an encoder that reads
     * both ways only after tokens at the end or before one that is masked, and that has seen all that are not.
     *
     * @param x what is known of each token's item and features: [rows, d]
     * @param tokens how they lie, and when they happened
     * @return [rows, d], or [rows, {@link #interests()}, d] where a user has several vectors
     */
    Tensor encode(Tensor x, Tokens tokens, Dropout dropout);

    /** Of an encoder that reads both ways the share of tokens that training masks, to ask for them. */
    default OptionalDouble masked() {
        return OptionalDouble.empty();
    }

    /** How many vectors a user has; an item is scored by the one that matches it best. */
    default int interests() {
        return 1;
    }
}
