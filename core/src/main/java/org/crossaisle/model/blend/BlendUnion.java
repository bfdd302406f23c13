package org.crossaisle.model.blend;

import java.util.Arrays;
import java.util.List;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;

/**
 * The items that the parts of a blend propose for one query, with each part's z-scores over them. Reuses its memory
 * between queries. For one thread.
 */
public final class BlendUnion {
    private static final int BATCH = 64; // queries scored together, as long as their scores are not more than
    private static final int SCORES = 1 << 23; // 32 MB

    private final List<Model> parts;
    private final int proposals;
    private final boolean[] member; // [items]
    private int[] items = new int[0]; // [size]
    private float[][] scores = {}; // [parts][size], mean 0 and deviation 1
    private float[][][] raw = {}; // [parts][queries][items]
    private float[] sorted = {};
    private int size;

    BlendUnion(List<Model> parts, int proposals) {
        this.parts = parts;
        this.proposals = proposals;
        member = new boolean[parts.get(0).items()];
    }

    /** The best number of queries to score together. */
    public static int batch(List<Model> parts) {
        return (int) Math.max(
                1, Math.min(BATCH, SCORES / ((long) parts.size() * parts.get(0).items() + 1)));
    }

    /** Scores the queries with every part. */
    public void score(List<Query> queries) {
        if (raw.length == 0 || raw[0].length < queries.size()) {
            raw = new float[parts.size()][queries.size()][member.length];
        }
        for (int part = 0; part < parts.size(); part++) {
            parts.get(part).score(queries, Arrays.copyOf(raw[part], queries.size()));
        }
    }

    /** The scores of a part for one of the queries: [items]. */
    float[] raw(int part, int row) {
        return raw[part][row];
    }

    /** Builds the union for one of the queries. Items of the history are never proposed. */
    public void select(int row, Query query) {
        size = 0;
        Arrays.fill(member, false);
        History history = query.history();
        for (int part = 0; part < parts.size(); part++) {
            if (!(parts.get(part) instanceof AbsentPart)) {
                float least = least(raw[part][row]);
                int kept = 0;
                for (int item = 0; item < member.length && kept < proposals; item++) {
                    kept += propose(item, raw[part][row][item] > least) ? 1 : 0;
                }
                for (int item = 0; item < member.length && kept < proposals; item++) {
                    kept += propose(item, raw[part][row][item] == least) ? 1 : 0;
                }
            }
        }
        for (int position = 0; position < history.size(); position++) {
            if (history.item(position) < member.length) {
                member[history.item(position)] = false;
            }
        }
        if (items.length < member.length) {
            items = new int[member.length];
            scores = new float[parts.size()][member.length];
        }
        for (int item = 0; item < member.length; item++) {
            if (member[item]) {
                items[size++] = item;
            }
        }
        for (int part = 0; part < parts.size(); part++) {
            standardise(raw[part][row], scores[part]);
        }
    }

    private boolean propose(int item, boolean wanted) {
        if (wanted) {
            member[item] = true;
        }
        return wanted;
    }

    /** The score of the last proposal. */
    private float least(float[] all) {
        sorted = sorted.length == all.length ? sorted : new float[all.length];
        System.arraycopy(all, 0, sorted, 0, all.length);
        int wanted = Math.max(0, all.length - proposals);
        return select(sorted, wanted);
    }

    /** The value at {@code place} of the ascending order (Hoare's quickselect, with the middle value as pivot). */
    private static float select(float[] values, int place) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            float pivot = values[(low + high) >>> 1];
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    float value = values[left];
                    values[left++] = values[right];
                    values[right--] = value;
                }
            }
            if (place <= right) {
                high = right;
            } else if (place >= left) {
                low = left;
            } else {
                break;
            }
        }
        return values[place];
    }

    private void standardise(float[] all, float[] into) {
        double sum = 0;
        double squares = 0;
        for (int at = 0; at < size; at++) {
            double score = all[items[at]];
            sum += score;
            squares += score * score;
        }
        double mean = size == 0 ? 0 : sum / size;
        double variance = size == 0 ? 0 : squares / size - mean * mean;
        double scale = variance > 1e-20 ? 1 / Math.sqrt(variance) : 0;
        for (int at = 0; at < size; at++) {
            into[at] = (float) ((all[items[at]] - mean) * scale);
        }
    }

    /** The number of items in the union. */
    int size() {
        return size;
    }

    public int item(int at) {
        return items[at];
    }

    /** A part's z-score. */
    public float score(int part, int at) {
        return scores[part][at];
    }

    /** The weighted sum of all parts' z-scores. */
    float sum(int at, float[] weights) {
        float sum = 0;
        for (int part = 0; part < weights.length; part++) {
            sum += weights[part] * scores[part][at];
        }
        return sum;
    }
}
