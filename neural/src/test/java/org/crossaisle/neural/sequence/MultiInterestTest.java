package org.crossaisle.neural.sequence;

import java.util.List;
import org.crossaisle.neural.encode.InterestsEncoder;
import org.crossaisle.neural.encode.UserEncoderSettings;

class MultiInterestTest extends DeepSequenceContract {
    @Override
    protected UserEncoderSettings users() {
        return new InterestsEncoder.Settings(3, 1, 2, 0.2);
    }

    @Override
    protected int interests() {
        return 3;
    }

    @Override
    protected List<UserEncoderSettings> changes() {
        return List.of(
                new InterestsEncoder.Settings(2, 1, 2, 0.2),
                new InterestsEncoder.Settings(3, 0, 2, 0.2),
                new InterestsEncoder.Settings(3, 1, 4, 0.2),
                new InterestsEncoder.Settings(3, 1, 2, 0.4));
    }
}
