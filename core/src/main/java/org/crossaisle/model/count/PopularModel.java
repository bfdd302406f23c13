package org.crossaisle.model.count;

import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;

/**
 * A model that scores by log(1 + n), where n is the number of interactions in a time window; ties are broken by the
 * interactions in all data, which add less than 1 to n. The logarithm changes no order; in a blend it keeps the few
 * most popular items from outweighing the other parts. Threads may share it.
 */
public final class PopularModel implements Model {
    private static final long DAY = 86_400;

    private final TimedItems interactions;
    private final int days;
    private final Departments departments;
    private final float[] base; // [items], in [0, 1): grows with the number of interactions in all data
    private final float[] unseen; // [items], the scores for an empty window
    private final float[] latest; // [items], the scores at the end of the data

    public PopularModel(TimedItems interactions, int days, Departments departments) {
        this.interactions = interactions;
        this.days = days;
        this.departments = departments;
        base = new float[interactions.size()];
        interactions.count(Long.MIN_VALUE, Long.MAX_VALUE, base);
        if (counted()) {
            float most = 0;
            for (float count : base) {
                most = Math.max(most, count);
            }
            for (int item = 0; item < base.length; item++) {
                base[item] /= most + 1;
            }
        }
        unseen = new float[base.length];
        for (int item = 0; item < base.length; item++) {
            unseen[item] = (float) Math.log1p(base[item]);
        }
        latest = new float[base.length];
        score(interactions.end(), latest);
    }

    /** True when a time window is counted, not everything. */
    private boolean counted() {
        return days > 0 && interactions.end() != History.NO_TIME;
    }

    @Override
    public int items() {
        return base.length;
    }

    @Override
    public void score(Query query, float[] scores) {
        if (!counted() || query.time() == History.NO_TIME || query.time() >= interactions.end()) {
            System.arraycopy(latest, 0, scores, 0, latest.length);
        } else {
            score(query.time(), scores);
        }
    }

    private void score(long time, float[] scores) {
        if (counted()) {
            System.arraycopy(base, 0, scores, 0, base.length);
            interactions.count(time - days * DAY, time, scores);
            logarithms(scores);
        } else {
            System.arraycopy(unseen, 0, scores, 0, base.length);
        }
        departments.alternate(scores);
    }

    private void logarithms(float[] scores) {
        for (int item = 0; item < scores.length; item++) {
            scores[item] = scores[item] < 1 ? unseen[item] : (float) Math.log1p(scores[item]);
        }
    }

    @Override
    public State state() {
        return interactions.state();
    }
}
