package org.crossaisle.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossaisle.Progress;
import org.crossaisle.PublicApi;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.recommend.Basis;
import org.crossaisle.recommend.Recommendation;
import org.crossaisle.recommend.Recommendations;

/** Explains each place of a list with its reasons. Threads may share it. */
@PublicApi
public final class Explainer {
    private static final int MOST_ITEMS = 3;

    private final LeaveOneOutExplainer leaveOneOut;
    private final List<Bridges> bridges;

    /**
     * An explainer of one model, which counts the graphs itself.
     *
     * @param data the data on which moves between categories are counted
     * @param levels the category levels that a request can use, from level 0 on
     */
    public Explainer(Model model, Dataset data, List<CategoryLevel> levels) {
        this(model, CategoryGraph.ofEach(data, levels, Progress.SILENT));
    }

    /**
     * An explainer of one model.
     *
     * @param graphs graphs of the category levels that a request can use, from level 0 on
     */
    public Explainer(Model model, List<CategoryGraph> graphs) {
        leaveOneOut = new LeaveOneOutExplainer(model, MOST_ITEMS);
        bridges = graphs.stream().distinct().map(Bridges::new).toList();
    }

    /**
     * The reasons for each place, in the order of the list; a place may have none that can be shown. They explain the
     * scores the list was made from, so items of the basket can be among them.
     */
    public List<List<Reason>> explain(Recommendations answer) {
        List<List<Reason>> reasons = new ArrayList<>();
        if (answer.basis() == Basis.POPULAR_FOR_NEW_USER) {
            answer.list().forEach(place -> reasons.add(List.of(new Reason.NewUser())));
            return reasons;
        }
        Query query = answer.query();
        List<Recommendation> list = answer.list();
        List<List<Reason.Contribution>> contributions = leaveOneOut.contributions(
                query, list.stream().mapToInt(Recommendation::item).toArray());
        for (int at = 0; at < list.size(); at++) {
            List<Reason> own = new ArrayList<>();
            if (!contributions.get(at).isEmpty()) {
                own.add(new Reason.HistoryItems(contributions.get(at)));
            }
            bridge(query.history(), list.get(at).item()).ifPresent(own::add);
            reasons.add(List.copyOf(own));
        }
        return reasons;
    }

    /** The bridge at the deepest level that has one: Trail Shoes to Hydration says more than Sports to Sports. */
    private Optional<Reason.CategoryBridge> bridge(History history, int item) {
        for (int level = bridges.size() - 1; level >= 0; level--) {
            Optional<Reason.CategoryBridge> best = bridges.get(level).best(history, item);
            if (best.isPresent()) {
                return best;
            }
        }
        return Optional.empty();
    }
}
