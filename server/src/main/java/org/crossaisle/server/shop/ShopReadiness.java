package org.crossaisle.server.shop;

import jakarta.inject.Singleton;
import org.crossaisle.RecsException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up when the shop is loaded, which it is once the port is open, and its event store can be read. */
@Readiness
@Singleton
final class ShopReadiness implements HealthCheck {
    private final ServedShop shop;

    ShopReadiness(ServedShop shop) {
        this.shop = shop;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named("shop")
                    .up()
                    .withData("events", shop.store().size())
                    .build();
        } catch (RecsException e) {
            return HealthCheckResponse.named("shop")
                    .down()
                    .withData("code", e.code().name())
                    .build();
        }
    }
}
