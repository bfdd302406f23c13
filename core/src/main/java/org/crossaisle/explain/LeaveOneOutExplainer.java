package org.crossaisle.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.crossaisle.Bounds;
import org.crossaisle.history.History;
import org.crossaisle.model.AdditiveModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.VectorModel;

/**
 * Computes the contribution of each history item to a score: the score minus the model's score without the item. A
 * contribution is therefore exact for this model and this list; for a model that is not additive, contributions do not
 * sum to the score. Threads may share it.
 *
 * <p>Source: occlusion, Zeiler and Fergus, Visualizing and Understanding Convolutional Networks, ECCV 2014, with items
 * in the place of image patches.
 */
public final class LeaveOneOutExplainer {
    private static final int LATEST = 50;

    private final Model model;
    private final int most;

    /**
     * An explainer of one model.
     *
     * @param most the maximum number of contributions returned for each item, at least 1
     */
    public LeaveOneOutExplainer(Model model, int most) {
        Bounds.atLeast("most", most, 1);
        this.model = model;
        this.most = most;
    }

    /**
     * The largest contributions above 0 to each item, of the latest {@value #LATEST} of the history; computed as one
     * batch by the model.
     *
     * @param items the item numbers to explain
     * @return the contributions for each item, the largest first; may be empty
     */
    public List<List<Reason.Contribution>> contributions(Query query, int... items) {
        int[] historyItems = query.history().last(LATEST).items().stream().toArray();
        List<Query> queries = new ArrayList<>();
        queries.add(query);
        for (int item : historyItems) {
            History without = query.history().without(item);
            queries.add(query.withHistory(without));
        }
        float[][] scores = model.as(VectorModel.class)
                .map(vectors -> dots(vectors, queries, items))
                .or(() -> model.as(AdditiveModel.class).map(additive -> sums(additive, queries, items)))
                .orElseGet(() -> scores(queries, items));
        List<List<Reason.Contribution>> all = new ArrayList<>();
        for (int place = 0; place < items.length; place++) {
            List<Reason.Contribution> own = new ArrayList<>();
            for (int at = 0; at < historyItems.length; at++) {
                float contribution = scores[0][place] - scores[at + 1][place];
                if (contribution > 0) {
                    own.add(new Reason.Contribution(historyItems[at], contribution));
                }
            }
            own.sort(Comparator.comparingDouble(contribution -> -contribution.score()));
            all.add(List.copyOf(own.subList(0, Math.min(most, own.size()))));
        }
        return all;
    }

    /** The scores of these items only, not of the whole catalog: [queries][items]. */
    private static float[][] dots(VectorModel vectors, List<Query> queries, int... items) {
        float[][] users = new float[queries.size()][vectors.dimension()];
        vectors.encode(queries, users);
        float[][] scores = new float[queries.size()][items.length];
        float[] item = new float[vectors.dimension()];
        for (int place = 0; place < items.length; place++) {
            vectors.itemVector(items[place], item);
            for (int row = 0; row < users.length; row++) {
                float sum = 0;
                for (int at = 0; at < item.length; at++) {
                    sum += users[row][at] * item[at];
                }
                scores[row][place] = sum;
            }
        }
        return scores;
    }

    /** The scores of these items only, link by link: [queries][items]. */
    private static float[][] sums(AdditiveModel model, List<Query> queries, int... items) {
        float[][] scores = new float[queries.size()][items.length];
        for (int row = 0; row < scores.length; row++) {
            for (int place = 0; place < items.length; place++) {
                scores[row][place] = model.sum(queries.get(row).history(), items[place]);
            }
        }
        return scores;
    }

    private float[][] scores(List<Query> queries, int... items) {
        float[][] fullScores = new float[queries.size()][model.items()];
        model.score(queries, fullScores);
        float[][] scores = new float[queries.size()][items.length];
        for (int row = 0; row < scores.length; row++) {
            for (int place = 0; place < items.length; place++) {
                scores[row][place] = fullScores[row][items[place]];
            }
        }
        return scores;
    }
}
