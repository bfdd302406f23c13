package org.crossaisle.server;

/**
 * The same with a model without vectors. It starts after the other, so that its settings hold where both are started.
 */
public final class CountingShop extends TrainedShop {
    public CountingShop() {
        super("itemknn");
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
