package org.crossaisle.recommend.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.recommend.Arrangement;
import org.junit.jupiter.api.Test;

class WindowSearchTest {
    private record Case(CandidatePool pool, PlacePlan plan, Window window, CategoryLevel level) {
        WindowSearch search() {
            return new WindowSearch(pool, IntStream.range(0, pool.size()).toArray(), plan, window, level);
        }

        /** Random categories, some items without one; about half of the cases have a share. */
        static Case random(Random random, int most) {
            int size = 1 + random.nextInt(most);
            int categories = 1 + random.nextInt(4);
            String[] paths = new String[size];
            boolean[] matches = new boolean[size];
            for (int item = 0; item < size; item++) {
                paths[item] = random.nextInt(12) == 0
                        ? ""
                        : "ABCD".charAt((int) (categories * Math.pow(random.nextDouble(), 1.5))) + "";
                matches[item] = random.nextInt(3) == 0;
            }
            Catalog catalog = CandidatePools.catalog(paths);
            CandidatePool pool = CandidatePools.falling(size, item -> matches[item]);
            int count = 1 + random.nextInt(size);
            PlacePlan plan = random.nextBoolean()
                    ? PlacePlan.open(pool, count)
                    : PlacePlan.spread(pool, count, random.nextInt(count + 1));
            int places = 1 + random.nextInt(5);
            Window window = new Window(1 + random.nextInt(places), places, 0);
            return new Case(pool, plan, window, CandidatePools.level(catalog, 0));
        }

        boolean keeps(int[] list, int size) {
            for (int place = 0; place < size; place++) {
                int[] own = level.of(pool.item(list[place]));
                int same = 1;
                for (int before = Math.max(0, place - window.places() + 1); before < place; before++) {
                    same += own.length > 0 && Arrays.equals(own, level.of(pool.item(list[before]))) ? 1 : 0;
                }
                if (same > window.most()) {
                    return false;
                }
            }
            return true;
        }

        /** The first list in dictionary order that keeps rule and numbers, by trying all. */
        Optional<int[]> byTryingAll() {
            int[] list = new int[plan.size()];
            return tryAll(0, list, new boolean[pool.size()], plan.isDivided() ? plan.matching() : 0)
                    ? Optional.of(list)
                    : Optional.empty();
        }

        private boolean tryAll(int place, int[] list, boolean[] used, int matchingLeft) {
            if (place == list.length) {
                return true;
            }
            for (boolean planned : new boolean[] {true, false}) {
                for (int item = 0; item < used.length; item++) {
                    boolean matches = plan.isDivided() && pool.matches(item);
                    boolean fits =
                            !plan.isDivided() || (matches ? matchingLeft > 0 : list.length - place > matchingLeft);
                    if (!used[item] && fits && plan.admits(place, matches) == planned) {
                        list[place] = item;
                        used[item] = true;
                        if (keeps(list, place + 1) && tryAll(place + 1, list, used, matchingLeft - (matches ? 1 : 0))) {
                            return true;
                        }
                        used[item] = false;
                    }
                }
            }
            return false;
        }
    }

    @Test
    void smallLists_areThoseThatTryingAllFinds() {
        Random random = new Random(7);
        int kept = 0;
        int impossible = 0;
        for (int each = 0; each < 4_000; each++) {
            Case small = Case.random(random, 9);
            WindowSearch search = small.search();
            int broken = search.fill();
            Optional<int[]> expected = small.byTryingAll();
            assertThat(broken == 0).as("case %d", each).isEqualTo(expected.isPresent());
            assertThat(search.steps()).as("steps of case %d", each).isLessThan(200);
            if (expected.isPresent()) {
                assertThat(search.list()).as("case %d", each).isEqualTo(expected.get());
                kept++;
            } else {
                impossible++;
            }
        }
        assertThat(kept).isGreaterThan(1_000);
        assertThat(impossible).isGreaterThan(400);
    }

    @Test
    void listsOfFifty_areSearchedWithoutGivingUp() {
        Random random = new Random(8);
        int kept = 0;
        int most = 0;
        for (int each = 0; each < 1_000; each++) {
            Case large = Case.random(random, 50);
            WindowSearch search = large.search();
            int broken = search.fill();
            most = Math.max(most, search.steps());
            if (broken == 0) {
                assertThat(large.keeps(search.list(), large.plan().size())).isTrue();
                kept++;
            }
        }
        assertThat(kept).isGreaterThan(200);
        assertThat(most).as("steps").isLessThan(200);
    }

    @Test
    void ruleThatCannotBeKept_isBrokenAsRarelyAsTheItemsAllow() {
        Catalog catalog = CandidatePools.catalog("A", "A", "A", "A", "B"); // A B A, and then nothing but A
        CandidatePool pool = CandidatePools.falling(5, item -> false);
        Case five = new Case(pool, PlacePlan.open(pool, 5), new Window(1, 2, 0), CandidatePools.level(catalog, 0));
        WindowSearch search = five.search();
        assertThat(search.fill()).isEqualTo(2);
        assertThat(search.list()).containsExactly(0, 4, 1, 2, 3);
    }

    @Test
    void ruleThatCannotBeKept_isNeverBrokenMoreOftenThanBefore() {
        Random random = new Random(10);
        int impossible = 0;
        for (int each = 0; each < 3_000; each++) {
            Case any = Case.random(random, 12);
            Arrangement arrangement = new Arrangement(any.pool(), any.plan(), List.of(any.level()));
            arrangement.rerank(any.window());
            Achievement step = arrangement.achievements().get(0);
            assertThat(step.after()).as("case %d", each).isLessThanOrEqualTo(step.before());
            assertThat((double) step.shortfall()).isEqualTo(step.after());
            impossible += step.after() > 0 ? 1 : 0;
        }
        assertThat(impossible).isGreaterThan(200);
    }

    @Test
    void plannedPlaces_giveWayBeforeTheShareDoes() {
        // Two of four places are for C; both items of it lie beside each other in an even spread of a window of three.
        Catalog catalog = CandidatePools.catalog("A", "B", "A", "B", "C", "C");
        CandidatePool pool = CandidatePools.falling(6, item -> item >= 4);
        PlacePlan plan = PlacePlan.spread(pool, 4, 2); // places 2 and 4 by plan, which are two apart
        WindowSearch search = new Case(pool, plan, new Window(1, 3, 0), CandidatePools.level(catalog, 0)).search();
        assertThat(search.fill()).isZero();
        assertThat(search.list()).containsExactly(4, 0, 1, 5);
    }

    @Test
    void windowOfNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(0, 3, 0))
                .withMessageContaining("0 in 3");
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(4, 3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(1, 3, -1));
    }
}
