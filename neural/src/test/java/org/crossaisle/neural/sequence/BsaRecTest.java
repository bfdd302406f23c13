package org.crossaisle.neural.sequence;

import java.util.List;
import org.crossaisle.neural.encode.FrequencyEncoder;
import org.crossaisle.neural.encode.UserEncoderSettings;

class BsaRecTest extends DeepSequenceContract {
    @Override
    protected UserEncoderSettings users() {
        return new FrequencyEncoder.Settings(1, 2, 3, 0.7, 0.2);
    }

    @Override
    protected List<UserEncoderSettings> changes() {
        return List.of(
                new FrequencyEncoder.Settings(2, 2, 3, 0.7, 0.2),
                new FrequencyEncoder.Settings(1, 4, 3, 0.7, 0.2),
                new FrequencyEncoder.Settings(1, 2, 2, 0.7, 0.2),
                new FrequencyEncoder.Settings(1, 2, 3, 0.3, 0.2),
                new FrequencyEncoder.Settings(1, 2, 3, 0.7, 0.4),
                new FrequencyEncoder.Settings(1, 2, 3, 0.7, 0.2, 40));
    }
}
