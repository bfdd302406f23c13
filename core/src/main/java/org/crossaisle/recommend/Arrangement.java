package org.crossaisle.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.history.History;
import org.crossaisle.model.VectorModel;
import org.crossaisle.recommend.rerank.Achievement;
import org.crossaisle.recommend.rerank.CandidatePool;
import org.crossaisle.recommend.rerank.GreedyChoice;
import org.crossaisle.recommend.rerank.PlacePlan;
import org.crossaisle.recommend.rerank.RerankContext;
import org.crossaisle.recommend.rerank.Reranker;
import org.crossaisle.recommend.rerank.Reranking;
import org.crossaisle.recommend.rerank.Window;
import org.crossaisle.recommend.rerank.WindowSearch;
import org.crossaisle.retrieve.Candidate;

/** A list while it is built from the scores step by step, with the result and cost of each step. For one list. */
public final class Arrangement {
    private final CandidatePool pool;
    private final PlacePlan plan;
    private final List<CategoryLevel> levels;
    private final List<Achievement> achievements = new ArrayList<>();
    private int[] list;
    private boolean isChosen; // whether a re-ranker has already chosen from all candidates

    /** Starts with the candidates of the highest value that the plan admits. */
    public Arrangement(CandidatePool pool, PlacePlan plan, List<CategoryLevel> levels) {
        this.pool = pool;
        this.plan = plan;
        this.levels = levels;
        list = GreedyChoice.byValue(pool, plan);
    }

    /** The candidates, best place first. */
    List<Candidate> list() {
        return Arrays.stream(list).mapToObj(pool::candidate).toList();
    }

    public List<Achievement> achievements() {
        return achievements;
    }

    /**
     * Records the step that the plan implements.
     *
     * @param measure the share of the list of which {@code CandidatePool.matches} is true
     */
    void planned(String step, String measure, int shortfall) {
        int[] plain = IntStream.range(0, pool.size())
                .boxed()
                .sorted((a, b) -> pool.candidate(a).compareTo(pool.candidate(b)))
                .limit(list.length)
                .mapToInt(Integer::intValue)
                .toArray();
        record(step, measure, plain, list, this::matchingShare, shortfall);
    }

    private double matchingShare(int[] of) {
        return of.length == 0
                ? 0
                : (double) Arrays.stream(of).filter(pool::matches).count() / of.length;
    }

    /**
     * Chooses and orders by the gains of the re-ranker.
     *
     * @param level the requested level
     * @param history the user's own, without a basket
     */
    void rerank(Reranker reranker, CategoryLevel level, History history, Optional<VectorModel> vectors) {
        Reranking started = reranker.start(new RerankContext(pool, levels, level, history, vectors, list.length));
        int[] from = isChosen
                ? Arrays.stream(list).sorted().toArray()
                : IntStream.range(0, pool.size()).toArray();
        int[] before = list;
        list = GreedyChoice.list(pool, from, plan, started.gains());
        isChosen = true;
        record(reranker.toString(), started.measure(), before, list, started.measured(), 0);
    }

    /**
     * Applies the window rule. Leaves the list unchanged when the rule cannot be kept and a new order would break it
     * more often.
     */
    public void rerank(Window window) {
        int[] before = list;
        CategoryLevel level = levels.get(window.level());
        WindowSearch search = search(window);
        int broken = search.fill();
        int brokenBefore = broken(before, window, level);
        list = broken <= brokenBefore ? search.list() : before;
        record(
                window.toString(),
                Achievement.BROKEN_PLACES,
                before,
                list,
                of -> broken(of, window, level),
                Math.min(broken, brokenBefore));
    }

    /** False when no list from the candidates can keep the rule. */
    boolean mayKeep(Window window) {
        return search(window).mayExist();
    }

    private WindowSearch search(Window window) {
        boolean[] isListed = new boolean[pool.size()];
        Arrays.stream(list).forEach(at -> isListed[at] = true);
        int[] order = IntStream.concat(
                        Arrays.stream(list), IntStream.range(0, isListed.length).filter(at -> !isListed[at]))
                .toArray();
        return new WindowSearch(pool, order, plan, window, levels.get(window.level()));
    }

    private void record(
            String step, String measure, int[] before, int[] after, ToDoubleFunction<int[]> measured, int shortfall) {
        achievements.add(new Achievement(
                step,
                measure,
                measured.applyAsDouble(before),
                measured.applyAsDouble(after),
                pool.meanRelevance(before) - pool.meanRelevance(after),
                shortfall));
    }

    /** The number of places whose item exceeds the limit of its category in the window that ends there. */
    private int broken(int[] of, Window window, CategoryLevel level) {
        int broken = 0;
        for (int place = 0; place < of.length; place++) {
            int[] own = level.of(pool.item(of[place]));
            int same = 0;
            for (int before = Math.max(0, place - window.places() + 1); before < place; before++) {
                int[] other = level.of(pool.item(of[before]));
                same += own.length > 0 && other.length > 0 && own[0] == other[0] ? 1 : 0;
            }
            broken += same >= window.most() ? 1 : 0;
        }
        return broken;
    }
}
