package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shop whose files are as odd as files get goes all the way to a recommendation: a category path of 40 levels, ids in
 * Chinese and emoji, a title of a megabyte, a negative price, an item in no category, Windows line ends and a byte
 * order mark.
 */
class StrangeShopTest {
    private static final String CUSTOMER = "小明👩‍👧 \"2\", 号";
    private static final String DEEP =
            IntStream.range(0, 40).mapToObj(level -> "层" + level).collect(Collectors.joining(">"));

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private String call(String... arguments) {
        out.getBuffer().setLength(0);
        int status = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        assertThat(status).as("%s%n%s", out, err).isZero();
        return out.toString();
    }

    private String at(String name) {
        return directory.resolve(name).toString();
    }

    /** Customers buy three of the deep items and then one of the others; ours has bought the first two. */
    @BeforeEach
    void files() throws IOException {
        StringBuilder items = new StringBuilder("\uFEFFitem_id,title,category_path,price\r\n");
        for (int item = 0; item < 4; item++) {
            items.append("🍵")
                    .append(item)
                    .append(",\"深, 茶\r\n")
                    .append(item)
                    .append("\",")
                    .append(DEEP)
                    .append(",-1\r\n");
        }
        items.append("long,")
                .append("长".repeat(1 << 18))
                .append("x".repeat(1 << 18))
                .append(",Food>Tea,1\r\n");
        items.append("none,Without a category,,\r\n");
        Files.writeString(directory.resolve("items.csv"), items);
        StringBuilder events = new StringBuilder("user_id,item_id,event,timestamp\r\n");
        for (int user = 0; user < 60; user++) {
            String[] bought = {"🍵0", "🍵1", "🍵" + (2 + user % 2), user % 3 == 0 ? "none" : "long"};
            for (int at = 0; at < bought.length; at++) {
                event(events, "u" + user, bought[at], at);
            }
        }
        event(events, CUSTOMER, "🍵0", 0);
        event(events, CUSTOMER, "🍵1", 1);
        Files.writeString(directory.resolve("events.csv"), events);
    }

    private static void event(StringBuilder events, String user, String item, int day) {
        events.append('"')
                .append(user.replace("\"", "\"\""))
                .append("\",")
                .append(item)
                .append(",购买,");
        events.append(1_700_000_000_000L + day * 86_400_000L).append("\r\n"); // milliseconds
    }

    @Test
    void strangeShop_isImportedMeasuredTrainedAndAsked() {
        assertThat(call(
                        "import",
                        "--events",
                        at("events.csv"),
                        "--items",
                        at("items.csv"),
                        "--shop",
                        at("shop"),
                        "--accept",
                        "all",
                        "--null-words",
                        "nan"))
                .contains("6 rows of items.csv (CSV), 6 kept")
                .contains("242 rows of events.csv (CSV), 242 kept")
                .contains("242 times in milliseconds since 1970")
                .contains("price \"-1\" is not a number of at least 0")
                .contains("title has 524288 characters, cut to 10000");
        assertThat(call("evaluate", "--shop", at("shop"), "--recipe", "itemknn,transitions", "--levels", "0,1,39"))
                .contains("n = 60,")
                .contains("cross@39 40 (66.7 %)"); // the item without a category is neither within nor across
        for (String recipe : new String[] {"itemknn", "transformer"}) {
            call("train", "--shop", at("shop"), "--recipe", recipe, "--model", at(recipe));
            String within = call(
                    "recommend",
                    "--model",
                    at(recipe),
                    "--user",
                    CUSTOMER,
                    "--scope",
                    "within",
                    "--level",
                    "39",
                    "--count",
                    "2");
            assertThat(within)
                    .contains(CUSTOMER + ", 2 events, the latest:")
                    .containsPattern("(?s)\\R1\\. 深, 茶 [23]  \\[层0>层1>.*\\R2\\. 深, 茶 [23]  \\[")
                    .contains("because of 深, 茶 ")
                    .contains("scope within, level 39; achieved: 0 %");
            String cross = call("recommend", "--model", at(recipe), "--user", CUSTOMER, "--scope", "cross");
            assertThat(cross).contains("1. 长长长", "...  [Food>Tea]").doesNotContain("fewer than requested");
        }
    }
}
