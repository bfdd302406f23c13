package org.crossaisle.benchmarks;

import org.crossaisle.neural.encode.RecurrentEncoder;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.encode.UserEncoderSettings;

/** The families of user encoders that are measured. */
enum EncoderFamily {
    GRU,
    LSTM,
    TRANSFORMER;

    /** Its usual settings. */
    UserEncoderSettings users() {
        return switch (this) {
            case GRU -> RecurrentEncoder.Gru.DEFAULTS;
            case LSTM -> RecurrentEncoder.Lstm.DEFAULTS;
            case TRANSFORMER -> TransformerEncoder.Settings.DEFAULTS;
        };
    }
}
