package org.crossaisle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SettingTest {
    @Test
    void theOption_isTheNameWithHyphens() {
        assertThat(new Setting("botEventsPerHour", "2000", "at least 1", "A limit.").option())
                .isEqualTo("--bot-events-per-hour");
        assertThat(new Setting("days", "30", "at least 1", "A period.").option())
                .isEqualTo("--days");
    }

    @Test
    void aSettingWithoutHelp_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Setting("days", "30", "at least 1", " "))
                .withMessage("setting \"days\" needs a name, a bound and a line of help");
    }
}
