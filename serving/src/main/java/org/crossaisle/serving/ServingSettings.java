package org.crossaisle.serving;

import java.nio.file.Path;
import java.util.Optional;
import org.crossaisle.PublicApi;
import org.crossaisle.io.settings.CrossingText;

/**
 * Settings of the recommendation service.
 *
 * @param model the model directory
 * @param shop the shop directory; otherwise the shop that the model was trained on
 * @param events address of the store of live events, as {@link org.crossaisle.store.EventStores} reads it; otherwise
 *     {@code live/events.sqlite} in the shop directory
 * @param lists default settings for lists, which a request may override
 */
@PublicApi
public record ServingSettings(Path model, Optional<Path> shop, Optional<String> events, CrossingText lists) {
    String eventsPlace(Path shopDirectory) {
        return events.orElseGet(
                () -> shopDirectory.resolve("live").resolve("events.sqlite").toString());
    }
}
