package org.crossaisle.affinity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.crossaisle.Nearest;
import org.crossaisle.Progress;
import org.crossaisle.PublicApi;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.CategoryTree;
import org.crossaisle.dataset.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * A directed graph with the categories of one level as nodes and the moves of customers between them as edges. If the
 * data have purchases or reviews, only these are counted, since a view does not make a buyer; otherwise every event is.
 *
 * <p><b>Going on.</b> A customer goes on from A to B when their first event in B is later than their first in A. Two
 * first events at the same time have no order; where times are whole days, neither have two on the same day. Where
 * times are unknown, the order of the history decides.
 *
 * <p><b>Lift.</b> With n customers who went on, and e expected if the categories were independent ({@link Chance}), the
 * lift is (n + a) / (e + a / m): the mean of a Gamma posterior (DuMouchel, The American Statistician 53(3), 1999,
 * section 3) whose prior has the mean m, given by the pair of the parents ({@link Smoothing}), and the shape a, learnt
 * from all pairs ({@link PriorStrength}). So every pair has a lift, even one that was never seen. m is at most 1 / u,
 * where u is the rate by chance, so that no rate is above 1.
 *
 * <p><b>Rate.</b> (n + a) / (r + a / (m u)), where r is the number of customers who could go on: those of A who were
 * not in B before or at the same time.
 *
 * <p><b>Interval.</b> Log-normal, of the ratio of two shares, here n / n(A) and n(B, not A) / n(not A) (Katz, Baptista,
 * Azen and Pike, Biometrics 34(3), 1978), with the smoothed counts: the variance of ln(lift) is (1 - u lift) / (n + a)
 * + (1 - q) / (n(B, not A) + p(B)). It is the interval of a single pair: of a hundred intervals, about five miss the
 * true value.
 *
 * <p><b>Lag, direction, relation.</b> {@link Lag}, {@link Direction} and {@link CoOccurrence}.
 *
 * <p>Customers of A are often more active than those who never were there, and go on to all categories more often;
 * {@link CategoryNode#breadth} says how much more. A lift is a habit of customers, not a cause. Counted in one pass;
 * memory grows with the number of category pairs that some customer has. Immutable; threads may share it.
 */
@PublicApi
public final class CategoryGraph {
    private static final int SHOWN = 80; // letters of a path that a user typed

    private final CategoryLevel level;
    private final CategoryTree tree;
    private final Moves moves;
    private final Chance chance;
    private final Smoothing smoothing;
    private final double[] lifts; // [2 pairs]: forward, backward
    private final @Nullable Lag[] lags; // [2 pairs]: forward, backward
    private final int[][] followers; // [nodes][nodes that some customer went on to]
    private final List<CategoryNode> nodes;

    private CategoryGraph(Dataset data, CategoryLevel level, Progress progress) {
        this.level = level;
        tree = data.catalog().categories();
        moves = new Moves(data, level, progress);
        chance = new Chance(moves);
        smoothing = new Smoothing(moves, chance, tree, level.level());
        lags = moves.pairs.takeLags();
        lifts = new double[2 * moves.pairs.size()];
        for (int pair = 0; pair < moves.pairs.size(); pair++) {
            int low = moves.pairs.low(pair);
            int high = moves.pairs.high(pair);
            lifts[2 * pair] = smoothed(low, high, moves.pairs.directionOf(pair, true));
            lifts[2 * pair + 1] = smoothed(high, low, moves.pairs.directionOf(pair, false));
        }
        followers = followers(moves);
        nodes = nodesOf();
    }

    /**
     * Counts the moves of all users between the categories of a level.
     *
     * @throws IllegalArgumentException when the level is of another catalog
     */
    public static CategoryGraph of(Dataset data, CategoryLevel level, Progress progress) {
        return new CategoryGraph(data, level, progress);
    }

    /**
     * Counts the graphs of several levels. A level without categories of its own depth shares the graph of the previous
     * level, which would be identical. This is common in deep catalogs, where small categories are merged.
     *
     * @param levels from level 0 on
     * @return one for each level, the same object where they are identical
     */
    public static List<CategoryGraph> ofEach(Dataset data, List<CategoryLevel> levels, Progress progress) {
        List<CategoryGraph> graphs = new ArrayList<>();
        for (CategoryLevel level : levels) {
            boolean isSameAsAbove = !graphs.isEmpty() && !level.isReached();
            graphs.add(isSameAsAbove ? graphs.get(graphs.size() - 1) : of(data, level, progress));
        }
        return List.copyOf(graphs);
    }

    public CategoryLevel level() {
        return level;
    }

    /** The number of customers with a counted event in any category. */
    public int customers() {
        return moves.customers();
    }

    /** True when only purchases and reviews are counted, false when views are too. */
    public boolean ofBuyers() {
        return moves.ofBuyers;
    }

    /** The categories that an item is in at this level, the one with most customers first. */
    public List<CategoryNode> nodes() {
        return nodes;
    }

    /**
     * The category with this path; empty if it does not exist, is on another level, or is so small that it is counted
     * under its parent.
     */
    public OptionalInt category(CategoryPath path) {
        OptionalInt number = tree.number(path);
        return number.isPresent() && moves.nodes.of(number.getAsInt()) != Nodes.NONE ? number : OptionalInt.empty();
    }

    /** An error message for a path that is not a {@link #category} of this level, with the nearest path. */
    public String unknown(CategoryPath path) {
        String text = path.toString();
        List<String> all = nodes.stream()
                .map(CategoryNode::path)
                .map(CategoryPath::toString)
                .toList();
        return "there is no category \"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text)
                + "\" at level " + level.level() + " (categories of fewer than " + CategoryLevel.MINIMUM_ITEMS
                + " items are counted under their parents); nearest: " + Nearest.to(text, all);
    }

    /**
     * All statistics of going from one category to another.
     *
     * @throws IllegalArgumentException when one is not a category of this level, or both are the same
     */
    public Affinity affinity(int from, int to) {
        return affinityOfNodes(node(from), other(from, to));
    }

    /** How many customers went on from one category to another. Throws as {@link #affinity}. */
    public int customers(int from, int to) {
        return moves.pairs.direction(node(from), other(from, to)).forward();
    }

    /**
     * The smoothed lift: two look-ups if customers had both categories, a few more otherwise. Throws as {@link
     * #affinity}.
     */
    public double lift(int from, int to) {
        return liftOfNodes(node(from), other(from, to));
    }

    /** The smoothed rate, as cheap as the lift. Throws as {@link #affinity}. */
    public double rate(int from, int to) {
        int a = node(from);
        int b = other(from, to);
        return rate(a, b, moves.pairs.direction(a, b));
    }

    /**
     * The categories that customers went on to, the one with the highest lower end of the lift's interval first: strong
     * and certain moves. Categories that nobody went on to are left out.
     *
     * @param count the maximum number
     */
    public List<Affinity> outgoing(int from, int count) {
        int a = node(from);
        List<Affinity> all = new ArrayList<>();
        for (int b : followers[a]) {
            all.add(affinityOfNodes(a, b));
        }
        all.sort(BEST_FIRST);
        return List.copyOf(all.subList(0, Math.min(count, all.size())));
    }

    /** The order of {@link #outgoing}; ties by path. */
    public static final Comparator<Affinity> BEST_FIRST = Comparator.comparingDouble(
                    (Affinity affinity) -> -affinity.lift().low())
            .thenComparing(affinity -> affinity.from().toString())
            .thenComparing(affinity -> affinity.to().toString());

    private Affinity affinityOfNodes(int from, int to) {
        int pair = moves.pairs.find(from, to);
        Direction direction = moves.pairs.direction(from, to);
        Lag lag = pair == PairTable.NONE ? null : lags[at(pair, from, to)];
        CoOccurrence nothing = new CoOccurrence(0, 0, 0);
        CoOccurrence bought = pair == PairTable.NONE ? nothing : moves.pairs.bought.of(pair);
        CoOccurrence viewed = pair == PairTable.NONE ? nothing : moves.pairs.viewed.of(pair);
        return new Affinity(
                path(from),
                path(to),
                direction.forward(),
                rate(from, to, direction),
                interval(from, to, direction),
                Optional.ofNullable(lag),
                direction,
                bought,
                viewed,
                Relation.of(bought, viewed));
    }

    private CategoryPath path(int node) {
        return tree.path(moves.nodes.category(node));
    }

    private double liftOfNodes(int from, int to) {
        int pair = moves.pairs.find(from, to);
        return pair == PairTable.NONE ? smoothed(from, to, moves.pairs.direction(from, to)) : lifts[at(pair, from, to)];
    }

    private double rate(int from, int to, Direction direction) {
        int couldGoOn = moves.customersOf[from] - direction.backward() - direction.ties();
        double weight = smoothing.strength();
        double prior = mean(from, to, direction) * chance.rate(from, to, direction);
        return (direction.forward() + weight) / (couldGoOn + weight / prior);
    }

    /** m, bounded so that the rate is at most 1. */
    private double mean(int from, int to, Direction direction) {
        double expected = chance.expected(from, to, direction);
        double mean = smoothing.mean(from, to, direction.forward(), expected);
        return Math.min(mean, 1 / chance.rate(from, to, direction));
    }

    private double smoothed(int from, int to, Direction direction) {
        double weight = smoothing.strength();
        return (direction.forward() + weight)
                / (chance.expected(from, to, direction) + weight / mean(from, to, direction));
    }

    private Interval interval(int from, int to, Direction direction) {
        double lift = liftOfNodes(from, to);
        double count = direction.forward() + smoothing.strength();
        double ofThese = (1 - chance.rate(from, to, direction) * lift) / count;
        double ofOthers = (1 - chance.shareOfOthers(from, to, direction)) / chance.others(to, direction);
        return Interval.logNormal(lift, Math.sqrt(Math.max(0, ofThese) + ofOthers));
    }

    private int node(int category) {
        int node = moves.nodes.of(category);
        if (node == Nodes.NONE) {
            throw new IllegalArgumentException("category " + category + " is not on level " + level.level()
                    + ", which has " + moves.nodes.size() + " categories");
        }
        return node;
    }

    private int other(int from, int to) {
        if (from == to) {
            throw new IllegalArgumentException("category " + from + " cannot lead to itself");
        }
        return node(to);
    }

    private List<CategoryNode> nodesOf() {
        int size = moves.nodes.size();
        double[] movesFrom = new double[size];
        double[] expected = new double[size];
        double allTo = 0;
        for (int node = 0; node < size; node++) {
            allTo += chance.to(node);
        }
        for (int node = 0; node < size; node++) {
            expected[node] = chance.from(node) * (allTo - chance.to(node));
        }
        for (int pair = 0; pair < moves.pairs.size(); pair++) {
            addBreadth(moves.pairs.low(pair), moves.pairs.high(pair), movesFrom, expected);
            addBreadth(moves.pairs.high(pair), moves.pairs.low(pair), movesFrom, expected);
        }
        List<CategoryNode> all = new ArrayList<>();
        for (int node = 0; node < size; node++) {
            all.add(new CategoryNode(
                    moves.nodes.category(node),
                    path(node),
                    moves.customersOf[node],
                    moves.eventsOf[node],
                    (movesFrom[node] + 1) / (Math.max(0, expected[node]) + 1),
                    moves.months.of(node)));
        }
        all.sort(Comparator.comparingInt((CategoryNode node) -> -node.customers())
                .thenComparing(node -> node.path().toString()));
        return List.copyOf(all);
    }

    /** Replaces the product in the sum by the expectation of a pair that was seen. */
    private void addBreadth(int from, int to, double[] movesFrom, double[] expected) {
        Direction direction = moves.pairs.direction(from, to);
        movesFrom[from] += direction.forward();
        expected[from] += chance.expected(from, to, direction) - chance.from(from) * chance.to(to);
    }

    private static int[][] followers(Moves moves) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int node = 0; node < moves.nodes.size(); node++) {
            lists.add(new ArrayList<>());
        }
        for (int pair = 0; pair < moves.pairs.size(); pair++) {
            if (moves.pairs.forward[pair] > 0) {
                lists.get(moves.pairs.low(pair)).add(moves.pairs.high(pair));
            }
            if (moves.pairs.backward[pair] > 0) {
                lists.get(moves.pairs.high(pair)).add(moves.pairs.low(pair));
            }
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static int at(int pair, int from, int to) {
        return 2 * pair + (from < to ? 0 : 1);
    }
}
