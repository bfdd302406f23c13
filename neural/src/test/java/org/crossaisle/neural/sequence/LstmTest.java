package org.crossaisle.neural.sequence;

import java.util.List;
import org.crossaisle.neural.encode.RecurrentEncoder;
import org.crossaisle.neural.encode.UserEncoderSettings;

class LstmTest extends DeepSequenceContract {
    @Override
    protected UserEncoderSettings users() {
        return new RecurrentEncoder.Lstm(16, 1, 0.2);
    }

    @Override
    protected List<UserEncoderSettings> changes() {
        return List.of(
                new RecurrentEncoder.Lstm(24, 1, 0.2),
                new RecurrentEncoder.Lstm(16, 2, 0.2),
                new RecurrentEncoder.Lstm(16, 1, 0.4));
    }
}
