package org.crossaisle.server;

import java.util.HashMap;
import java.util.Map;

/**
 * The same with little patience for bodies. It starts after the others, so that its settings hold where several are
 * started.
 */
public final class ImpatientShop extends TrainedShop {
    public ImpatientShop() {
        super("itemknn");
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        settings.put("crossaisle.body-timeout", "3s");
        settings.put("crossaisle.bodies-per-client", "250");
        return settings;
    }

    @Override
    public int order() {
        return super.order() + 2;
    }
}
