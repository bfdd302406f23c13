package org.crossaisle.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.VectorModel;
import org.crossaisle.retrieve.Candidate;
import org.crossaisle.retrieve.ExactIndex;
import org.crossaisle.retrieve.ExactRetriever;
import org.crossaisle.retrieve.Parted;
import org.crossaisle.retrieve.Retriever;

/**
 * Answers queries with lists: candidates from a retriever, as far across categories as was asked. As long as any item is
 * allowed no list is empty: an empty history gets what is popular, and a scope with too few items is filled from outside.
 *
 * <p>Threads may share it.
 */
public final class Recommender {
    private final Retriever retriever;
    private final List<CategoryLevel> levels;
    private final int[] counts; // [items]
    private final int defaultLevel;
    private final PopularItems popular;

    /**
     * @param levels the category levels a list can be asked for, from level 0 on, at least one
     * @param counts how often each item was chosen in training: [items]
     */
    public Recommender(Retriever retriever, List<CategoryLevel> levels, int[] counts) {
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("a recommender needs at least category level 0");
        }
        this.retriever = retriever;
        this.levels = List.copyOf(levels);
        this.counts = counts.clone();
        defaultLevel = firstDivided(levels, counts.length);
        popular = new PopularItems(levels.get(defaultLevel), counts);
    }

    /** Searches a model exactly, with the popularity and the category levels of the data it was fitted on. */
    public static Recommender of(Model model, Dataset data) {
        Catalog catalog = data.catalog();
        BitSet known = data.knownItems();
        List<CategoryLevel> levels = IntStream.range(
                        0, Math.max(1, catalog.categories().levels()))
                .mapToObj(level -> new CategoryLevel(catalog, level, known, CategoryLevel.MINIMUM_ITEMS))
                .toList();
        Retriever retriever =
                model instanceof VectorModel vectors ? new ExactIndex(vectors, catalog) : new ExactRetriever(model);
        return new Recommender(retriever, levels, data.itemCounts());
    }

    /** The category levels a list can be asked for, from level 0 on. */
    public List<CategoryLevel> levels() {
        return levels;
    }

    /** The first level at which items lie in more than one category, or 0: departments, in a shop with several. */
    public int defaultLevel() {
        return defaultLevel;
    }

    /**
     * A list for the query.
     *
     * @throws IllegalArgumentException when there is no such level
     */
    public Recommendations recommend(Query query, Crossing crossing) {
        if (crossing.level() >= levels.size()) {
            throw new IllegalArgumentException(
                    "level is " + crossing.level() + ", must be below the " + levels.size() + " levels there are");
        }
        return query.history().isEmpty() ? popular(query, crossing) : modelled(query, crossing);
    }

    private Recommendations popular(Query query, Crossing crossing) {
        int[] items = popular.list(query.count(), query.allowed());
        List<Recommendation> list = IntStream.range(0, items.length)
                .mapToObj(at -> new Recommendation(at + 1, items[at], counts[items[at]], false))
                .toList();
        int outside = crossing.scope() == Scope.ANY ? 0 : list.size();
        return new Recommendations(list, Basis.POPULAR_FOR_NEW_USER, crossing, OptionalDouble.empty(), 0, outside);
    }

    private Recommendations modelled(Query query, Crossing crossing) {
        CategoryLevel level = levels.get(crossing.level());
        BitSet seen = query.history().categories(level);
        IntPredicate isNew = item -> level.isNew(item, seen);
        IntPredicate isInScope = switch (crossing.scope()) {
            case ANY -> item -> true;
            case CROSS -> isNew;
            case WITHIN -> item -> level.of(item).length > 0 && !level.isNew(item, seen);
        };
        List<Candidate> best = crossing.share().isPresent()
                ? CrossingReranker.merge(
                        retriever.retrieve(query, query.count(), isNew),
                        crossing.share().getAsDouble(),
                        query.count())
                : filled(query, crossing.scope(), isInScope);
        List<Recommendation> list = IntStream.range(0, best.size())
                .mapToObj(at -> place(at + 1, best.get(at), isNew))
                .toList();
        int crossed = (int) list.stream().filter(Recommendation::isNewCategory).count();
        int shortfall = crossing.share().isEmpty()
                ? 0
                : CrossingReranker.places(crossing.share().getAsDouble(), list.size()) - crossed;
        return new Recommendations(
                list,
                Basis.MODEL,
                crossing,
                list.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) crossed / list.size()),
                shortfall,
                (int) best.stream()
                        .filter(candidate -> !isInScope.test(candidate.item()))
                        .count());
    }

    private static Recommendation place(int rank, Candidate candidate, IntPredicate isNew) {
        return new Recommendation(rank, candidate.item(), candidate.score(), isNew.test(candidate.item()));
    }

    private List<Candidate> filled(Query query, Scope scope, IntPredicate isInScope) {
        if (scope == Scope.ANY) {
            return retriever.retrieve(query, query.count());
        }
        Parted parted = retriever.retrieve(query, query.count(), isInScope);
        List<Candidate> list = new ArrayList<>(parted.matching());
        int missing = Math.min(query.count() - list.size(), parted.others().size());
        list.addAll(parted.others().subList(0, missing));
        return list;
    }

    private static int firstDivided(List<CategoryLevel> levels, int items) {
        for (CategoryLevel level : levels) {
            long categories = IntStream.range(0, items)
                    .flatMap(item -> IntStream.of(level.of(item)))
                    .distinct()
                    .limit(2)
                    .count();
            if (categories > 1) {
                return level.level();
            }
        }
        return 0;
    }
}
