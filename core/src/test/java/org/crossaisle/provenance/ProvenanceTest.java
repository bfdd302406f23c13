package org.crossaisle.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    @Test
    void settings_areSortedAndNoLongerTheCallers() {
        Map<String, String> settings = new HashMap<>(Map.of("seed", "1", "epochs", "3"));
        Provenance provenance = Provenance.of("transformer", "0.1.0", Instant.EPOCH, settings, Map.of());
        settings.put("dropout", "0.5");
        assertThat(provenance.settings().keySet()).containsExactly("epochs", "seed");
        assertThatThrownBy(() -> provenance.settings().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }
}
