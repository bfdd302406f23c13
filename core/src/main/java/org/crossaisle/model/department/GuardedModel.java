package org.crossaisle.model.department;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;

/**
 * A model of all departments in which some departments are ordered by a model of their own. There the scores are
 * reassigned: the highest goes to the item that the department's own model ranks first, and so on. Scores are only
 * permuted, so departments compare with each other as in the joint model. Items of the history keep their scores: most
 * lists exclude them, and their scores must not go to other items. Threads may share it.
 */
final class GuardedModel implements Model {
    private static final int BATCH = 64;

    private final Model together;
    private final List<Alone> alone;

    /**
     * A department with a model of its own.
     *
     * @param model queried with the interactions in the department
     */
    record Alone(Department department, Model model) {}

    GuardedModel(Model together, List<Alone> alone) {
        this.together = together;
        this.alone = List.copyOf(alone);
    }

    /** Categories are predicted by the joint model. Its vectors are not offered, because this model's scores differ. */
    @Override
    public <T> Optional<T> as(Class<T> capability) {
        return capability == CategoryModel.class ? together.as(capability) : Model.super.as(capability);
    }

    @Override
    public int items() {
        return together.items();
    }

    @Override
    public Map<String, Model> parts() {
        return Map.of("together", together);
    }

    @Override
    public void score(Query query, float[] scores) {
        score(List.of(query), new float[][] {scores});
    }

    @Override
    public void score(List<Query> queries, float[][] scores) {
        together.score(queries, scores);
        for (int from = 0; from < queries.size(); from += BATCH) {
            int to = Math.min(queries.size(), from + BATCH);
            List<Query> batch = queries.subList(from, to);
            float[][] own = new float[batch.size()][items()];
            for (Alone one : alone) {
                one.model.score(
                        batch.stream()
                                .map(query -> one.department.within(query))
                                .toList(),
                        own);
                int begin = from;
                IntStream.range(0, own.length).parallel().forEach(row -> {
                    BitSet history = batch.get(row).history().items();
                    int[] items = Arrays.stream(one.department.items())
                            .filter(item -> !history.get(item))
                            .toArray();
                    handOut(scores[begin + row], items, own[row]);
                });
            }
        }
    }

    /**
     * Reassigns the scores of some items by another order; ties in that order keep their order.
     *
     * @param scores [items], permuted among {@code items}
     * @param order [items], greater is better
     */
    static void handOut(float[] scores, int[] items, float[] order) {
        long[] before = new long[items.length]; // best first
        for (int at = 0; at < items.length; at++) {
            before[at] = key(scores[items[at]], at);
        }
        Arrays.sort(before);
        float[] values = new float[items.length]; // best first
        long[] after = new long[items.length]; // best first, with indexes into before
        for (int place = 0; place < items.length; place++) {
            int item = items[(int) before[place]];
            values[place] = scores[item];
            after[place] = key(order[item], place);
        }
        Arrays.sort(after);
        for (int place = 0; place < items.length; place++) {
            scores[items[(int) before[(int) after[place]]]] = values[place];
        }
    }

    /** A sort key that puts higher scores first, and at equal scores the lower position. */
    private static long key(float score, int place) {
        int bits = Float.floatToIntBits(score + 0f); // -0.0 becomes 0.0
        int ascending = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
        return ((long) ~ascending << 32) | place;
    }

    @Override
    public State state() {
        State state = new State().putAll(Guarded.TOGETHER, together.state());
        for (int at = 0; at < alone.size(); at++) {
            state.putAll(Guarded.ALONE + at, alone.get(at).model.state());
        }
        return state;
    }
}
