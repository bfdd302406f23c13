package org.crossaisle.server.shop;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.crossaisle.RecsException;
import org.crossaisle.ShownText;
import org.crossaisle.io.settings.CrossingText;
import org.crossaisle.server.ServerSettings;
import org.crossaisle.serving.RecommendationService;
import org.crossaisle.serving.ServingSettings;
import org.jboss.logging.Logger;

/**
 * Loads the shop once, before the port is opened, so that every client that can connect gets an answer. If loading
 * fails, the server does not start.
 */
@Singleton
final class ShopLoading {
    private static final Logger LOG = Logger.getLogger(ShopLoading.class);

    @Produces
    @Singleton
    RecommendationService load(ServerSettings settings) {
        String secret = System.getenv("CROSSAISLE_USER_KEY"); // raw, since the configuration would expand ${} in it
        RecommendationService service = open(settings, secret == null ? "" : secret);
        service.notes().forEach(note -> LOG.warn(ShownText.line(note)));
        service.model().warmUp();
        return service;
    }

    private static RecommendationService open(ServerSettings settings, String secret) {
        Path model = Path.of(settings.model()
                .orElseThrow(() -> new RecsException(
                        RecsException.Code.SETTING_INVALID,
                        "crossaisle.model is not set; set it to the directory of a model, made by train")));
        try {
            ServingSettings serving = new ServingSettings(
                    model, settings.shop().map(Path::of), settings.events(), new CrossingText(settings.lists()));
            return RecommendationService.open(serving, secret, Clock.systemUTC(), new LoggedProgress());
        } catch (IllegalArgumentException e) {
            throw new RecsException(RecsException.Code.SETTING_INVALID, "crossaisle.lists: " + e.getMessage(), e);
        }
    }

    void close(@Disposes RecommendationService service) {
        service.close();
    }

    /** Forces the shop to load before the first request. */
    void start(@Observes StartupEvent event, RecommendationService service) {}
}
