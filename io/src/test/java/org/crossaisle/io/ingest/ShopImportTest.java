package org.crossaisle.io.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.action.MusicActions;
import org.crossaisle.history.History;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.ImportReport;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.io.shop.ShopDirectory;
import org.crossaisle.io.shop.TableReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShopImportTest {
    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
    private static final long T = 1_600_000_000L;

    @TempDir
    Path directory;

    private ImportSettings settings = ImportSettings.DEFAULTS.acceptingAll();

    @BeforeEach
    void threeItems() throws IOException {
        write("items.csv", "item_id,title,category_path\nA,Red tea,Food>Tea\nB,Pot,Home>Kitchen\n茶🍵,绿茶,Food>Tea\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private Path shopDirectory() {
        return directory.resolve("shop");
    }

    private ImportReport run(Path events) {
        return new ShopImport(settings)
                .run(
                        events,
                        directory.resolve("items.csv"),
                        Optional.empty(),
                        shopDirectory(),
                        NOW,
                        "secret",
                        Progress.SILENT);
    }

    private ImportReport importEvents(String... rows) throws IOException {
        return run(write("events.csv", "user_id,item_id,event,timestamp\n" + String.join("\n", rows) + "\n"));
    }

    private Shop open() {
        return Shop.open(shopDirectory(), "secret");
    }

    private RecsException failure(Path events) {
        RecsException failure = catchThrowableOfType(RecsException.class, () -> run(events));
        assertThat(failure).isNotNull();
        return failure;
    }

    private History historyOf(Shop shop, String user) {
        return shop.dataset().history(shop.userNumber(user).orElseThrow());
    }

    private static List<Integer> itemsOf(History history) {
        return IntStream.range(0, history.size()).map(history::item).boxed().toList();
    }

    private static String first(TableReport table, Finding.Reason reason) {
        return table.findings().stream()
                .filter(finding -> finding.reason() == reason)
                .flatMap(finding -> finding.examples().stream())
                .findFirst()
                .orElse("none");
    }

    @Test
    void eventsOutOfOrder_areSortedByTimeAndThenByLine() throws IOException {
        importEvents("u,B,buy," + (T + 9000), "u,A,click," + T, "v,A,order," + T, "u,茶🍵,view," + T);
        Shop shop = open();
        assertThat(itemsOf(historyOf(shop, "u"))).containsExactly(0, 2, 1);
        assertThat(historyOf(shop, "u").action(2)).isEqualTo(Action.PURCHASE);
        assertThat(historyOf(shop, "u").time(0)).isEqualTo(T);
        assertThat(shop.userNumber("v")).hasValue(1);
        assertThat(shop.userNumber("w")).isEmpty();
        assertThat(shop.userNumber(shop.userId(1))).hasValue(1);
        assertThat(shop.name()).isEqualTo("shop");
        assertThat(shop.catalog().item(2).title()).isEqualTo("绿茶");
    }

    /** Also-bought links and sales ranks of raw dumps were counted over all time, the test's too. */
    @Test
    void whatWasCountedFromTheEvents_isNoAttribute() throws IOException {
        write("items.csv", "item_id,title,also_bought,Sales Rank,colour\nA,one,B,7,red\nB,two,A,9,blue\n");
        ImportReport report = importEvents("u,A,buy," + T, "u,B,buy," + (T + 1));
        assertThat(open().catalog().item(0).attributes()).containsExactly(Map.entry("colour", "red"));
        assertThat(report.table("items").notes())
                .contains("left out, because such columns are made from the events they would predict: Sales Rank,"
                        + " also_bought; --keep-column NAME keeps one");
    }

    @Test
    void chineseAndEmojiIds_areUsersAndItems() throws IOException {
        importEvents("小明😀,茶🍵,购买," + T);
        assertThat(itemsOf(historyOf(open(), "小明😀"))).containsExactly(2);
    }

    @Test
    void everyKindOfBadRow_isCountedOnceWithItsLine_andNothingIsLost() throws IOException {
        ImportReport report = importEvents(
                "u,A,buy," + T, // 2, kept
                "u,X,buy," + T, // 3, unknown item
                "u,A,ponder," + T, // 4, unknown action
                "u,A,buy," + T, // 5, duplicate
                "u,A,buy,31/02", // 6, no date
                "u,A,buy,1000", // 7, before 1990
                "u,A,buy,2524608000", // 8, in 2050
                ",A,buy," + T, // 9, no user
                "secret-user,A,buy", // 10, three fields
                "u,B,refund," + (T + 1)); // 11, kept, no interaction
        TableReport events = report.table("events");
        assertThat(events.rows()).isEqualTo(10);
        assertThat(events.kept()).isEqualTo(2);
        assertThat(events.rows()).isEqualTo(events.kept() + events.dropped());
        assertThat(events.count(Finding.Reason.UNKNOWN_ITEM)).isEqualTo(1);
        assertThat(events.count(Finding.Reason.UNKNOWN_ACTION)).isEqualTo(1);
        assertThat(events.count(Finding.Reason.DUPLICATE_EVENT)).isEqualTo(1);
        assertThat(events.count(Finding.Reason.IMPOSSIBLE_TIME)).isEqualTo(3);
        assertThat(events.count(Finding.Reason.MISSING_ID)).isEqualTo(1);
        assertThat(events.count(Finding.Reason.MALFORMED_ROW)).isEqualTo(1);
        assertThat(first(events, Finding.Reason.UNKNOWN_ITEM))
                .isEqualTo("events.csv:3: item_id \"X\" is not among the items");
        assertThat(first(events, Finding.Reason.DUPLICATE_EVENT)).startsWith("events.csv:5: ");
        assertThat(first(events, Finding.Reason.IMPOSSIBLE_TIME))
                .isEqualTo("events.csv:6: time \"31/02\" is not a date");
        assertThat(first(events, Finding.Reason.MALFORMED_ROW)).startsWith("events.csv:10: ");
        assertThat(report.returns()).isEqualTo(1);
        assertThat(report.interactions()).isEqualTo(1);
        assertThat(report.toText()).contains("10 rows of events.csv").doesNotContain("secret-user");
    }

    @Test
    void noFileOfTheShop_holdsARawUserId() throws IOException {
        importEvents("rawuser4711,A,buy," + T, "rawuser4711,X,buy," + T, "rawuser4711,A");
        try (Stream<Path> files = Files.walk(shopDirectory())) {
            List<Path> regular = files.filter(Files::isRegularFile).toList();
            assertThat(regular).hasSizeGreaterThanOrEqualTo(4);
            for (Path file : regular) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("rawuser4711");
            }
        }
    }

    @Test
    void secondsMillisecondsAndIsoText_giveTheSameTimes() throws IOException {
        for (String time : List.of(
                "1600000000",
                "1600000000000",
                "1600000000000000",
                "2020-09-13T12:26:40Z",
                "2020-09-13 12:26:40",
                "2020-09-13 12:26:40 UTC",
                "2020/9/13 12:26:40.75",
                "2020-09-13T20:26:40+08:00")) {
            importEvents("u,A,buy," + time);
            assertThat(historyOf(open(), "u").time(0)).as(time).isEqualTo(T);
        }
        ImportReport report = importEvents("u,A,buy,1600000000000");
        assertThat(report.table("events").notes()).contains("1 times in milliseconds since 1970");
        for (String day : List.of("2020-09-13", "2020/09/13", "20200913")) {
            importEvents("u,A,buy," + day);
            assertThat(historyOf(open(), "u").time(0)).as(day).isEqualTo(1_599_955_200L);
        }
    }

    @Test
    void withoutAnyTime_theOrderOfTheFileIsTheOrder_andRepeatsAreNoDuplicates() throws IOException {
        ImportReport report = importEvents("u,B,buy,", "v,A,buy,", "u,A,buy,", "u,B,buy,", "u,B,buy,");
        assertThat(report.timed()).isFalse();
        assertThat(itemsOf(historyOf(open(), "u"))).containsExactly(1, 0, 1, 1);
        assertThat(historyOf(open(), "u").time(0)).isEqualTo(History.NO_TIME);
        assertThat(open().dataset().hasTimes()).isFalse();
    }

    @Test
    void eventWithoutATime_takesThatOfTheUsersEventBefore_elseOfTheOneAfter() throws IOException {
        ImportReport report = importEvents(
                "u,茶🍵,buy,", "u,A,buy," + T, "v,A,buy," + (T + 7), "u,B,buy,", "u,A,buy," + (T + 9000), "w,A,buy,");
        assertThat(historyOf(open(), "w").time(0)).isEqualTo(T);
        History history = historyOf(open(), "u");
        assertThat(itemsOf(history)).containsExactly(2, 0, 1, 0);
        assertThat(IntStream.range(0, 4).mapToLong(history::time)).containsExactly(T, T, T, T + 9000);
        assertThat(report.table("events").notes()).anyMatch(note -> note.startsWith("3 events without a time"));
    }

    @Test
    void positions_areTheOrder_alsoWhereATimeGoesBack() throws IOException {
        run(write(
                "events.csv",
                "user_id,item_id,event,timestamp,position\nu,A,buy," + T + ",2\nu,B,buy," + (T + 50) + ",1\nu,茶🍵,buy,"
                        + (T + 60) + ",3\n"));
        History history = historyOf(open(), "u");
        assertThat(itemsOf(history)).containsExactly(1, 0, 2);
        assertThat(IntStream.range(0, 3).mapToLong(history::time)).containsExactly(T + 50, T + 50, T + 60);
    }

    @Test
    void consecutiveEventsOnOneItem_areOneInteractionWithTheStrongestAction() throws IOException {
        ImportReport report = importEvents(
                "u,A,view," + T,
                "u,A,purchase," + (T + 1800), // 30 minutes later: goes on
                "u,A,view," + (T + 3600), // and on
                "u,A,view," + (T + 5401), // 30 minutes and a second: begins anew
                "u,B,view," + (T + 5402),
                "u,A,view," + (T + 5403)); // another item lies between
        History history = historyOf(open(), "u");
        assertThat(itemsOf(history)).containsExactly(0, 0, 1, 0);
        assertThat(history.action(0)).isEqualTo(Action.PURCHASE);
        assertThat(history.time(0)).isEqualTo(T + 1800);
        assertThat(report.collapsed()).isEqualTo(2);
        assertThat(report.events()).isEqualTo(6);
    }

    @Test
    void oneSessionWithALongPause_isStillOneInteraction() throws IOException {
        run(write(
                "events.csv",
                "user_id,item_id,event,timestamp,session_id\nu,A,view," + T + ",s\nu,A,buy," + (T + 90_000) + ",s\n"));
        assertThat(historyOf(open(), "u").size()).isEqualTo(1);
    }

    @Test
    void userWithMoreEventsThanAPersonHas_isLeftOut() throws IOException {
        StringBuilder rows = new StringBuilder("user_id,item_id,event,timestamp\np,A,buy," + T + "\n");
        for (int i = 0; i < 100_000; i++) {
            rows.append("bot,A,view,").append(T + i).append('\n');
        }
        ImportReport report = run(write("events.csv", rows.toString()));
        assertThat(report.table("events").count(Finding.Reason.BOT_LIKE_USER)).isEqualTo(100_000);
        assertThat(report.events()).isEqualTo(1);
        assertThat(first(report.table("events"), Finding.Reason.BOT_LIKE_USER)).startsWith("events.csv:3: ");
    }

    @Test
    void userFasterThanAnyPerson_isLeftOut_unlessTimesAreWholeDays() throws IOException {
        settings = settings.withBotLimits(1_000, 3);
        ImportReport report = importEvents(
                "bot,A,view,1600002001",
                "p,A,view,1600002001",
                "bot,B,view,1600002002",
                "p,B,view,1600002002",
                "bot,茶🍵,view,1600002003",
                "p,茶🍵,view,1600002003",
                "bot,A,cart,1600002004", // the fourth within the hour that began at 1599998400 + 3600
                "p,A,cart,1600005600", // the next hour
                "d,A,view,1599955200", // midnight, as are the next three
                "d,B,view,1599955200",
                "d,茶🍵,view,1599955200",
                "d,A,cart,1599955200");
        TableReport events = report.table("events");
        assertThat(events.count(Finding.Reason.BOT_LIKE_USER)).isEqualTo(4);
        assertThat(first(events, Finding.Reason.BOT_LIKE_USER)).startsWith("events.csv:2: ");
        assertThat(events.notes()).contains("1 users look like bots; the busiest have [4] events");
        assertThat(historyOf(open(), "bot").isEmpty()).isTrue();
        assertThat(historyOf(open(), "p").size()).isEqualTo(4);
        assertThat(historyOf(open(), "d").size()).isEqualTo(4);
    }

    @Test
    void sessionIds_keepEventsApart_andPausesDoWhereThereAreNone() throws IOException {
        run(write(
                "events.csv",
                "user_id,item_id,event,timestamp,session_id\n"
                        + "u,A,view," + T + ",s\n"
                        + "u,A,view," + (T + 1) + ",t\n" // another session: not the same interaction
                        + "u,B,view," + (T + 2) + ",s\n" // back in the first
                        + "v,A,view," + T + ",\n"
                        + "v,A,view," + (T + 1800) + ",\n"
                        + "v,A,view," + (T + 3601) + ",\n"));
        Shop shop = open();
        assertThat(itemsOf(historyOf(shop, "u"))).containsExactly(0, 0, 1);
        assertThat(itemsOf(historyOf(shop, "v"))).containsExactly(0, 0); // the first two are one interaction
    }

    @Test
    void otherVocabulary_isImported_andReadBackWithTheShop() throws IOException {
        settings = ImportSettings.DEFAULTS.withVocabulary(MusicActions.ALL).acceptingAll();
        ImportReport report = importEvents(
                "u,A,Play," + T,
                "u,A,like," + (T + 1),
                "u,B,skip," + (T + 2),
                "u,B,playlist-add," + (T + 3),
                "u,B,paly," + (T + 4),
                "u,B,view," + (T + 5));
        assertThat(first(report.table("events"), Finding.Reason.UNKNOWN_ACTION))
                .endsWith("action \"paly\" is not known; the nearest is play");
        Shop shop = open();
        assertThat(shop.catalog().actions()).isEqualTo(MusicActions.ALL);
        History history = historyOf(shop, "u");
        assertThat(itemsOf(history)).containsExactly(0, 1);
        assertThat(history.action(0).name()).isEqualTo("like");
        assertThat(history.action(1).name()).isEqualTo("playlist-add");
        assertThat(report.returns()).isEqualTo(1);
    }

    @Test
    void shopOfAnEarlierVersion_hasTheActionsOfAShop() throws IOException {
        importEvents("u,A,view," + T);
        Path manifest = shopDirectory().resolve("shop.json");
        String text = Files.readString(manifest);
        String earlier = text.replaceFirst("(?s)\"actions\" : \\[.*?\\],\\s*", "");
        assertThat(earlier).hasSizeLessThan(text.length()).doesNotContain("REJECTION");
        Files.writeString(manifest, earlier);
        assertThat(open().catalog().actions()).isEqualTo(ActionVocabulary.SHOP);
        assertThat(historyOf(open(), "u").action(0)).isEqualTo(Action.VIEW);
    }

    @Test
    void withoutCollapsing_everyEventIsAnInteraction_exceptReturns() throws IOException {
        settings = settings.withCollapse(false);
        ImportReport report = importEvents("u,A,view," + T, "u,A,buy," + (T + 1), "u,A,return," + (T + 2));
        assertThat(itemsOf(historyOf(open(), "u"))).containsExactly(0, 0);
        assertThat(report.collapsed()).isZero();
        assertThat(report.returns()).isEqualTo(1);
        assertThat(open().provenance().settings()).containsEntry("collapse", "false");
    }

    @Test
    void valuesThatAreNoNumbers_areCounted_andTheirEventsKept() throws IOException {
        ImportReport report = run(write(
                "events.csv",
                "user_id,item_id,event,timestamp,rating,position\nu,A,rating," + T + ",5,1\nu,B,rating," + T
                        + ",good,2\nu,A,buy," + T + ",,third\n"));
        assertThat(report.table("events").kept()).isEqualTo(3);
        assertThat(report.table("events").count(Finding.Reason.BAD_VALUE)).isEqualTo(2);
        assertThat(first(report.table("events"), Finding.Reason.BAD_VALUE))
                .isEqualTo("events.csv:3: value \"good\" is not a number");
    }

    @Test
    void chineseColumnNames_areKnown() throws IOException {
        write("items.csv", "商品ID,商品名称,类目,品牌,价格\n1,绿茶,食品>茶,龙井,￥45\n");
        run(write("events.csv", "用户ID,商品ID,行为类型,时间戳\n小明,1,购买," + T + "\n"));
        assertThat(historyOf(open(), "小明").time(0)).isEqualTo(T);
        assertThat(open().catalog().item(0).price()).hasValue(45);
        assertThat(open().catalog().item(0).attributes()).isEmpty();
    }

    @Test
    void badItems_areCountedAndKeptWhereTheyCanBe() throws IOException {
        String deep =
                String.join(">", IntStream.range(0, 40).mapToObj(i -> "L" + i).toList());
        write(
                "items.csv",
                "item_id,title,category_path,price,colour\n"
                        + "A,one," + deep + ",9.5,red\n"
                        + "B," + "x".repeat(1 << 20) + ",,1,\n"
                        + "C,three,Food> >Tea,-3,\n"
                        + "A,again,Food,1,\n"
                        + "D,four,Food,cheap,\n");
        ImportReport report = importEvents("u,A,buy," + T, "u,B,buy," + (T + 1));
        TableReport items = report.table("items");
        assertThat(items.kept()).isEqualTo(4);
        assertThat(items.notes()).contains("attributes: colour (1 value)");
        assertThat(items.count(Finding.Reason.DUPLICATE_ITEM)).isEqualTo(1);
        assertThat(items.count(Finding.Reason.LONG_TITLE)).isEqualTo(1);
        assertThat(items.count(Finding.Reason.NO_CATEGORY)).isEqualTo(1);
        assertThat(items.count(Finding.Reason.BLANK_CATEGORY_LEVEL)).isEqualTo(1);
        assertThat(items.count(Finding.Reason.BAD_PRICE)).isEqualTo(2);
        assertThat(first(items, Finding.Reason.BAD_PRICE))
                .isEqualTo("items.csv:4: price \"-3\" is not a number of at least 0");
        Shop shop = open();
        assertThat(shop.catalog().item(0).categories().get(0).depth()).isEqualTo(40);
        assertThat(shop.catalog().item(0).price()).hasValue(9.5);
        assertThat(shop.catalog().item(0).attributes()).containsExactly(Map.entry("colour", "red"));
        assertThat(shop.catalog().item(1).title()).hasSize(10_000);
        assertThat(shop.catalog().item(1).categories()).isEmpty();
        assertThat(shop.catalog().item(2).categories().get(0)).hasToString("Food>Tea");
        assertThat(shop.catalog().item(2).price()).isEmpty();
    }

    @Test
    void categoryTable_givesPathsToItemsThatNameAnId() throws IOException {
        write("items.csv", "item_id,title,category_id\nA,Tea,3\nB,Pot,9\n");
        settings = settings.withCategories(write("categories.csv", "id,name,parent_id\n1,Food,0\n3,Tea,1\n"));
        ImportReport report = importEvents("u,A,buy," + T);
        assertThat(open().catalog().item(0).categories().get(0)).hasToString("Food>Tea");
        assertThat(report.table("items").count(Finding.Reason.UNKNOWN_CATEGORY)).isEqualTo(1);
    }

    @Test
    void categoriesThatGoRound_areNamed() throws IOException {
        settings =
                settings.withCategories(write("categories.csv", "id,name,parent_id\n1,Food,3\n2,Tea,1\n3,Green,2\n"));
        RecsException failure = failure(write("events.csv", "user_id,item_id,event\nu,A,buy\n"));
        assertThat(failure.code()).isEqualTo(RecsException.Code.INPUT_UNREADABLE);
        assertThat(failure).hasMessageContaining("1 -> 3 -> 2 -> 1");
    }

    @Test
    void missingColumn_namesFoundNeededAndNearest_andTheMapMends() throws IOException {
        Path events = write("events.csv", "usr,item_id,event\nu,A,buy\n");
        RecsException failure = failure(events);
        assertThat(failure.code()).isEqualTo(RecsException.Code.COLUMN_MISSING);
        assertThat(failure)
                .hasMessageContaining("events.csv has no column user_id")
                .hasMessageContaining("Found: usr, item_id, event")
                .hasMessageContaining("Nearest: usr");
        settings = settings.withColumns(Map.of("user_id", "usr"));
        assertThat(run(events).interactions()).isEqualTo(1);
    }

    @Test
    void tableWithoutActions_needsADefaultOne_whichYieldsToTheColumn() throws IOException {
        Path events = write("events.csv", "user_id,item_id\nu,A\n");
        assertThat(failure(events).code()).isEqualTo(RecsException.Code.COLUMN_MISSING);
        settings = settings.withDefaultAction(Action.REVIEW);
        run(events);
        assertThat(historyOf(open(), "u").action(0)).isEqualTo(Action.REVIEW);
        importEvents("u,A,view," + T);
        assertThat(historyOf(open(), "u").action(0)).isEqualTo(Action.VIEW);
    }

    @Test
    void unreadableEvents_leaveTheShopAsItWas() throws IOException {
        importEvents("u,A,buy," + T);
        Files.writeString(shopDirectory().resolve("live.db"), "events of today");
        String before = Files.readString(shopDirectory().resolve("shop.json"));
        Path truncated = directory.resolve("truncated.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(truncated))) {
            out.write("user_id,item_id,event\nu,A,buy\n".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(truncated);
        Files.write(truncated, Arrays.copyOf(whole, whole.length / 2));

        assertThat(failure(write("empty.csv", "")).code()).isEqualTo(RecsException.Code.INPUT_UNREADABLE);
        assertThat(failure(directory.resolve("absent.csv")).code()).isEqualTo(RecsException.Code.INPUT_UNREADABLE);
        assertThat(failure(write("wrong.parquet", "user_id,item_id")).code())
                .isEqualTo(RecsException.Code.INPUT_UNREADABLE);
        assertThat(failure(truncated)).hasMessageContaining("gzip stream is broken or ends early");
        assertThat(failure(directory)).hasMessageContaining("contains the directory shop");
        assertThat(failure(write("twice.csv", "user_id,item_id,event,user_id\nu,A,buy,v\n")))
                .hasMessageContaining("twice.csv has the column user_id more than once");
        assertThat(failure(write("none.csv", "user_id,item_id,event\nu,X,buy\n"))
                        .code())
                .isEqualTo(RecsException.Code.DATA_INSUFFICIENT);

        assertThat(Files.readString(shopDirectory().resolve("shop.json"))).isEqualTo(before);
        assertThat(open().dataset().interactions()).isEqualTo(1);
        try (Stream<Path> left = Files.list(shopDirectory())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("shop.json", "data-1", "import.lock", "live.db");
        }
    }

    @Test
    void secondImport_replacesTheData_keepsUserIdsAndTheFilesOfOthers() throws IOException {
        importEvents("u,A,buy," + T);
        Shop first = open();
        Files.writeString(shopDirectory().resolve("live.db"), "events of today");
        importEvents("w,B,buy," + T, "u,B,buy," + (T + 1));
        Shop second = open();
        assertThat(second.userId(second.userNumber("u").orElseThrow())).isEqualTo(first.userId(0));
        assertThat(itemsOf(historyOf(second, "u"))).containsExactly(1);
        assertThat(itemsOf(historyOf(first, "u"))).containsExactly(0);
        assertThat(shopDirectory().resolve("live.db")).hasContent("events of today");
        assertThat(shopDirectory().resolve("data-1")).doesNotExist();
    }

    @Test
    void anotherSecret_isRefused_whenImportingAndWhenOpening() throws IOException {
        importEvents("u,A,buy," + T);
        RecsException opening = catchThrowableOfType(RecsException.class, () -> Shop.open(shopDirectory(), "another"));
        assertThat(opening.code()).isEqualTo(RecsException.Code.KEY_MISMATCH);
        RecsException importing = catchThrowableOfType(
                RecsException.class,
                () -> new ShopImport(settings)
                        .run(
                                directory.resolve("events.csv"),
                                directory.resolve("items.csv"),
                                Optional.empty(),
                                shopDirectory(),
                                NOW,
                                "another",
                                Progress.SILENT));
        assertThat(importing.code()).isEqualTo(RecsException.Code.KEY_MISMATCH);
        assertThat(Files.readString(shopDirectory().resolve("shop.json"))).doesNotContain("\"secret\"");
    }

    @Test
    void twoImportsAtOnce_theSecondIsRefused() throws IOException {
        Path events = write("events.csv", "user_id,item_id,event\nu,A,buy\n");
        try (ShopDirectory held = ShopDirectory.lock(shopDirectory())) {
            assertThat(held).isNotNull();
            assertThat(failure(events).code()).isEqualTo(RecsException.Code.STORAGE_FAILED);
        }
        assertThat(run(events).interactions()).isEqualTo(1);
    }

    @Test
    void byteOrderMarkCrLfAndQuotes_areReadAsTheyAreMeant() throws IOException {
        write("items.csv", "\uFEFFitem_id,title\r\nA,\"Tea, \"\"red\"\"\r\nsecond line\"\r\nB,Pot\r\n");
        ImportReport report = importEvents("u,A,buy," + T + "\r", "u,\"B\",buy," + (T + 1) + "\r", "u,\"B,buy,1\r");
        assertThat(open().catalog().item(0).title()).isEqualTo("Tea, \"red\"\r\nsecond line");
        assertThat(itemsOf(historyOf(open(), "u"))).containsExactly(0, 1);
        assertThat(first(report.table("events"), Finding.Reason.MALFORMED_ROW))
                .isEqualTo("events.csv:4: a quote is opened and not closed");
    }

    @Test
    void jsonLinesWithABrokenLine_goOnBehindIt() throws IOException {
        ImportReport report = run(write(
                "events.jsonl",
                "{\"user_id\":\"u\",\"item_id\":\"A\",\"event\":\"buy\",\"timestamp\":" + T + "}\n"
                        + "{\"user_id\":\"u\",\"item\n"
                        + "{\"user_id\":\"u\",\"item_id\":\"B\",\"event\":\"buy\",\"timestamp\":" + (T + 1) + "}\n"));
        assertThat(itemsOf(historyOf(open(), "u"))).containsExactly(0, 1);
        assertThat(first(report.table("events"), Finding.Reason.MALFORMED_ROW)).startsWith("events.jsonl:2: ");
    }

    @Test
    void simulatedEvents_markTheShop() throws IOException {
        importEvents("u,A,buy," + T);
        assertThat(open().simulated()).isFalse();
        write("simulation.json", "{}");
        importEvents("u,A,buy," + T);
        assertThat(open().simulated()).isTrue();
        assertThat(open().provenance().inputs()).containsKeys("events", "items");
        assertThat(open().report().toText()).contains("simulated");
    }

    @Test
    void usersTable_addsUsersWithoutEvents_andKeepsOnlyChosenColumns() throws IOException {
        settings = settings.withName("My shop").withUserColumns(List.of("age"));
        Path events = write("events.csv", "user_id,item_id,event\nu,A,buy\n");
        Path users = write("users.csv", "user_id,age,address\nu,30,here\nw,40,there\nw,41,there\nnan,5,nowhere\n");
        ImportReport report = new ShopImport(settings)
                .run(
                        events,
                        directory.resolve("items.csv"),
                        Optional.of(users),
                        shopDirectory(),
                        NOW,
                        "secret",
                        Progress.SILENT);
        Shop shop = open();
        assertThat(shop.name()).isEqualTo("My shop");
        assertThat(shop.dataset().users()).isEqualTo(2);
        assertThat(historyOf(shop, "w").isEmpty()).isTrue();
        assertThat(shop.userAttributes(shop.userNumber("w").orElseThrow())).containsExactly(Map.entry("age", "40"));
        assertThat(report.table("users").count(Finding.Reason.DUPLICATE_USER)).isEqualTo(1);
        assertThat(report.table("users").count(Finding.Reason.MISSING_ID)).isEqualTo(1);
    }
}
