package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shops of which nothing can be measured: the program says so, and ends with an error. */
class NothingToMeasureTest {
    @TempDir
    Path directory;

    private String at(String name) {
        return directory.resolve(name).toString();
    }

    private void shop(String events) throws IOException {
        Files.writeString(
                directory.resolve("items.csv"),
                "item_id,title,category_path\nA,Rope,Sport>Ropes\nB,Bowl,Kitchen>Bowls\n");
        Files.writeString(directory.resolve("events.csv"), "user_id,item_id,event,timestamp\n" + events);
        Call.of(
                        "import",
                        "--events",
                        at("events.csv"),
                        "--items",
                        at("items.csv"),
                        "--shop",
                        at("shop"),
                        "--accept",
                        "all")
                .endsWith(0);
    }

    private Call train(String... further) {
        String[] all = {"train", "--shop", at("shop"), "--recipe", "popular", "--model", at("model")};
        String[] joined = java.util.Arrays.copyOf(all, all.length + further.length);
        System.arraycopy(further, 0, joined, all.length, further.length);
        return Call.of(joined);
    }

    @Test
    void everyEventOnOneItem_isNoResult() throws IOException {
        StringBuilder events = new StringBuilder();
        for (int user = 0; user < 5; user++) {
            for (int day = 1; day < 6; day++) {
                events.append("u" + user + ",A,buy,2024-02-0" + day + "\n");
            }
        }
        shop(events.toString());
        Call trained = train().endsWith(1);
        assertThat(trained.err()).contains("nothing can be chosen").doesNotContain("NaN");
        assertThat(directory.resolve("model")).doesNotExist();
        Call measured =
                Call.of("evaluate", "--shop", at("shop"), "--recipe", "popular").endsWith(1);
        assertThat(measured.err()).contains("nothing can be measured").contains("--unmasked");
        assertThat(measured.out()).doesNotContain("NaN");
    }

    @Test
    void usersWithOneEvent_areToldTheSplitThatNeedsNoMore() throws IOException {
        StringBuilder events = new StringBuilder();
        for (int user = 0; user < 20; user++) {
            events.append("u" + user + "," + (user % 3 == 0 ? "A" : "B") + ",view,2024-02-" + (user + 10) + "\n");
        }
        shop(events.toString().replace("2024-02-29\n", "2024-02-28\n"));
        assertThat(train().endsWith(1).err()).contains("--split temporal");
        train("--split", "temporal").endsWith(0);
    }
}
