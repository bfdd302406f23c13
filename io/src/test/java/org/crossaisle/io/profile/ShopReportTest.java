package org.crossaisle.io.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.ImportReport;
import org.crossaisle.io.shop.TableReport;
import org.junit.jupiter.api.Test;

class ShopReportTest {
    private static final long DAY = 86_400;
    private static final long BEGIN = 19_800 * DAY; // 2024-03-18

    private static Item item(int number, String title, String path, double price) {
        return new Item(
                "i" + number,
                title,
                "",
                path.isEmpty() ? List.of() : List.of(CategoryPath.parse(path)),
                "",
                price < 0 ? OptionalDouble.empty() : OptionalDouble.of(price),
                new TreeMap<>(),
                "");
    }

    /** Items alternate between two departments; each costs as much as its number. */
    private static Catalog catalog(int items) {
        return new Catalog(IntStream.range(0, items)
                .mapToObj(at -> item(at, "title " + at, at % 2 == 0 ? "Home>Lamps" : "Garden>Seeds", at))
                .toList());
    }

    /** Each user bought this many items, the first user from item 0 on. */
    private static Dataset data(Catalog catalog, int... events) {
        DatasetBuilder builder = new DatasetBuilder(catalog);
        int item = 0;
        for (int count : events) {
            builder.startUser();
            for (int event = 0; event < count; event++) {
                builder.add(item++ % catalog.size(), BEGIN + event * DAY, event == 0 ? Action.VIEW : Action.PURCHASE);
            }
        }
        return builder.build();
    }

    private static ImportReport report(Dataset data, TableReport... tables) {
        return new ImportReport(
                List.of(tables),
                data.users(),
                data.catalog().size(),
                data.interactions(),
                data.interactions(),
                0,
                0,
                data.hasTimes(),
                false);
    }

    private static TableReport events(long rows, Finding... findings) {
        long dropped = List.of(findings).stream().mapToLong(Finding::count).sum();
        return new TableReport("events", "e.csv", "CSV", "00", rows, rows - dropped, List.of(findings), List.of());
    }

    private static int[] users(int users, int events) {
        int[] all = new int[users];
        java.util.Arrays.fill(all, events);
        return all;
    }

    private static List<Remark.Kind> kinds(ImportReport report, Dataset data) {
        return ShopVerdict.of(report, data).remarks().stream().map(Remark::kind).toList();
    }

    @Test
    void profile_countsUsersItemsDaysActionsCategoriesAndPrices() {
        ShopProfile profile = ShopProfile.of(data(catalog(6), 1, 3));
        assertThat(profile.eventsPerUser().bins())
                .containsExactly(new Histogram.Bin("1", 1), new Histogram.Bin("2", 0), new Histogram.Bin("3-5", 1));
        assertThat(profile.eventsPerItem().bins())
                .containsExactly(new Histogram.Bin("0", 2), new Histogram.Bin("1", 4));
        assertThat(profile.overTime().bins())
                .containsExactly(
                        new Histogram.Bin("2024-03-18", 2),
                        new Histogram.Bin("2024-03-19", 1),
                        new Histogram.Bin("2024-03-20", 1));
        assertThat(profile.actions().bins().stream().map(Histogram.Bin::count)).containsExactly(2L, 2L);
        assertThat(profile.categories()).hasSize(2);
        assertThat(profile.categories().get(1).bins())
                .containsExactly(new Histogram.Bin("Garden>Seeds", 3), new Histogram.Bin("Home>Lamps", 3));
        assertThat(profile.prices().bins())
                .containsExactly(
                        new Histogram.Bin("0", 1),
                        new Histogram.Bin("1 to 2", 1),
                        new Histogram.Bin("2 to 5", 3),
                        new Histogram.Bin("5 to 10", 1));
    }

    @Test
    void itemInTwoCategories_countsInEach_andOnceInTheirParent() {
        Item both = new Item(
                "a",
                "a",
                "",
                List.of(CategoryPath.parse("Home>Lamps"), CategoryPath.parse("Home>Rugs")),
                "",
                OptionalDouble.empty(),
                new TreeMap<>(),
                "");
        ShopProfile profile = ShopProfile.of(data(new Catalog(List.of(both)), 1));
        assertThat(profile.categories().get(0).bins()).containsExactly(new Histogram.Bin("Home", 1));
        assertThat(profile.categories().get(1).total()).isEqualTo(2);
    }

    @Test
    void ordinaryShop_isFit() {
        Dataset data = data(catalog(10), users(120, 4));
        ShopVerdict verdict = ShopVerdict.of(report(data, events(480)), data);
        assertThat(verdict.fitness()).isEqualTo(ShopVerdict.Fitness.FIT);
        assertThat(verdict.remarks()).isEmpty();
    }

    @Test
    void usersWithOneEventOnly_areNotFit() {
        Dataset data = data(catalog(10), users(120, 1));
        assertThat(ShopVerdict.of(report(data, events(120)), data).fitness()).isEqualTo(ShopVerdict.Fitness.NOT_FIT);
    }

