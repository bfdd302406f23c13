package org.crossaisle.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.crossaisle.Progress;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.CategoryTree;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.model.Shops;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SmoothingTest {
    /**
     * 10 customers go from A>1 to B>1; 4 are in A>2 only and 4 in B>2 only. Nobody goes from A>2 to B>2, but what do A
     * and B say? N = 18, w = 1. Of the other pairs of A and B, (A>1, B>1) has p = 10.5 / 19, q = p / 9, e = 10 q / 2 =
     * .307018 and 10 who went on; (A>1, B>2) p = 4.5 / 19, q = (4 + p) / 9, e = 2.353801; (A>2, B>1) q = (10 + 10.5 /
     * 19) / 15, e = 4 q / 2 = 1.407018. So m = (10 + 1) / (4.067836 + 1 / 1) = 2.170552. Of the pair itself q = (4 +
     * 4.5 / 19) / 15, e = 4 q / 2 = .564912: its lift is (0 + 1) / (.564912 + 1 / m) = .975016, its rate 1 / (4 + 1 /
     * (m q / 2)) = .137700.
     */
    @Test
    void pairNobodyEverWent_isBelievedToBeAsItsParentsSay() {
        Affinity affinity = neverGone("A>", "B>", 1);
        assertThat(affinity.customers()).isZero();
        assertThat(affinity.lift().value()).isCloseTo(0.975016, within(1e-6));
        assertThat(affinity.rate()).isCloseTo(0.137700, within(1e-6));
    }

    /**
     * The same one level deeper. A and B say m = 2.170552 as above, and A>x and B>y, which hold the same pairs, (10 +
     * 1) / (4.067836 + 1 / m) = 2.429034. So the lift is 1 / (.564912 + 1 / 2.429034) = 1.023962.
     */
    @Test
    void parentsAreBelieved_asFarAsGrandparentsLetThem() {
        assertThat(neverGone("A>x>", "B>y>", 2).lift().value()).isCloseTo(1.023962, within(2e-6));
    }

    private static Affinity neverGone(String a, String b, int level) {
        Catalog catalog = new Catalog(List.of(
                Item.of("a1", "", a + 1),
                Item.of("a2", "", a + 2),
                Item.of("b1", "", b + 1),
                Item.of("b2", "", b + 2)));
        DatasetBuilder builder = new DatasetBuilder(catalog);
        for (int user = 0; user < 18; user++) {
            builder.startUser();
            for (int item : user < 10 ? new int[] {0, 2} : user < 14 ? new int[] {1} : new int[] {3}) {
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        Dataset data = builder.build();
        CategoryGraph graph =
                CategoryGraph.of(data, new CategoryLevel(catalog, level, data.knownItems(), 1), Progress.SILENT);
        return graph.affinity(
                graph.category(CategoryPath.parse(a + 2)).orElseThrow(),
                graph.category(CategoryPath.parse(b + 2)).orElseThrow());
    }

    /** The sums of products against plain sums over all pairs of nodes. */
    @RepeatedTest(20)
    void means_areThoseOfPlainSums(RepetitionInfo repetition) {
        Dataset data = Shops.random(repetition.getCurrentRepetition(), 60, 40);
        CategoryLevel level = new CategoryLevel(data.catalog(), 1, data.knownItems(), 1);
        CategoryTree tree = data.catalog().categories();
        Moves moves = new Moves(data, level, Progress.SILENT);
        Chance chance = new Chance(moves);
        Smoothing smoothing = new Smoothing(moves, chance, tree, 1);
        PooledMoves pool = new PooledMoves(departments(moves.nodes, tree), chance);
        double shape = smoothing.strengthAt(0);
        int compared = 0;
        for (int from = 0; from < moves.nodes.size(); from++) {
            for (int to = 0; to < moves.nodes.size(); to++) {
                if (from != to) {
                    double[] plain = plain(moves, chance, pool, from, to);
                    Direction direction = moves.pairs.direction(from, to);
                    double expected = chance.expected(from, to, direction);
                    assertThat(smoothing.mean(from, to, direction.forward(), expected))
                            .isCloseTo((plain[0] + shape) / (plain[1] + shape), within(1e-9));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static int[] departments(Nodes nodes, CategoryTree tree) {
        int[] groups = new int[nodes.size()];
        for (int node = 0; node < groups.length; node++) {
            groups[node] = tree.path(nodes.category(node)).department().charAt(0) - 'A';
        }
        return groups;
    }

    /** Who went on and who would by chance, over all other pairs of the two departments. */
    private static double[] plain(Moves moves, Chance chance, PooledMoves pool, int from, int to) {
        double[] sums = new double[2];
        for (int a = 0; a < moves.nodes.size(); a++) {
            for (int b = 0; b < moves.nodes.size(); b++) {
                boolean counts = a != b && !(a == from && b == to);
                if (counts && pool.group(a) == pool.group(from) && pool.group(b) == pool.group(to)) {
                    Direction direction = moves.pairs.direction(a, b);
                    sums[0] += direction.forward();
                    sums[1] += chance.expected(a, b, direction);
                }
            }
        }
        return sums;
    }
}
