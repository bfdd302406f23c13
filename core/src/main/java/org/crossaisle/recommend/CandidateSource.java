package org.crossaisle.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.model.Query;
import org.crossaisle.recommend.crossing.Aim;
import org.crossaisle.recommend.rerank.CandidatePool;
import org.crossaisle.recommend.rerank.Window;
import org.crossaisle.retrieve.Candidate;
import org.crossaisle.retrieve.Partition;
import org.crossaisle.retrieve.Retriever;

/**
 * The best candidates of one query, with more on demand when a window needs other categories than the best ones have.
 */
final class CandidateSource {
    private final Retriever retriever;
    private final Query query;
    private final Aim aim;
    private final int size;
    private final List<Candidate> matching = new ArrayList<>();
    private final List<Candidate> others = new ArrayList<>();
    private final BitSet found = new BitSet();

    /** @param size the minimum number of candidates at first; half of them of either kind, but no fewer than places */
    CandidateSource(Retriever retriever, Query query, Aim aim, int size) {
        this.retriever = retriever;
        this.query = query;
        this.aim = aim;
        this.size = aim.isDivided() ? Math.max(query.count(), size / 2) : Math.max(query.count(), size);
        aim.searches().forEach(search -> add(item -> !found.get(item) && search.test(item)));
    }

    CandidatePool pool() {
        return CandidatePool.of(new Partition(matching, others), aim.strengths());
    }

    /**
     * Adds the best items of the categories that have too few to fill their places; returns false when there are none.
     *
     * @param level the level of the window
     */
    boolean widen(Window window, CategoryLevel level) {
        int enough = window.most() * ((query.count() + window.places() - 1) / window.places());
        BitSet fullOfMatching = full(matching, enough, level);
        BitSet fullOfOthers = full(others, enough, level);
        int before = found.cardinality();
        add(item -> {
            int[] categories = level.of(item);
            BitSet full = aim.matches().test(item) ? fullOfMatching : fullOfOthers;
            return !found.get(item) && (categories.length == 0 || !full.get(categories[0]));
        });
        return found.cardinality() > before;
    }

    private static BitSet full(List<Candidate> candidates, int enough, CategoryLevel level) {
        Map<Integer, Integer> counts = new HashMap<>();
        BitSet full = new BitSet();
        for (Candidate each : candidates) {
            int[] categories = level.of(each.item());
            if (categories.length > 0 && counts.merge(categories[0], 1, Integer::sum) >= enough) {
                full.set(categories[0]);
            }
        }
        return full;
    }

    private void add(IntPredicate also) {
        Query restricted = query.allowing(also);
        if (aim.isDivided()) {
            Partition partition = retriever.retrieve(restricted, size, aim.matches());
            matching.addAll(partition.matching());
            others.addAll(partition.others());
        } else {
            matching.addAll(retriever.retrieve(restricted, size));
        }
        matching.forEach(each -> found.set(each.item()));
        others.forEach(each -> found.set(each.item()));
    }
}
