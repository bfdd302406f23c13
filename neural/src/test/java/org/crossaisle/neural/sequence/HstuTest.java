package org.crossaisle.neural.sequence;

import java.util.List;
import org.crossaisle.neural.encode.TransductionEncoder;
import org.crossaisle.neural.encode.UserEncoderSettings;

class HstuTest extends DeepSequenceContract {
    @Override
    protected UserEncoderSettings users() {
        return new TransductionEncoder.Settings(1, 2, 0.2);
    }

    @Override
    protected List<UserEncoderSettings> changes() {
        return List.of(
                new TransductionEncoder.Settings(2, 2, 0.2),
                new TransductionEncoder.Settings(1, 4, 0.2),
                new TransductionEncoder.Settings(1, 2, 0.4));
    }
}
