package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Titles, names, ids and the names of files may hold what a terminal obeys; it is shown, and never sent to it. */
class TerminalTest {
    private static final String EVIL = "\u001b[31mRED\u001b]0;pwned\u0007\u202eevil\u009b";
    private static final String SHOWN = "\\u001b[31mRED\\u001b]0;pwned\\u0007\\u202eevil\\u009b";

    @TempDir
    static Path directory;

    private static String at(String name) {
        return directory.resolve(name).toString();
    }

    @BeforeAll
    static void importShop() throws IOException {
        StringBuilder items = new StringBuilder("item_id,title,category_path,brand\n");
        for (int item = 0; item < 20; item++) {
            items.append("\"" + item + EVIL + "\",\"Title " + EVIL + "\",\"" + EVIL + (item % 2) + "\nx>" + EVIL
                    + (item % 4) + "\"," + EVIL + "\n");
        }
        StringBuilder events = new StringBuilder("user_id,item_id,event,timestamp\n");
        for (int user = 0; user < 60; user++) {
            for (int at = 0; at < 5; at++) {
                events.append(EVIL + user + "," + (user + at * 3) % 20 + EVIL + ",buy,"
                        + (1_600_000_000L + at * 86_400L) + "\n");
            }
        }
        events.append("u," + EVIL + "unknown,buy,1600000000\nu,0" + EVIL + "," + EVIL + ",1600000000\n");
        Files.writeString(directory.resolve("items" + EVIL + ".csv"), items);
        Files.writeString(directory.resolve("events.csv"), events);
        assertShown(Call.of(
                        "import",
                        "--events",
                        at("events.csv"),
                        "--items",
                        at("items" + EVIL + ".csv"),
                        "--shop",
                        at("shop"),
                        "--accept",
                        "all",
                        "--path-separator",
                        "none",
                        "--name",
                        EVIL)
                .endsWith(0));
        assertShown(Call.of("train", "--shop", at("shop"), "--recipe", "itemknn", "--model", at(EVIL))
                .endsWith(0));
    }

    private static Call assertShown(Call call) {
        assertThat(call.out() + call.err())
                .contains(SHOWN)
                .doesNotContainPattern("[\\p{Cntrl}\u0080-\u009f\u202e&&[^\n\t]]");
        return call;
    }

    @Test
    void whatAVerbPrints_isShown() {
        assertShown(
                Call.of("recommend", "--model", at(EVIL), "--user", EVIL + "7").endsWith(0));
        assertShown(Call.of("recommend", "--model", at(EVIL), "--user", EVIL + "7", "--what", "categories")
                .endsWith(0));
        assertShown(
                Call.of("evaluate", "--shop", at("shop"), "--recipe", "popular").endsWith(0));
        for (String format : List.of("table", "csv", "dot")) {
            assertShown(Call.of("categories", "--shop", at("shop"), "--level", "0", "--format", format)
                    .endsWith(0));
        }
    }

    /** What is shown is an escape of JSON as well, so that a program reads what was there. */
    @Test
    void json_saysTheSame() {
        String json = Call.of("categories", "--shop", at("shop"), "--level", "0", "--format", "json")
                .endsWith(0)
                .out();
        assertThat(json).doesNotContain("\u001b", "\u202e");
        assertThat(JsonMapper.shared().readTree(json).get("shop").stringValue()).isEqualTo(EVIL);
    }

    /** A line break in a name would begin a line that looks like one of the program's. */
    @Test
    void lineBreakInAName_staysOnItsLine() {
        String table = Call.of("categories", "--shop", at("shop"), "--level", "0")
                .endsWith(0)
                .out();
        assertThat(table).contains("0\\u000ax").doesNotContain("\nx");
    }

    @Test
    void whatIsWrong_isShown() {
        assertShown(Call.of("categories", "--shop", at("shop"), "--from", EVIL).endsWith(2));
        assertShown(Call.of("evaluate", "--shop", at("shop"), "--recipe", EVIL).endsWith(2));
        assertShown(Call.of("evaluate", "--shop", at(EVIL + EVIL), "--recipe", "popular")
                .endsWith(1));
        assertShown(Call.of("evaluate", "--shop", at("shop"), "--recipe", "popular", "--" + EVIL)
                .endsWith(2));
        assertShown(Call.of("evaluate", "--shop", at("shop"), "--seeds", EVIL).endsWith(2));
        assertShown(Call.of(EVIL).endsWith(2));
        assertShown(Call.of("bench", EVIL, "--help").endsWith(2));
    }

    /** As a user has it: another process, of which everything that comes out is read. */
    @Test
    void program_showsItToo() throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        assertThat(ChildProgram.start(output, "recommend", "--model", at(EVIL), "--user", EVIL + "7")
                        .waitFor())
                .isZero();
        assertThat(Files.readString(output)).contains(SHOWN).doesNotContain("\u001b", "\u202e");
        assertThat(ChildProgram.start(output, EVIL).waitFor()).isEqualTo(2);
        assertThat(Files.readString(output)).contains(SHOWN).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void rawCsv_isAsItIs() {
        assertThat(Call.of("categories", "--shop", at("shop"), "--level", "0", "--format", "csv", "--raw")
                        .endsWith(0)
                        .out())
                .contains(EVIL)
                .doesNotContain(SHOWN);
    }
}
