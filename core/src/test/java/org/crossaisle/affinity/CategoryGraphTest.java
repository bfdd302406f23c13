package org.crossaisle.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.junit.jupiter.api.Test;

class CategoryGraphTest {
    private static final long DAY = 86_400;
    private final Catalog catalog = new Catalog(List.of(
            Item.of("shoe", "", "Trail Shoes"),
            Item.of("bottle", "", "Hydration"),
            Item.of("book", "", "Books"),
            Item.of("hat", "", "Hats"), // nobody buys one
            Item.of("thing", ""))); // in no category

    private final DatasetBuilder builder = new DatasetBuilder(catalog);

    /** Purchases in the order of their days. */
    private void customer(int... itemsAndDays) {
        builder.startUser();
        for (int at = 0; at < itemsAndDays.length; at += 2) {
            builder.add(itemsAndDays[at], itemsAndDays[at + 1] * DAY, Action.PURCHASE);
        }
    }

    private static CategoryGraph graph(Dataset data, int level) {
        return CategoryGraph.of(data, new CategoryLevel(data.catalog(), level, data.knownItems(), 1), Progress.SILENT);
    }

    private static int category(CategoryGraph graph, String path) {
        return graph.category(CategoryPath.parse(path)).orElseThrow();
    }

    private static Affinity affinity(CategoryGraph graph, String from, String to) {
        return graph.affinity(category(graph, from), category(graph, to));
    }

    /**
     * 20 buy a shoe: 12 of them a bottle later (9 days, one 1 day), 2 had one before; 40 buy a book, 4 of them a
     * bottle.
     */
    private CategoryGraph shop() {
        for (int user = 0; user < 60; user++) {
            if (user < 12) {
                customer(0, 0, 1, user == 0 ? 1 : 9);
            } else if (user < 14) {
                customer(1, 0, 0, 5);
            } else if (user < 20) {
                customer(0, 0, 0, 3);
            } else if (user < 24) {
                customer(2, 0, 1, 3);
            } else {
                customer(2, 0);
            }
        }
        return graph(builder.build(), 0);
    }

    /**
     * N = 60, n(shoe) = 20, n(bottle) = 18, 14 have both, all in a known order, so w = 1. p = 18.5 / 61 = .303279; q =
     * (4 + p) / 41 = .104958; u = q / 2 = .052479; e = 20 u = 1.049580. With m = 1 and a = 1 the lift is 13 / (e + 1) =
     * 6.342762; r = 18, so the rate is 13 / (18 + 1 / u) = .350828. The variance of its logarithm is (1 - u 6.342762) /
     * 13 + (1 - q) / (4 + p) = .051318 + .207991, its root .509224, exp(1.959964 * .509224) = 2.712992.
     */
    @Test
    void moveWorkedByHand_hasItsRateLiftAndInterval() {
        Affinity affinity = affinity(shop(), "Trail Shoes", "Hydration");
        assertThat(affinity.customers()).isEqualTo(12);
        assertThat(affinity.lift().value()).isCloseTo(6.342762, within(1e-6));
        assertThat(affinity.rate()).isCloseTo(0.350828, within(1e-6));
        assertThat(affinity.lift().low()).isCloseTo(2.337902, within(1e-5));
        assertThat(affinity.lift().high()).isCloseTo(17.208010, within(1e-5));
        assertThat(affinity.lag()).hasValue(new Lag(9, 9, 9));
        assertThat(affinity.direction()).isEqualTo(new Direction(12, 2, 0));
    }

    @Test
    void bothWays_areOnePairSeenFromEachEnd() {
        CategoryGraph graph = shop();
        assertThat(affinity(graph, "Hydration", "Trail Shoes").direction()).isEqualTo(new Direction(2, 12, 0));
        assertThat(affinity(graph, "Hydration", "Trail Shoes").lag()).hasValue(new Lag(5, 5, 5));
        assertThat(graph.outgoing(category(graph, "Hydration"), 9))
                .extracting(affinity -> affinity.to().toString())
                .containsExactly("Trail Shoes"); // none goes on to books
        assertThat(graph.outgoing(category(graph, "Books"), 0)).isEmpty();
    }

    @Test
    void nodes_haveTheirCustomersAndEvents_theLargestFirst() {
        CategoryGraph graph = shop();
        assertThat(graph.customers()).isEqualTo(60);
        assertThat(graph.nodes())
                .extracting(node -> node.path() + " " + node.customers() + " " + node.events())
                .containsExactly("Books 40 40", "Trail Shoes 20 26", "Hydration 18 18", "Hats 0 0");
        assertThat(graph.nodes())
                .allSatisfy(node -> assertThat(node.seasonality()).isEmpty()); // nine days are no year
    }

