package org.crossaisle.model.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class CategoryTransitionsTest {
    /** Items 0 and 1 in A>x and A>y, 2 in B>z: categories A>x, A>y, B>z are 0, 1, 2. */
    private static final Catalog CATALOG =
            new Catalog(List.of(Item.of("a", "a", "A>x"), Item.of("b", "b", "A>y"), Item.of("c", "c", "B>z")));

    private static Dataset data(int[]... histories) {
        DatasetBuilder builder = new DatasetBuilder(CATALOG);
        for (int[] history : histories) {
            builder.startUser();
            for (int item : history) {
                builder.add(item, History.NO_TIME, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    private static BitSet everything() {
        BitSet all = new BitSet();
        all.set(0, CATALOG.size());
        return all;
    }

    private static CategoryTransitions of(Dataset data) {
        return CategoryTransitions.of(
                data, new CategoryNumbers(CATALOG, new CategoryLevel(CATALOG, 1, everything(), 1)));
    }

    @Test
    void oneUser_isCountedByAge_andSmoothedByTheTree() {
        CategoryTransitions counted = of(data(new int[] {0, 1, 2, 0}));
        // Shares of all four, one more each: (2 + 1) / 7, 2 / 7, 2 / 7.
        assertThat(Math.exp(counted.shares()[0])).isCloseTo(3.0 / 7, within(1e-6));
        // After A>x: A>y once at age 1, B>z once at age 2 (.7), A>x once at age 3 (.49): 2.19 in all.
        // After A>y: B>z 1, A>x .7. After A, which has both: A>x 1.19, A>y 1, B>z 1.7 of 3.89.
        double afterA = (1.7 + 20 * 2.0 / 7) / (3.89 + 20);
        assertThat(Math.exp(counted.next(0)[2])).isCloseTo((0.7 + 20 * afterA) / (2.19 + 20), within(1e-6));
        double sum = 0;
        for (float logarithm : counted.next(0)) {
            sum += Math.exp(logarithm);
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    @Test
    void onlyWhatIsNewToTheUser_counts_asAnOpening() {
        CategoryTransitions counted = of(data(new int[] {0, 1, 0, 1, 0, 1, 0, 1}));
        // A>y is opened once, after one A>x; A>x never: its row holds shares of openings of 1 + 1 and 0 + 1.
        assertThat(counted.opened(0)[1]).isGreaterThan(counted.opened(0)[0]);
        double root = 1.0 / 4; // of A>x: no opening, one added to each of three
        double ofA = 20 * root / 21; // one opening was met after A
        assertThat(Math.exp(counted.opened(0)[0])).isCloseTo(20 * ofA / 21, within(1e-6));
    }

    @Test
    void categoryNobodyMet_hasWhatItsParentSays() {
        CategoryTransitions counted = of(data(new int[] {0, 2, 0, 2}, new int[] {0, 0}));
        // A>y was never met, so that all it says comes from A, of which A>x is the only one met.
        assertThat(counted.next(1)[2]).isLessThan(counted.next(0)[2]).isGreaterThan(counted.shares()[2]);
    }

    @Test
    void stateReadBack_saysTheSame() {
        CategoryTransitions counted = of(data(new int[] {0, 1, 2, 0}));
        CategoryTransitions again = CategoryTransitions.load(counted.state());
        assertThat(again.next(1)).containsExactly(counted.next(1));
        assertThat(again.opened(1)).containsExactly(counted.opened(1));
        assertThat(again.shares()).containsExactly(counted.shares());
    }
}
