package org.crossaisle.model.boost;

import java.util.BitSet;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.history.History;
import org.crossaisle.model.Query;
import org.crossaisle.model.blend.BlendUnion;
import org.crossaisle.model.count.Departments;
import org.crossaisle.model.count.ItemSimilarity;
import org.crossaisle.model.count.PopularModel;
import org.crossaisle.model.count.TimedItems;

/**
 * The features of a candidate: each part's z-score and rank, the blend's score, the popularity of the item, and its
 * relation to the history. NaN for unknown values, such as a missing price. Threads may share it.
 */
final class CandidateFeatures {
    private static final int FURTHER = 10; // besides a z-score and a rank for each part

    private final int parts;
    private final PopularModel recent;
    private final float[] ever; // [items], popularity in all data
    private final ThreadLocal<float[]> recently; // [items], buffer for the popularity at the time of a query
    private final ItemSimilarity likeness;
    private final Crossed crossed;
    private final int items;

    /**
     * Features for candidates of a shop.
     *
     * @param parts of the blend
     * @param interactions whose popularity counts
     * @param crossing the level of the feature "the item's category is new to the user"; -1 for no such feature
     */
    CandidateFeatures(int parts, TimedItems interactions, Catalog catalog, int crossing) {
        this.parts = parts;
        recent = new PopularModel(interactions, 30, Departments.NONE);
        ever = new float[interactions.size()];
        new PopularModel(interactions, 0, Departments.NONE).score(Query.of(History.EMPTY, History.NO_TIME), ever);
        recently = ThreadLocal.withInitial(() -> new float[ever.length]);
        BitSet known = new BitSet();
        float[] counts = new float[interactions.size()];
        interactions.count(Long.MIN_VALUE, Long.MAX_VALUE, counts);
        for (int item = 0; item < counts.length; item++) {
            known.set(item, counts[item] > 0);
        }
        likeness = new ItemSimilarity(catalog, known, new ItemSimilarity.Strengths(0, 0, 0, 0));
        crossed = Crossed.of(catalog, crossing, known);
        items = catalog.size();
    }

    /** Which targets cross categories. */
    Crossed crossed() {
        return crossed;
    }

    /** The number of features of a candidate. */
    int width() {
        return width(parts);
    }

    /** The number of features of a candidate for a blend of this many parts. */
    static int width(int parts) {
        return 2 * parts + FURTHER;
    }

    /**
     * Writes the features of some candidates of one query.
     *
     * @param places of the candidates in the union
     * @param sums the blend's score of each candidate
     * @return [candidates, width]
     */
    float[] of(Query query, BlendUnion union, int[] places, float[] sums) {
        float[] features = new float[places.length * width()];
        float[] now = recently.get();
        recent.score(query, now);
        BitSet seen = crossed.seen(query.history());
        for (int at = 0; at < places.length; at++) {
            int to = at * width();
            for (int part = 0; part < parts; part++) {
                float own = union.score(part, places[at]);
                int rank = 1;
                for (int other : places) {
                    rank += union.score(part, other) > own ? 1 : 0;
                }
                features[to++] = own;
                features[to++] = rank;
            }
            int item = union.item(places[at]);
            features[to++] = sums[at];
            features[to++] = now[item];
            features[to++] = ever[item];
            ofHistory(query.history(), item, features, to);
            features[to + 6] = crossed.isPresent() ? crossed.isNew(item, seen) ? 1 : 0 : Float.NaN;
        }
        return features;
    }

    private void ofHistory(History history, int item, float[] features, int from) {
        int categories = 0;
        int brands = 0;
        int counted = 0;
        int last = -1;
        for (int position = 0; position < history.size(); position++) {
            int other = history.item(position);
            if (history.action(position).showsInterest() && other < items) {
                categories += likeness.sharesLeaf(item, other) ? 1 : 0;
                brands += likeness.sharesBrand(item, other) ? 1 : 0;
                counted++;
                last = other;
            }
        }
        features[from] = counted == 0 ? Float.NaN : (float) categories / counted;
        features[from + 1] = counted == 0 ? Float.NaN : (float) brands / counted;
        features[from + 2] = last < 0 ? Float.NaN : likeness.sharedDepth(item, last);
        features[from + 3] = last < 0 ? Float.NaN : likeness.sharesBrand(item, last) ? 1 : 0;
        features[from + 4] = last < 0 ? Float.NaN : likeness.priceDistance(item, last);
        features[from + 5] = counted;
    }
}
