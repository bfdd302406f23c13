package org.crossaisle.model.blend;

import java.util.Arrays;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;

/**
 * The placeholder for a part left out of a blend: it scores all items alike.
 *
 * @param items the size of the catalog
 */
record AbsentPart(int items) implements Model {
    static AbsentPart of(Catalog catalog) {
        return new AbsentPart(catalog.size());
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
