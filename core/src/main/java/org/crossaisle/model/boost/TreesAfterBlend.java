package org.crossaisle.model.boost;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.blend.BlendModel;
import org.crossaisle.model.blend.HeadOfBlend;
import org.crossaisle.model.count.TimedItems;

/**
 * A blend whose best candidates are scored again: the blend's score plus the sum of the trees. Threads may share it.
 */
final class TreesAfterBlend implements Model {
    private final BlendModel blend;
    private final BlendModel model;
    private final TimedItems interactions;
    private final Trees trees;

    TreesAfterBlend(
            BlendModel blend, CandidateFeatures features, TimedItems interactions, Trees trees, int candidates) {
        this.blend = blend;
        this.interactions = interactions;
        this.trees = trees;
        model = trees.size() == 0
                ? blend
                : blend.followedBy((query, union, weights, scores) -> {
                    HeadOfBlend head = new HeadOfBlend(union, weights, candidates);
                    float[] values = features.of(query, union, head.places(), head.sums());
                    for (int at = 0; at < head.places().length; at++) {
                        scores[union.item(head.places()[at])] += trees.sum(values, at * features.width());
                    }
                });
    }

    @Override
    public int items() {
        return model.items();
    }

    @Override
    public void score(Query query, float[] scores) {
        model.score(query, scores);
    }

    @Override
    public void score(List<Query> queries, float[][] scores) {
        model.score(queries, scores);
    }

    /** The blend before the trees, and its parts. */
    @Override
    public Map<String, Model> parts() {
        Map<String, Model> parts = new LinkedHashMap<>();
        parts.put("blend", blend);
        parts.putAll(blend.parts());
        return parts;
    }

    @Override
    public State state() {
        return model.state().putAll("popularity", interactions.state()).putAll("trees", trees.state());
    }
}
