package org.crossaisle.neural.encode;

import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.neural.layer.Parameters;

/** The settings of one family of user encoders; a record that creates the encoder. */
public interface UserEncoderSettings {
    /**
     * The dimensions that all encoders of one recipe share.
     *
     * @param dimension length of user and item vectors
     * @param maximumLength number of most recent interactions to read
     */
    record Size(int dimension, int maximumLength, int actions) {
        /** With the actions of a shop. */
        public Size(int dimension, int maximumLength) {
            this(dimension, maximumLength, ActionVocabulary.SHOP.size());
        }
    }

    /**
     * Checks that these settings fit a size.
     *
     * @throws IllegalArgumentException naming the setting, the value and the bound, if they do not
     */
    default void requireFits(Size size) {}

    /** Number of vectors per user. */
    default int interests() {
        return 1;
    }

    /** An untrained encoder of a size that fits. */
    UserEncoder encoder(Parameters parameters, Size size);
}
