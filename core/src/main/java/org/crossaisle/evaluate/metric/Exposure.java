package org.crossaisle.evaluate.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Subsets of targets by item popularity and user activity: by the item's events in the training data of the final
 * models, and by the length of the history at the time of the target.
 */
public final class Exposure {
    private static final int NO_END = Integer.MAX_VALUE;
    private static final String ITEM = "item events ";
    private static final String USER = "history ";

    private static final List<Range> ITEMS =
            List.of(new Range(0, 0), new Range(1, 5), new Range(6, 20), new Range(21, NO_END));
    private static final List<Range> USERS =
            List.of(new Range(0, 0), new Range(1, 1), new Range(2, 2), new Range(3, 5), new Range(6, NO_END));

    private Exposure() {}

    /** A range of counts, both ends included. */
    private record Range(int from, int to) {
        boolean holds(int count) {
            return count >= from && count <= to;
        }

        @Override
        public String toString() {
            return to == NO_END ? from + "+" : from == to ? String.valueOf(from) : from + "-" + to;
        }
    }

    /** The subsets by name: indexes into the answers. */
    static Map<String, int[]> subsets(List<Answer> answers, int... itemEvents) {
        int[] items = answers.stream()
                .mapToInt(answer -> itemEvents[answer.target().item()])
                .toArray();
        int[] users = answers.stream()
                .mapToInt(answer -> answer.target().history().size())
                .toArray();
        Map<String, int[]> subsets = new LinkedHashMap<>();
        ITEMS.forEach(range -> subsets.put(ITEM + range, within(range, items)));
        USERS.forEach(range -> subsets.put(USER + range, within(range, users)));
        return subsets;
    }

    private static int[] within(Range range, int... counts) {
        int[] places = new int[counts.length];
        int size = 0;
        for (int at = 0; at < counts.length; at++) {
            if (range.holds(counts[at])) {
                places[size++] = at;
            }
        }
        return Arrays.copyOf(places, size);
    }

    /** The names of the subsets, those by items first. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        ITEMS.forEach(range -> names.add(ITEM + range));
        USERS.forEach(range -> names.add(USER + range));
        return names;
    }
}
