package org.crossaisle.recommend.category;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.crossaisle.Bounds;
import org.crossaisle.PublicApi;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.affinity.CategoryNode;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Query;
import org.crossaisle.recommend.crossing.PerLevel;
import org.crossaisle.recommend.crossing.Propensity;

/**
 * Answers queries with categories new to the user: from the model if it predicts categories of the level or of one
 * below it, else from the graph by the highest rate from any known category. The rates are correlated: combining them
 * as if they were independent would give almost 1 for every category after a long history. Threads may share it.
 */
@PublicApi
public final class CategoryRecommender {
    private static final int MINIMUM_CUSTOMERS = 5;

    private final List<CategoryGraph> graphs;
    private final PerLevel<Optional<CategoryModel>> models;
    private final PerLevel<Propensity> propensities;

    /** @param models category models by level; empty when no model predicts the categories of the level */
    public CategoryRecommender(
            List<CategoryGraph> graphs,
            IntFunction<Optional<CategoryModel>> models,
            PerLevel<Propensity> propensities) {
        this.graphs = List.copyOf(graphs);
        this.models = new PerLevel<>(models);
        this.propensities = propensities;
    }

    /**
     * Categories for a user.
     *
     * @param query its count is the number of categories, its history that of the user
     * @throws IllegalArgumentException when there is no such level
     */
    public CategoryRecommendations recommend(Query query, int level) {
        Bounds.inRange("level", level, 0, graphs.size() - 1);
        CategoryGraph graph = graphs.get(level);
        BitSet seen = query.history().categories(graph.level());
        if (query.history().isEmpty()) {
            double customers = Math.max(1, graph.customers());
            return answer(
                    query,
                    graph,
                    seen,
                    CategoryRecommendations.Basis.POPULAR,
                    node -> graph.nodes().get(node).customers() / customers);
        }
        Optional<CategoryModel> model = models.of(level);
        if (model.isPresent()) {
            double[] byCategory = probabilities(model.get(), query, graph);
            return answer(
                    query,
                    graph,
                    seen,
                    CategoryRecommendations.Basis.MODEL,
                    node -> byCategory[graph.nodes().get(node).category()]);
        }
        return answer(
                query,
                graph,
                seen,
                CategoryRecommendations.Basis.GRAPH,
                node -> greatestRate(graph, seen, graph.nodes().get(node).category()));
    }

    /** Returns probabilities by tree number. */
    private static double[] probabilities(CategoryModel model, Query query, CategoryGraph graph) {
        int[] categories = model.categories();
        float[] probabilities = new float[categories.length];
        model.categories(query, probabilities);
        double[] byCategory = new double[graph.level().size()];
        for (int at = 0; at < categories.length; at++) {
            byCategory[categories[at]] = probabilities[at];
        }
        return byCategory;
    }

    private static double greatestRate(CategoryGraph graph, BitSet seen, int to) {
        return seen.stream()
                .filter(from -> from != to)
                .mapToDouble(from -> graph.rate(from, to))
                .max()
                .orElse(0);
    }

    private CategoryRecommendations answer(
            Query query,
            CategoryGraph graph,
            BitSet seen,
            CategoryRecommendations.Basis basis,
            IntToDoubleFunction probability) {
        List<CategoryNode> nodes = graph.nodes();
        double[] byCategory =
                IntStream.range(0, nodes.size()).mapToDouble(probability).toArray();
        List<Integer> best = IntStream.range(0, nodes.size())
                .filter(node -> !seen.get(nodes.get(node).category()))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer node) -> -byCategory[node])
                        .thenComparing(node -> nodes.get(node).path().toString()))
                .limit(query.count())
                .toList();
        return new CategoryRecommendations(
                IntStream.range(0, best.size())
                        .mapToObj(at -> {
                            CategoryNode node = nodes.get(best.get(at));
                            return new CategoryRecommendation(
                                    at + 1,
                                    node.category(),
                                    node.path(),
                                    byCategory[best.get(at)],
                                    because(graph, seen, node.category()));
                        })
                        .toList(),
                basis,
                graph.level().level(),
                query.history().isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                propensities.of(graph.level().level()).of(query)));
    }

    private static Optional<Affinity> because(CategoryGraph graph, BitSet seen, int to) {
        return seen.stream()
                .filter(from -> graph.customers(from, to) >= MINIMUM_CUSTOMERS)
                .mapToObj(from -> graph.affinity(from, to))
                .filter(move -> move.lift().low() > 1)
                .min(CategoryGraph.BEST_FIRST);
    }
}
