package org.crossaisle.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.crossaisle.Setting;
import org.junit.jupiter.api.Test;

class AudienceSettingsTest {
    @Test
    void everyComponent_isDeclaredWithItsDefault() throws ReflectiveOperationException {
        RecordComponent[] components = AudienceSettings.class.getRecordComponents();
        assertThat(AudienceSettings.ALL)
                .extracting(Setting::name)
                .containsExactlyElementsOf(
                        Arrays.stream(components).map(RecordComponent::getName).toList());
        for (int at = 0; at < components.length; at++) {
            assertThat(AudienceSettings.ALL.get(at).byDefault())
                    .isEqualTo(String.valueOf(components[at].getAccessor().invoke(AudienceSettings.DEFAULTS)));
        }
    }

    @Test
    void valuesBeyondTheirBounds_areRefused() {
        refused(0, 0, 0, "days is 0, must be in [1, 3650]");
        refused(3_651, 0, 0, "days is 3651, must be in [1, 3650]");
        refused(1, -1, 0, "excludeDays is -1, must be in [0, 36500]");
        refused(1, 0, 1, "control is 1.0, must be in [0, 1)");
    }

    private static void refused(int days, int excludeDays, double control, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AudienceSettings(days, excludeDays, control, 1))
                .withMessage(message);
    }
}
