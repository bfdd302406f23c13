package org.crossaisle.server.shop;

import jakarta.inject.Singleton;
import org.crossaisle.RecsException;
import org.crossaisle.serving.RecommendationService;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The readiness check: up when the event store can be read. The shop is always loaded once the port is open. */
@Readiness
@Singleton
final class ShopReadiness implements HealthCheck {
    private final RecommendationService service;

    ShopReadiness(RecommendationService service) {
        this.service = service;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named("shop")
                    .up()
                    .withData("events", service.storedEvents())
                    .build();
        } catch (RecsException e) {
            return HealthCheckResponse.named("shop")
                    .down()
                    .withData("code", e.code().name())
                    .build();
        }
    }
}
