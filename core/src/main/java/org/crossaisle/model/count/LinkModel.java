package org.crossaisle.model.count;

import java.util.Arrays;
import org.crossaisle.RecsException;
import org.crossaisle.history.History;
import org.crossaisle.model.AdditiveModel;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;

/**
 * A model that scores by links: score(j) = sum over the history of recency<sup>age</sup> w(item, j), where age counts
 * the interactions that came after. Interactions without interest, such as returns, add no score and do not age earlier
 * interactions.
 *
 * <p>An item without links from the history gets a score just below 0 that grows with its popularity. So an empty
 * history is answered by popularity, and a short list is filled up by it. Threads may share it.
 */
public final class LinkModel implements AdditiveModel {
    private final Links links;
    private final float recency;
    private final int[] popularity; // [items]
    private final float[] floor; // [items], below 0

    public LinkModel(Links links, double recency, int[] popularity) {
        this.links = links;
        this.recency = (float) recency;
        this.popularity = popularity;
        this.floor = floor(popularity);
    }

    public static LinkModel load(State state, double recency, int items) {
        int[] popularity = state.ints("popularity");
        if (popularity.length != items) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    "the model knows the popularity of " + popularity.length + " items; the catalog has " + items);
        }
        return new LinkModel(Links.load(state.part("links"), items), recency, popularity);
    }

    private static float[] floor(int[] popularity) {
        double most = Arrays.stream(popularity).max().orElse(0);
        float[] floor = new float[popularity.length];
        for (int item = 0; item < floor.length; item++) {
            floor[item] = (float) (-1e-6 * (1 - popularity[item] / (most + 1)));
        }
        return floor;
    }

    @Override
    public int items() {
        return links.items();
    }

    @Override
    public void score(Query query, float[] scores) {
        Arrays.fill(scores, 0);
        History history = query.history();
        float factor = 1;
        for (int position = history.size() - 1; position >= 0 && factor > 0; position--) {
            if (!history.action(position).showsInterest()) {
                continue;
            }
            int item = history.item(position);
            if (item < links.items()) { // newer items are not linked yet
                links.add(item, factor, scores);
            }
            factor *= recency;
        }
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] == 0) {
                scores[item] = floor[item];
            }
        }
    }

    @Override
    public float weight(int from, int to) {
        return links.weight(from, to);
    }

    @Override
    public int users(int from, int to) {
        return links.users(from, to);
    }

    @Override
    public float recency(int age) {
        return (float) Math.pow(recency, age);
    }

    @Override
    public State state() {
        return new State().putAll("links", links.state()).put("popularity", popularity);
    }
}