    /** What nobody could do has finite figures of which nothing is sure. */
    @Test
    void categoryWithoutCustomers_isAnOrdinaryNode() {
        CategoryGraph graph = shop();
        for (String[] ends : new String[][] {{"Hats", "Books"}, {"Books", "Hats"}}) {
            Affinity affinity = affinity(graph, ends[0], ends[1]);
            assertThat(affinity.customers()).isZero();
            assertThat(affinity.lift().value()).isPositive().isLessThanOrEqualTo(1);
            assertThat(affinity.lift().high()).isGreaterThan(1).isFinite();
            assertThat(affinity.rate()).isPositive().isLessThan(1);
            assertThat(affinity.lag()).isEmpty();
            assertThat(affinity.relation()).isEqualTo(Relation.UNKNOWN);
        }
    }

    @Test
    void cheapFigures_areThoseOfTheAffinity() {
        CategoryGraph graph = shop();
        int compared = 0;
        for (CategoryNode from : graph.nodes()) {
            for (CategoryNode to : graph.nodes()) {
                if (from.category() != to.category()) {
                    Affinity affinity = graph.affinity(from.category(), to.category());
                    assertThat(graph.lift(from.category(), to.category()))
                            .isEqualTo(affinity.lift().value());
                    assertThat(graph.rate(from.category(), to.category())).isEqualTo(affinity.rate());
                    assertThat(graph.customers(from.category(), to.category())).isEqualTo(affinity.customers());
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(12);
    }

    /** Shoe and bottle on one day, in the order of the file: nobody knows which came first. */
    @Test
    void firstsOnOneDay_haveNoDirection() {
        for (int user = 0; user < 10; user++) {
            customer(0, user, 1, user);
        }
        customer(0, 3, 1, 4);
        assertThat(affinity(graph(builder.build(), 0), "Trail Shoes", "Hydration")
                        .direction())
                .isEqualTo(new Direction(1, 0, 10));
    }

    @Test
    void withoutTimes_theOrderOfTheHistoryDecides_andThereIsNoLag() {
        builder.startUser();
        for (int item : new int[] {0, 1, 4}) {
            builder.add(item, History.NO_TIME, Action.PURCHASE);
        }
        builder.startUser(); // an empty history
        builder.startUser();
        builder.add(1, History.NO_TIME, Action.PURCHASE);
        builder.add(0, 5 * DAY, Action.PURCHASE);
        CategoryGraph graph = graph(builder.build(), 0);
        Affinity affinity = affinity(graph, "Trail Shoes", "Hydration");
        assertThat(affinity.direction()).isEqualTo(new Direction(1, 1, 0));
        assertThat(affinity.lag()).isEmpty();
        assertThat(affinity(graph, "Hydration", "Trail Shoes").lag()).isEmpty(); // one of its two times is missing
        assertThat(affinity.relation()).isEqualTo(Relation.UNKNOWN);
        assertThat(graph.customers()).isEqualTo(2);
        assertThat(graph.nodes())
                .allSatisfy(node -> assertThat(node.seasonality()).isEmpty());
    }

    /** Every year 30 customers buy shoes in May and 30 books in October; both buy bottles in any month. */
    @Test
    void twoYears_showTheMonths() {
        for (int year = 2024; year <= 2025; year++) {
            for (int user = 0; user < 60; user++) {
                int[] days = new int[] {day(year, user % 12 + 1), day(year, user < 30 ? 5 : 10)};
                int thing = user < 30 ? 0 : 2;
                if (days[0] <= days[1]) {
                    customer(1, days[0], thing, days[1], thing, days[1]);
                } else {
                    customer(thing, days[1], thing, days[1], 1, days[0]);
                }
            }
        }
        CategoryGraph graph = graph(builder.build(), 0);
        List<String> seasons = new ArrayList<>();
        for (CategoryNode node : graph.nodes()) {
            node.seasonality()
                    .ifPresent(
                            season -> seasons.add(node.path() + " " + season.peakMonth() + " " + (season.p() < 0.001)));
        }
        assertThat(seasons).contains("Trail Shoes 5 true", "Books 10 true").hasSize(3);
        // Shoes have 60 customer-months, all in May, though 120 events; bottles 10 in each month, books 60 in October.
        // May has 70 of
        // 240, so 60 * 70 / 240 = 17.5 are expected, and the index is (60 + 10) / (17.5 + 10).
        assertThat(graph.nodes().stream()
                        .filter(node -> node.path().name().equals("Trail Shoes"))
                        .findFirst()
                        .flatMap(CategoryNode::seasonality)
                        .orElseThrow()
                        .index()
                        .get(4))
                .isCloseTo(70 / 27.5, within(1e-9));
    }

    private static int day(int year, int month) {
        return (int) LocalDate.of(year, month, 10).toEpochDay();
    }

    /**
     * Six days with purchases, shoe and bottle both on the first three, books on the others: of 10 customers 30 days
     * where 10 * 3 * 3 / 6 = 15 are expected, with variance 10 * 3 * 3 * 3 * 3 / (36 * 5) = 4.5, so 7.071068
     * deviations.
     */
    @Test
    void boughtOnTheSameDays_areComplements() {
        for (int user = 0; user < 10; user++) {
            customer(0, 1, 1, 1, 0, 2, 1, 2, 0, 3, 1, 3, 2, 4, 2, 5, 2, 6);
        }
        Affinity affinity = affinity(graph(builder.build(), 0), "Hydration", "Trail Shoes");
        assertThat(affinity.bought().days()).isEqualTo(30);
        assertThat(affinity.bought().expected()).isCloseTo(15, within(1e-9));
        assertThat(affinity.bought().deviations()).isCloseTo(7.071068, within(1e-6));
        assertThat(affinity.relation()).isEqualTo(Relation.COMPLEMENT);
    }

    /**
     * On three of six days both are looked at and one is bought, shoes twice and a bottle once: no day of 30 customers
     * with both, where 30 * 2 * 1 / 6 = 10 are expected with variance 30 * 2 * 1 * 4 * 5 / (36 * 5) = 6.666667.
     */
    @Test
    void lookedAtTogetherAndNotBoughtTogether_areSubstitutes() {
        for (boolean looks : new boolean[] {true, false}) {
            DatasetBuilder shop = new DatasetBuilder(catalog);
            for (int user = 0; user < 30; user++) {
                shop.startUser();
                for (int day = 1; day <= 6; day++) {
                    int bought = day > 3 ? 2 : day == 2 ? 1 : 0;
                    if (looks && day <= 3) {
                        shop.add(1 - bought, day * DAY, Action.VIEW);
                    }
                    shop.add(bought, day * DAY, Action.PURCHASE);
                }
            }
            Affinity affinity = affinity(graph(shop.build(), 0), "Trail Shoes", "Hydration");
            assertThat(affinity.bought().days()).isZero();
            assertThat(affinity.bought().deviations()).isCloseTo(-3.872983, within(1e-6));
            assertThat(affinity.relation()).isEqualTo(looks ? Relation.SUBSTITUTE : Relation.UNKNOWN);
        }
    }

    @Test
    void oneCategoryOrNone_leadNowhere() {
        Catalog one = new Catalog(List.of(Item.of("a", "", "Only"), Item.of("b", "")));
        DatasetBuilder shop = new DatasetBuilder(one);
        shop.startUser();
        shop.add(0, DAY, Action.PURCHASE);
        CategoryGraph graph = graph(shop.build(), 0);
        assertThat(graph.nodes()).hasSize(1);
        assertThat(graph.nodes().get(0).breadth()).isEqualTo(1);
        assertThat(graph.outgoing(graph.nodes().get(0).category(), 5)).isEmpty();
        Catalog none = new Catalog(List.of(Item.of("a", "")));
        assertThat(graph(new DatasetBuilder(none).build(), 0).nodes()).isEmpty();
    }

    @Test
    void misuse_isNamed() {
        CategoryGraph graph = shop();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.lift(0, 0))
                .withMessage("category 0 cannot lead to itself");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.affinity(0, 99))
                .withMessage("category 99 is not on level 0, which has 4 categories");
        assertThat(graph.category(CategoryPath.parse("Trail Shoes>Red"))).isEmpty();
        Catalog other = new Catalog(List.of(Item.of("a", "", "Only")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CategoryGraph.of(
                        new DatasetBuilder(catalog).build(),
                        new CategoryLevel(
                                other, 0, new DatasetBuilder(other).build().knownItems(), 1),
                        Progress.SILENT))
                .withMessageContaining("the level has 1 categories, the catalog 4");
    }

    @Test
    void levelWithoutCategoriesOfItsOwn_hasTheGraphOfTheOneBefore() {
        Catalog deep = new Catalog(List.of(
                Item.of("0", "", "Sports>Shoes>Trail"),
                Item.of("1", "", "Sports>Shoes>Road"),
                Item.of("2", "", "Books>Maps"),
                Item.of("3", "", "Books>Maps>Alps>West"))); // nobody buys one
        DatasetBuilder few = new DatasetBuilder(deep);
        few.startUser();
        for (int item = 0; item < 3; item++) {
            few.add(item, item * DAY, Action.PURCHASE);
        }
        Dataset data = few.build();
        List<CategoryLevel> levels = IntStream.range(0, 5)
                .mapToObj(level -> new CategoryLevel(deep, level, data.knownItems(), 1))
                .toList();
        List<CategoryGraph> graphs = CategoryGraph.ofEach(data, levels, Progress.SILENT);
        assertThat(graphs).hasSize(5);
        assertThat(graphs.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(graphs.subList(3, 5)).containsOnly(graphs.get(2));
        for (int level = 0; level < 5; level++) {
            CategoryGraph alone = CategoryGraph.of(data, levels.get(level), Progress.SILENT);
            assertThat(graphs.get(level).nodes()).isEqualTo(alone.nodes());
        }
    }
}
