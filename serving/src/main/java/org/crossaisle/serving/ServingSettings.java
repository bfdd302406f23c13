package org.crossaisle.serving;

import java.nio.file.Path;
import java.util.Optional;
import org.crossaisle.io.settings.CrossingText;

/**
 * What to serve.
 *
 * @param model the model directory
 * @param shop the shop directory; otherwise the shop that the model was trained on
 * @param events where live events are kept, as {@link org.crossaisle.store.EventStores} reads it; otherwise
 *     {@code live/events.sqlite} in the shop directory
 * @param lists what holds for every list, unless a request asks for something else
 */
public record ServingSettings(Path model, Optional<Path> shop, Optional<String> events, CrossingText lists) {
    String eventsPlace(Path shopDirectory) {
        return events.orElseGet(
                () -> shopDirectory.resolve("live").resolve("events.sqlite").toString());
    }
}
