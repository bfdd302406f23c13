package org.crossaisle.audience;

import java.util.BitSet;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.catalog.CategoryTree;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;

/** The features of a customer's history that predict whether they will come to a category. Threads may share it. */
final class Signals {
    /** The number of features. */
    static final int COUNT = 9;

    static final double DAY = 86_400;
    private static final double RECENCY = 0.9;
    private static final double UNSEEN = 0.01;
    private static final double NEVER_LED = 1e-4;

    private final Dataset data;
    private final CategoryGraph graph;
    private final Visits visits;
    private final int category;
    private final int days;
    private final BitSet items; // of the category
    private final BitSet above; // of its parent; the same if it has none

    /** @param graph counted before the times of the predictions */
    Signals(Dataset data, CategoryGraph graph, Visits visits, int category, int days) {
        this.data = data;
        this.graph = graph;
        this.visits = visits;
        this.category = category;
        this.days = days;
        items = Visits.itemsOf(data, category);
        int parent = data.catalog().categories().parent(category);
        above = parent == CategoryTree.NONE ? items : Visits.itemsOf(data, parent);
    }

    /** The features of a user with an event before the given time: [{@link #COUNT}]. */
    double[] of(int user, long time) {
        History history = data.history(user).first(visits.before(user, time));
        long latest = history.time(history.size() - 1);
        long visit = visits.latest(user, time);
        boolean was = visit != History.NO_TIME;
        return new double[] {
            1,
            Math.log(leading(history) + NEVER_LED),
            Math.log(share(history, items) + UNSEEN),
            Math.log(share(history, above) + UNSEEN),
            Math.log1p(history.size()),
            Math.log1p(activity(user, time)),
            Math.log1p((time - latest) / DAY),
            was ? 1 : 0,
            was ? Math.log1p((time - visit) / DAY) : 0
        };
    }

    /** The number of a user's events in the days before. */
    double activity(int user, long time) {
        return visits.before(user, time) - visits.before(user, time - (long) (days * DAY));
    }

    /** The probability that some other category of the history leads there, if they are independent. */
    private double leading(History history) {
        BitSet seen = history.categories(graph.level());
        double none = 1;
        for (int from = seen.nextSetBit(0); from >= 0; from = seen.nextSetBit(from + 1)) {
            none *= from == category ? 1 : 1 - graph.rate(from, category);
        }
        return 1 - none;
    }

    /** The share of some items in the history, an event weighing 0.9 of the one after it. */
    private static double share(History history, BitSet items) {
        double weight = 1;
        double sum = 0;
        double all = 0;
        for (int age = 0; age < history.size(); age++) {
            sum += items.get(history.latest(age)) ? weight : 0;
            all += weight;
            weight *= RECENCY;
        }
        return sum / all;
    }
}
