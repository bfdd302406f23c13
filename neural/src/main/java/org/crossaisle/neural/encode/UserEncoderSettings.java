package org.crossaisle.neural.encode;

import org.crossaisle.neural.layer.Parameters;

/** The settings of one family of user encoders, each a record, by which the encoder is made. */
public interface UserEncoderSettings {
    /**
     * What all encoders of one recipe agree on.
     *
     * @param dimension length of user and item vectors
     * @param maximumLength how many of the latest interactions are read
     */
    record Size(int dimension, int maximumLength) {}

    /**
     * Refuses a size that these settings do not go with.
     *
     * @throws IllegalArgumentException naming the setting, the value and the bound
     */
    default void requireFits(Size size) {}

    /** How many vectors a user has. */
    default int interests() {
        return 1;
    }

    /** An untrained encoder of a size that fits. */
    UserEncoder encoder(Parameters parameters, Size size);
}
