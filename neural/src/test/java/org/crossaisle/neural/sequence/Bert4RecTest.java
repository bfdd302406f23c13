package org.crossaisle.neural.sequence;

import java.util.List;
import org.crossaisle.neural.encode.ClozeEncoder;
import org.crossaisle.neural.encode.UserEncoderSettings;

class Bert4RecTest extends DeepSequenceContract {
    @Override
    protected UserEncoderSettings users() {
        return new ClozeEncoder.Settings(1, 2, 0.2, 0.3, 0);
    }

    @Override
    protected List<UserEncoderSettings> changes() {
        return List.of(
                new ClozeEncoder.Settings(2, 2, 0.2, 0.3, 0),
                new ClozeEncoder.Settings(1, 4, 0.2, 0.3, 0),
                new ClozeEncoder.Settings(1, 2, 0.4, 0.3, 0),
                new ClozeEncoder.Settings(1, 2, 0.2, 0.6, 0),
                new ClozeEncoder.Settings(1, 2, 0.2, 0.3, 20));
    }
}
