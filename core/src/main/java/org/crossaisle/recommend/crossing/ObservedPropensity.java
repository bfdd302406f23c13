package org.crossaisle.recommend.crossing;

import java.util.BitSet;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.crossaisle.model.Query;

/**
 * The observed propensity to enter a new category, by the user's number of events and of known categories: the share of
 * such events in the data, smoothed by {@value #SMOOTHING} events towards the share at this number of events, which is
 * smoothed towards the overall share.
 *
 * <p>An event on an item the user had before is not counted, since lists do not hold such items. Averaged over the
 * events it was counted on, it is exact up to the smoothing. So the mean share of new categories in lists equals their
 * mean share in user behaviour: the exploration gap is near 0.
 *
 * <p>Immutable; threads may share it.
 */
public final class ObservedPropensity implements Propensity {
    private static final int SMOOTHING = 20;
    private static final int CLASSES = 24; // for numbers up to about 4,000; larger ones are in the last class

    private final CategoryLevel level;
    private final long[][] events = new long[CLASSES][CLASSES]; // [of past events, of known categories]
    private final long[][] crossings = new long[CLASSES][CLASSES];

    public ObservedPropensity(Dataset data, CategoryLevel level) {
        this.level = level;
        for (int user = 0; user < data.users(); user++) {
            count(data.history(user));
        }
    }

    private void count(History history) {
        BitSet seen = new BitSet(level.size());
        BitSet seenItems = new BitSet();
        for (int position = 0; position < history.size(); position++) {
            int item = history.item(position);
            if (position > 0 && !seenItems.get(item)) {
                int past = classOf(position);
                int known = classOf(seen.cardinality());
                events[past][known]++;
                crossings[past][known] += level.isNew(item, seen) ? 1 : 0;
            }
            seenItems.set(item);
            for (int category : level.of(item)) {
                seen.set(category);
            }
        }
    }

    /** 0, 1, 2, 3, 4-5, 6-7, 8-11, 12-15, 16-23 and so on: two classes for each doubling. */
    static int classOf(int number) {
        if (number < 4) {
            return number;
        }
        int doublings = 31 - Integer.numberOfLeadingZeros(number); // at least 2
        return Math.min(CLASSES - 1, 2 * doublings + ((number >> (doublings - 1)) & 1));
    }

    @Override
    public double of(Query query) {
        int past = classOf(query.history().size());
        int known = classOf(query.history().categories(level).cardinality());
        long allEvents = 0;
        long allCrossings = 0;
        long atLength = 0;
        long crossingsAtLength = 0;
        for (int row = 0; row < CLASSES; row++) {
            for (int column = 0; column < CLASSES; column++) {
                allEvents += events[row][column];
                allCrossings += crossings[row][column];
                atLength += row == past ? events[row][column] : 0;
                crossingsAtLength += row == past ? crossings[row][column] : 0;
            }
        }
        double overall = allEvents == 0 ? 0 : (double) allCrossings / allEvents;
        double atThisLength = (crossingsAtLength + SMOOTHING * overall) / (atLength + SMOOTHING);
        return (crossings[past][known] + SMOOTHING * atThisLength) / (events[past][known] + SMOOTHING);
    }
}
