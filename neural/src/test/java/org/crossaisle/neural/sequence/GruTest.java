package org.crossaisle.neural.sequence;

import java.util.List;
import org.crossaisle.neural.encode.RecurrentEncoder;
import org.crossaisle.neural.encode.UserEncoderSettings;

class GruTest extends DeepSequenceContract {
    @Override
    protected UserEncoderSettings users() {
        return new RecurrentEncoder.Gru(16, 1, 0.2);
    }

    @Override
    protected List<UserEncoderSettings> changes() {
        return List.of(
                new RecurrentEncoder.Gru(24, 1, 0.2),
                new RecurrentEncoder.Gru(16, 2, 0.2),
                new RecurrentEncoder.Gru(16, 1, 0.4));
    }
}
