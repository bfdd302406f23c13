package org.crossaisle.neural.sequence;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.encode.TransformerEncoder.Counting;
import org.crossaisle.neural.encode.UserEncoderSettings;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.train.Schedule;
import org.junit.jupiter.api.Test;

class TransformerTest extends DeepSequenceContract {
    @Override
    protected UserEncoderSettings users() {
        return new TransformerEncoder.Settings(1, 2, 0.2, Counting.FROM_START);
    }

    @Override
    protected List<UserEncoderSettings> changes() {
        return List.of(
                new TransformerEncoder.Settings(2, 2, 0.2, Counting.FROM_START),
                new TransformerEncoder.Settings(1, 4, 0.2, Counting.FROM_START),
                new TransformerEncoder.Settings(1, 2, 0.4, Counting.FROM_START),
                new TransformerEncoder.Settings(1, 2, 0.2, Counting.FROM_END),
                new TransformerEncoder.Settings(1, 2, 0.2, Counting.FROM_START, 40));
    }

    @Test
    void settingsOutOfRange_areRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeepSequence.of(15, 8, ItemVectors.Settings.DEFAULTS, users(), Schedule.DEFAULTS))
                .withMessage("dimension is 15, must be a multiple of heads, 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransformerEncoder.Settings(1, 2, 1, Counting.FROM_START))
                .withMessage("dropout is 1.0, must be in [0, 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.DEFAULTS.withEpochs(0))
                .withMessage("epochs is 0, must be at least 1");
    }
}
