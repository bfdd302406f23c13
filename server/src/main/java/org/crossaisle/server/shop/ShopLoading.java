package org.crossaisle.server.shop;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.crossaisle.ShownText;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.crossaisle.model.Query;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.server.ServerSettings;
import org.jboss.logging.Logger;

/**
 * Loads the shop once, before the port is opened: whoever can connect is answered. What cannot be loaded keeps
 * the server from starting.
 */
@Singleton
final class ShopLoading {
    private static final Logger LOG = Logger.getLogger(ShopLoading.class);
    private static final int COUNT = 10;

    @Produces
    @Singleton
    ServedShop load(ServerSettings settings) {
        String secret = System.getenv("CROSSAISLE_USER_KEY"); // raw, since configuration would read ${} in it
        ServedShop shop = ServedShop.open(settings, secret == null ? "" : secret, Clock.systemUTC());
        shop.model().notice().ifPresent(notice -> LOG.warn(ShownText.line(notice)));
        warmUp(shop);
        return shop;
    }

    /** The first list loads classes and libraries, so that no customer waits for them. */
    private static void warmUp(ServedShop shop) {
        Dataset data = shop.shop().dataset();
        History history = data.users() == 0 ? History.EMPTY : data.history(0);
        Query query = shop.query(history, COUNT);
        shop.explain(shop.recommend(query, Crossing.any(shop.defaultLevel())));
    }

    void close(@Disposes ServedShop shop) {
        shop.close();
    }

    /** Makes the shop be there before the first request. */
    void start(@Observes StartupEvent event, ServedShop shop) {}
}
