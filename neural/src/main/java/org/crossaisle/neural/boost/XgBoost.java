package org.crossaisle.neural.boost;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.crossaisle.RecsException;
import org.crossaisle.model.boost.RankingExamples;
import org.crossaisle.model.boost.TreeBoosting;
import org.crossaisle.model.boost.Trees;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * LambdaMART by XGBoost, on one thread, so that the same examples give the same trees.
 *
 * <p>Only learning needs the library: the trees are read out of its model.
 */
public final class XgBoost implements TreeBoosting {
    private static final int CUTOFF = 10;

    @Override
    public Trees boost(RankingExamples examples, Shape shape, long seed, IntConsumer grown) {
        try {
            DMatrix matrix = new DMatrix(examples.features(), examples.bases().length, examples.width(), Float.NaN);
            try {
                matrix.setLabel(examples.wanted());
                matrix.setGroup(examples.groups());
                matrix.setWeight(examples.weights());
                matrix.setBaseMargin(examples.bases());
                Booster booster = XGBoost.train(matrix, settings(shape, seed), 1, Map.of(), null, null);
                try {
                    grown.accept(1);
                    for (int tree = 1; tree < shape.rounds(); tree++) {
                        booster.update(matrix, tree);
                        grown.accept(tree + 1);
                    }
                    return read(booster.toByteArray("json"));
                } finally {
                    booster.dispose();
                }
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError | LinkageError e) {
            throw new RecsException(
                    RecsException.Code.UNSUPPORTED, "XGBoost cannot boost trees here: " + e.getMessage(), e);
        }
    }

    static Map<String, Object> settings(Shape shape, long seed) {
        return new HashMap<>(Map.of(
                "objective",
                "rank:ndcg",
                "eta",
                shape.learningRate(),
                "max_depth",
                shape.depth(),
                "tree_method",
                "hist",
                "base_score",
                0,
                "lambdarank_pair_method",
                "topk",
                "lambdarank_num_pair_per_sample",
                CUTOFF,
                "nthread",
                1,
                "verbosity",
                0,
                "seed",
                Math.floorMod(seed, Integer.MAX_VALUE)));
    }

    private static Trees read(byte[] model) {
        JsonNode trees = JsonMapper.shared()
                .readTree(new String(model, StandardCharsets.UTF_8))
                .at("/learner/gradient_booster/model/trees");
        Trees.Builder builder = new Trees.Builder();
        for (JsonNode tree : trees) {
            builder.startTree();
            JsonNode left = tree.get("left_children");
            JsonNode right = tree.get("right_children");
            JsonNode features = tree.get("split_indices");
            JsonNode values = tree.get("split_conditions"); // of a leaf, its value
            JsonNode unknownLeft = tree.get("default_left");
            for (int node = 0; node < left.size(); node++) {
                if (left.get(node).asInt() < 0) {
                    builder.addLeaf(values.get(node).floatValue());
                } else {
                    builder.addQuestion(
                            features.get(node).asInt(),
                            values.get(node).floatValue(),
                            left.get(node).asInt(),
                            right.get(node).asInt(),
                            unknownLeft.get(node).asInt() != 0);
                }
            }
        }
        return builder.build();
    }
}
