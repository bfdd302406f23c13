package org.crossaisle.neural.rank;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.history.History;
import org.crossaisle.neural.tensor.Values;

/**
 * A batch for a ranker: histories, each with the same number of candidates.
 *
 * <p>Not thread-safe.
 */
final class CandidateLists {
    /** One history with its candidates, by item number. */
    static final class Row {
        private final History history;
        private final int[] candidates;

        Row(History history, int... candidates) {
            this.history = history;
            this.candidates = candidates;
        }
    }

    private final int length;
    private final int size;
    private final int count;
    private final int[] latest; // [lists * length]: item numbers, newest first; arbitrary beyond the history
    private final float[] present; // [lists * length]: 1 where there is an item
    private final int[] candidates; // [lists * candidates]
    private final float[] features; // [lists * candidates * features]
    private final int[] crosses; // [crosses of all candidates], concatenated
    private final int[] starts; // [lists * candidates]: start of the crosses of each

    /**
     * @param rows each with the same number of candidates
     * @param length number of most recent items to read
     */
    CandidateLists(List<Row> rows, int length, ListFeatures source) {
        this.length = length;
        size = rows.size();
        count = rows.get(0).candidates.length;
        latest = new int[size * length];
        present = new float[size * length];
        candidates = new int[size * count];
        features = new float[size * count * ListFeatures.COUNT];
        starts = new int[size * count];
        int[] found = new int[16];
        int end = 0;
        for (int row = 0; row < size; row++) {
            Row list = rows.get(row);
            int place = row * length;
            for (int age = 0; age < list.history.size() && place < (row + 1) * length; age++) {
                int position = list.history.size() - 1 - age;
                if (list.history.action(position).showsInterest() && source.knows(list.history.item(position))) {
                    latest[place] = list.history.item(position);
                    present[place++] = 1;
                }
            }
            System.arraycopy(list.candidates, 0, candidates, row * count, count);
            ListFeatures.OfHistory known = source.of(list.history);
            for (int at = 0; at < count; at++) {
                int candidate = row * count + at;
                known.write(list.candidates[at], features, candidate * ListFeatures.COUNT);
                starts[candidate] = end;
                int[] own = known.crosses(list.candidates[at]);
                if (end + own.length > found.length) {
                    found = Arrays.copyOf(found, 2 * (end + own.length));
                }
                System.arraycopy(own, 0, found, end, own.length);
                end += own.length;
            }
        }
        crosses = Arrays.copyOf(found, end);
    }

    int size() {
        return size;
    }

    /** Number of candidates per list. */
    int count() {
        return count;
    }

    /** Item numbers, newest first: [lists * length]. */
    int[] latest() {
        return latest;
    }

    /** Item numbers: [lists * candidates]. */
    int[] candidates() {
        return candidates;
    }

    /** 1 where there is an item, 0 elsewhere: [lists, length]. */
    Tensor present() {
        return Values.of(present, size, length);
    }

    /** [lists, candidates, features]. */
    Tensor features() {
        return Values.of(features, size, count, ListFeatures.COUNT);
    }

    /** The cross feature numbers of all candidates, concatenated. */
    Tensor crosses() {
        return Values.of(crosses);
    }

    /** The start of the crosses of each candidate: [lists * candidates]. */
    Tensor starts() {
        return Values.of(starts);
    }
}
