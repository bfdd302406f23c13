package org.crossaisle.neural.sequence;

import java.util.List;
import org.crossaisle.neural.encode.AverageEncoder;
import org.crossaisle.neural.encode.UserEncoderSettings;

class YoutubeDnnTest extends DeepSequenceContract {
    @Override
    protected UserEncoderSettings users() {
        return new AverageEncoder.Settings(32, 1, true, 0.2);
    }

    @Override
    protected List<UserEncoderSettings> changes() {
        return List.of(
                new AverageEncoder.Settings(48, 1, true, 0.2),
                new AverageEncoder.Settings(32, 2, true, 0.2),
                new AverageEncoder.Settings(32, 1, false, 0.2),
                new AverageEncoder.Settings(32, 1, true, 0.4));
    }
}
