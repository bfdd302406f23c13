package org.crossaisle.model.blend;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;

/**
 * Scores the union of its parts' proposals by their weighted z-scores, and every other item below those, in the order
 * of the first part with a weight. Threads may share it.
 */
public final class BlendModel implements Model {
    private final List<String> names; // [parts]
    private final List<Model> parts;
    private final float[] weights; // [parts]
    private final int proposals;
    private final Afterwards afterwards;
    private final ThreadLocal<BlendUnion> unions;

    /** A step applied to the blended scores of a query. Threads share it. */
    public interface Afterwards {
        /** Changes nothing. */
        Afterwards NOTHING = (query, union, weights, scores) -> {};

        /**
         * Changes scores.
         *
         * @param union of the query's proposals
         * @param scores [items], as blended
         */
        void change(Query query, BlendUnion union, float[] weights, float[] scores);
    }

    BlendModel(List<String> names, List<Model> parts, float[] weights, int proposals) {
        this(names, parts, weights, proposals, Afterwards.NOTHING);
    }

    private BlendModel(List<String> names, List<Model> parts, float[] weights, int proposals, Afterwards afterwards) {
        this.names = List.copyOf(names);
        this.afterwards = afterwards;
        this.parts = List.copyOf(parts);
        this.weights = weights;
        this.proposals = proposals;
        unions = ThreadLocal.withInitial(() -> new BlendUnion(this.parts, this.proposals));
    }

    /** This model followed by a step on its scores. */
    public BlendModel followedBy(Afterwards other) {
        return new BlendModel(names, parts, weights, proposals, other);
    }

    public List<Model> asked() {
        return parts;
    }

    /** The parts without those left out; a repeated name is followed by its position. */
    @Override
    public Map<String, Model> parts() {
        Map<String, Model> named = new LinkedHashMap<>();
        for (int part = 0; part < parts.size(); part++) {
            if (!(parts.get(part) instanceof AbsentPart)) {
                String name = names.get(part);
                named.put(named.containsKey(name) ? name + " " + (part + 1) : name, parts.get(part));
            }
        }
        return named;
    }

    /** The weight of each part. Callers must not change the array. */
    public float[] weights() {
        return weights;
    }

    /** A new union of the parts' proposals, for one thread. */
    public BlendUnion union() {
        return new BlendUnion(parts, proposals);
    }

    @Override
    public int items() {
        return parts.get(0).items();
    }

    @Override
    public void score(Query query, float[] scores) {
        score(List.of(query), new float[][] {scores});
    }

    @Override
    public void score(List<Query> queries, float[][] scores) {
        int batch = BlendUnion.batch(parts);
        for (int from = 0; from < queries.size(); from += batch) {
            int to = Math.min(queries.size(), from + batch);
            scoreBatch(queries.subList(from, to), Arrays.copyOfRange(scores, from, to));
        }
    }

    private void scoreBatch(List<Query> queries, float[][] scores) {
        BlendUnion union = unions.get();
        union.score(queries);
        for (int row = 0; row < queries.size(); row++) {
            union.select(row, queries.get(row));
            float least = 0;
            for (int at = 0; at < union.size(); at++) {
                least = Math.min(least, union.sum(at, weights));
            }
            float[] others = union.raw(firstThatCounts(), row);
            rest(others, least, scores[row]);
            for (int at = 0; at < union.size(); at++) {
                scores[row][union.item(at)] = union.sum(at, weights);
            }
            afterwards.change(queries.get(row), union, weights, scores[row]);
        }
    }

    /**
     * Below {@code least} for every item: least - 2 + x / (1 + |x|), which keeps the order of x and lies between
     * {@code least} - 3 and {@code least} - 1.
     */
    private static void rest(float[] others, float least, float[] scores) {
        for (int item = 0; item < scores.length; item++) {
            scores[item] = least - 2 + others[item] / (1 + Math.abs(others[item]));
        }
    }

    private int firstThatCounts() {
        int part = 0;
        while (part < weights.length - 1 && (weights[part] == 0 || parts.get(part) instanceof AbsentPart)) {
            part++;
        }
        return part;
    }

    @Override
    public State state() {
        State state = new State().put("weights", weights);
        for (int part = 0; part < parts.size(); part++) {
            state.putAll(Blend.prefix(part), parts.get(part).state());
        }
        return state;
    }
}
