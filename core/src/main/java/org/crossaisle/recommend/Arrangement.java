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
import org.crossaisle.recommend.rerank.Achievement.Measure;
import org.crossaisle.recommend.rerank.Calibrated;
import org.crossaisle.recommend.rerank.CandidatePool;
import org.crossaisle.recommend.rerank.CategoryMixture;
import org.crossaisle.recommend.rerank.CategorySimilarities;
import org.crossaisle.recommend.rerank.Dpp;
import org.crossaisle.recommend.rerank.DppGains;
import org.crossaisle.recommend.rerank.GreedyChoice;
import org.crossaisle.recommend.rerank.Mmr;
import org.crossaisle.recommend.rerank.MmrGains;
import org.crossaisle.recommend.rerank.PlacePlan;
import org.crossaisle.recommend.rerank.Similarities;
import org.crossaisle.recommend.rerank.Similarity;
import org.crossaisle.recommend.rerank.VectorSimilarities;
import org.crossaisle.recommend.rerank.Window;
import org.crossaisle.recommend.rerank.WindowSearch;
import org.crossaisle.retrieve.Candidate;

/** A list under way from the scores to its last step, with what each step reached and cost. For one list. */
public final class Arrangement {
    private final CandidatePool pool;
    private final PlacePlan plan;
    private final List<CategoryLevel> levels;
    private final List<Achievement> achievements = new ArrayList<>();
    private int[] list;
    private boolean isChosen; // a re-ranker has chosen from all candidates

    /** Begins with the most valued candidates that the plan admits. */
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
     * Writes down what the plan was for.
     *
     * @param measure the share of the list of which {@code CandidatePool.matches} is true
     */
    void planned(String step, Measure measure, int shortfall) {
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

    /** Chooses and orders so that the list has the categories of a history. */
    public void rerank(Calibrated calibrated, History history, CategoryLevel level) {
        CategoryMixture mixture = new CategoryMixture(history, level, pool, calibrated.weight(), list.length);
        choose(calibrated.toString(), Measure.DIVERGENCE, mixture, mixture::divergence);
    }

    public void rerank(Mmr mmr, Optional<VectorModel> vectors) {
        Similarities similarities = similarities(mmr.similarity(), vectors);
        choose(
                mmr.toString(),
                Measure.MEAN_DISTANCE,
                new MmrGains(pool, similarities, mmr.weight()),
                similarities::meanDistance);
    }

    public void rerank(Dpp dpp, Optional<VectorModel> vectors) {
        Similarities similarities = similarities(dpp.similarity(), vectors);
        choose(
                dpp.toString(),
                Measure.LOG_DETERMINANT,
                new DppGains(pool, similarities, dpp.weight(), list.length),
                similarities::logDeterminant);
    }

    /** Leaves the list as it is where the rule cannot be kept and breaking it anew would break it more often. */
    public void rerank(Window window) {
        int[] before = list;
        CategoryLevel level = levels.get(window.level());
        WindowSearch search = search(window);
        int broken = search.fill();
        int brokenBefore = broken(before, window, level);
        list = broken <= brokenBefore ? search.list() : before;
        record(
                window.toString(),
                Measure.BROKEN_PLACES,
                before,
                list,
                of -> broken(of, window, level),
                Math.min(broken, brokenBefore));
    }

    /** False when the candidates surely give no list that keeps the rule. */
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

    private Similarities similarities(Similarity similarity, Optional<VectorModel> vectors) {
        return similarity == Similarity.VECTORS
                ? new VectorSimilarities(pool, vectors.orElseThrow())
                : new CategorySimilarities(pool, levels);
    }

    private void choose(String step, Measure measure, GreedyChoice.Gains gains, ToDoubleFunction<int[]> measured) {
        int[] from = isChosen
                ? Arrays.stream(list).sorted().toArray()
                : IntStream.range(0, pool.size()).toArray();
        int[] before = list;
        list = GreedyChoice.list(pool, from, plan, gains);
        isChosen = true;
        record(step, measure, before, list, measured, 0);
    }

    private void record(
            String step, Measure measure, int[] before, int[] after, ToDoubleFunction<int[]> measured, int shortfall) {
        achievements.add(new Achievement(
                step,
                measure,
                measured.applyAsDouble(before),
                measured.applyAsDouble(after),
                pool.meanRelevance(before) - pool.meanRelevance(after),
                shortfall));
    }

    /** How many places hold an item of a category that had its number in the window that ends there. */
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
