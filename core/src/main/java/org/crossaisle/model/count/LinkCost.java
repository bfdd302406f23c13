package org.crossaisle.model.count;

import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.Cost;

/** The expected cost of models that keep the strongest links of each item. */
public final class LinkCost {
    /** An item number and a weight. */
    private static final int BYTES_OF_A_LINK = Integer.BYTES + Float.BYTES;

    /** Finding a place in a row of counts and adding to it. */
    private static final double OPERATIONS_OF_A_COUNT = 8;

    private LinkCost() {}

    /**
     * The cost of a model that counts pairs within histories.
     *
     * @param reach how many later interactions are counted with each; may exceed the history
     */
    public static Cost ofPairs(Dataset data, int neighbours, int reach) {
        double pairs = 0;
        for (int user = 0; user < data.users(); user++) {
            int size = data.history(user).size();
            pairs += (double) size * Math.min(reach, size);
        }
        long known = data.knownItems().cardinality();
        long links = (long) Math.min((double) known * neighbours, pairs);
        return ofLinks(links).plus(new Cost(0, 8L * data.interactions(), 0, 0, OPERATIONS_OF_A_COUNT * pairs));
    }

    /** The cost of this many links and nothing else. */
    static Cost ofLinks(long links) {
        return new Cost(links, links * BYTES_OF_A_LINK, 0, 0, links);
    }
}