    @Test
    void manyRowsDropped_hurt_andTheWorstComesFirst() {
        Dataset data = data(catalog(10), users(120, 4));
        ImportReport report = report(
                data,
                events(
                        1_000,
                        new Finding(Finding.Reason.UNKNOWN_ITEM, 200, List.of()),
                        new Finding(Finding.Reason.MISSING_ID, 100, List.of())));
        ShopVerdict verdict = ShopVerdict.of(report, data);
        assertThat(verdict.fitness()).isEqualTo(ShopVerdict.Fitness.FIT_WITH_CARE);
        assertThat(verdict.remarks())
                .containsExactly(
                        new Remark(Remark.Kind.ROWS_DROPPED, 0.3, 300),
                        new Remark(Remark.Kind.UNKNOWN_ITEMS, 0.2, 200));
    }

    @Test
    void itemsWithoutCategories_titlesOrEvents_areRemarked() {
        List<Item> items = new ArrayList<>();
        IntStream.range(0, 10).forEach(at -> items.add(item(at, at < 6 ? "" : "t", at < 2 ? "" : "Home", -1)));
        Dataset data = data(new Catalog(items), users(120, 2));
        assertThat(kinds(report(data, events(240)), data))
                .containsExactly(
                        Remark.Kind.ONE_CATEGORY,
                        Remark.Kind.NO_CATEGORIES,
                        Remark.Kind.FEW_USERS,
                        Remark.Kind.NO_TITLES);
    }

    @Test
    void itemsWithoutEvents_areRemarked() {
        Dataset data = data(catalog(1_000), users(120, 4));
        assertThat(kinds(report(data, events(480)), data)).containsExactly(Remark.Kind.UNSEEN_ITEMS);
    }

    @Test
    void text_beginsWithFiveLinesThatSayWhetherItIsFitAndWhatHurts() {
        List<Item> items = new ArrayList<>();
        IntStream.range(0, 10).forEach(at -> items.add(item(at, "", at < 2 ? "" : "Home", -1)));
        Dataset data = data(new Catalog(items), users(50, 2));
        ImportReport report = report(data, events(1_000, new Finding(Finding.Reason.UNKNOWN_ITEM, 900, List.of())));
        assertThat(ShopReport.of("my shop", report, data)
                        .toText(ReportLanguage.ENGLISH)
                        .lines()
                        .limit(6))
                .containsExactly(
                        "my shop: fit for use, with care",
                        "50 users, 10 items, 100 events, 100 interactions",
                        "- All items are in one category (8), so there is nothing to cross.",
                        "- 90 % of all rows were dropped (900). The reasons are listed below, table by table.",
                        "- 90 % of the events are on items that the catalog lacks (900). Add them to the catalog, or check the ids.",
                        "");
        assertThat(ShopReport.of("店", report, data)
                        .toText(ReportLanguage.CHINESE)
                        .lines()
                        .limit(2))
                .containsExactly("店：可以使用，但请注意以下问题", "50 位用户，10 件商品，100 条行为，100 次交互");
    }

    @Test
    void page_escapesWhatComesFromTheShop_andNamesNoOtherFile() {
        Catalog catalog = new Catalog(
                List.of(item(0, "a", "<img src=x onerror=alert(1)", 1), item(1, "b", "A & B's \"best\"", 2)));
        Dataset data = data(catalog, 2, 2);
        String html =
                ShopReport.of("<b>shop</b>", report(data, events(4)), data).toHtml();
        assertThat(html)
                .contains(
                        "&lt;b&gt;shop&lt;/b&gt;", "&lt;img src=x onerror=alert(1)", "A &amp; B&#39;s &quot;best&quot;")
                .doesNotContain("<script", "<img", "<b>", "http://", "https://", "{{")
                .contains("<main lang=\"en\">", "<main lang=\"zh-CN\">", "商店概况", "The shop in figures");
    }

    @Test
    void json_hasFitnessRemarksTablesAndHistograms() {
        Dataset data = data(catalog(10), users(120, 4));
        assertThat(ShopReport.of("s", report(data, events(480)), data).toJson())
                .contains("\"fitness\" : \"fit\"", "\"eventsPerUser\"", "\"tables\"", "\"label\" : \"3-5\"");
    }

    @Test
    void percent_neverRoundsToNothingOrAll() {
        assertThat(Remark.percent(0.0004)).isEqualTo("under 0.1 %");
        assertThat(Remark.percent(0.9999)).isEqualTo("99.9 %");
        assertThat(Remark.percent(0.996)).isEqualTo("99.6 %");
        assertThat(Remark.percent(1)).isEqualTo("100 %");
        assertThat(Remark.percent(0.051)).isEqualTo("5.1 %");
        assertThat(Remark.percent(0.42)).isEqualTo("42 %");
    }
}
