package org.crossaisle.model.count;

import java.util.Arrays;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;

/**
 * Stands where a part of a blend was left out: it says nothing about any item.
 *
 * @param items the size of the catalog
 */
record Absent(int items) implements Model {
    static Absent of(Catalog catalog) {
        return new Absent(catalog.size());
    }

    @Override
    public void score(Query query, float[] scores) {
        Arrays.fill(scores, 0);
    }

    @Override
    public State state() {
        return new State();
    }
}
