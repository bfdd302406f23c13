package org.crossaisle.io.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.ImportReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdsOfColumnsTest {
    private static final String HEADER = "user_id,item_id,event,timestamp";

    @TempDir
    Path directory;

    private ImportedTables tables;

    @BeforeEach
    void threeItems() throws IOException {
        tables = new ImportedTables(directory);
    }

    @Test
    void itemIdsRoundedByASpreadsheet_areRefused() throws IOException {
        tables.items("item_id,title", "7.31002E+12,Rope", "7.31002E+12,Bowl");
        tables.events(HEADER, "u,7.31002E+12,view,2024-02-25");
        assertThat(tables.refusal())
                .hasMessageContaining("items.csv")
                .hasMessageContaining("\"7.31002E+12\"")
                .hasMessageContaining("its digits are lost. Export the column again as text");
    }

    @Test
    void userIdsRoundedWithADecimalComma_areRefused() throws IOException {
        tables.events("user_id;item_id;event;timestamp", "7,31002E+12;A;view;2024-02-25");
        assertThat(tables.refusal()).hasMessageContaining("each user id in column user_id");
    }

    @Test
    void idsThatOnlyLookLikeIt_areIds() throws IOException {
        tables.items("item_id,title", "12E3,Rope", "7E+1X,Bowl");
        tables.events(HEADER, "u,12E3,view,2024-02-25", "u,7E+1X,view,2024-02-26")
                .run();
        assertThat(tables.history("u").size()).isEqualTo(2);
    }

    @Test
    void wholeNumbersWithDecimals_areReadWithoutThem_inEachTable() throws IOException {
        tables.items("item_id,title", "21,Rope", "22,Bowl");
        ImportReport report = tables.events(
                        HEADER, "7.0,21.0,view,2024-02-25", "7.0,22.0,cart,2024-02-26", ",22.0,cart,2024-02-26")
                .run();
        assertThat(tables.history("7").size()).isEqualTo(2);
        assertThat(report.table("events").notes())
                .contains("column item_id: 3 whole numbers such as 101.0 were read as 101");
        tables.items("item_id,title", "21.0,Rope", "22.0,Bowl");
        tables.events(HEADER, "7,21,view,2024-02-25").run();
        assertThat(tables.item("21").title()).isEqualTo("Rope");
    }

    @Test
    void versionsWithDecimals_stay() throws IOException {
        tables.items("item_id,title", "1.0,Rope", "1.5,Bowl");
        tables.events(HEADER, "u,1.0,view,2024-02-25").run();
        assertThat(tables.item("1.0").title()).isEqualTo("Rope");
    }

    @Test
    void columnOfWholeNumbersThatTurnsIntoNames_isRefusedWithTheLine() throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int row = 0; row < 10_000; row++) {
            lines.add(row + ".0,A,view,2024-02-25");
        }
        for (int row = 0; row < 1_000; row++) {
            lines.add("name" + row + ",A,view,2024-02-25");
        }
        tables.events(lines.toArray(String[]::new));
        assertThat(tables.refusal()).hasMessageContaining("1,000 ids are none, the first at events.csv:10002");
    }

    @Test
    void lostLeadingZeros_areFoundAgain_inEitherTable() throws IOException {
        tables.items("item_id,title", "0021,Rope", "0022,Bowl");
        ImportReport report = tables.events(HEADER, "u,21,view,2024-02-25", "u,22,view,2024-02-26")
                .run();
        assertThat(tables.history("u").size()).isEqualTo(2);
        assertThat(report.table("events").notes())
                .contains("item ids are compared without leading zeros: events.csv has 21 where the catalog has 0021");
        tables.items("item_id,title", "21,Rope", "22,Bowl");
        tables.events(HEADER, "u,0021,view,2024-02-25").run();
        assertThat(tables.history("u").size()).isEqualTo(1);
    }

    @Test
    void leadingZerosThatTellItemsApart_areKept() throws IOException {
        tables.items("item_id,title", "0021,Rope", "021,Bowl", "7,Pan");
        ImportReport report = tables.events(HEADER, "u,21,view,2024-02-25", "u,7,view,2024-02-26")
                .run();
        assertThat(tables.history("u").size()).isEqualTo(1);
        assertThat(report.table("events").notes())
                .anyMatch(note -> note.contains("differ from the catalog's by leading zeros only"));
    }

    @Test
    void wordsForAMissingId_areNoUsers_andNamedWithTheirEvents() throws IOException {
        ImportReport report = tables.events(
                        HEADER,
                        "u,A,view,2024-02-25",
                        "NaN,A,view,2024-02-25",
                        "null,B,view,2024-02-26",
                        "null,C,view,2024-02-27",
                        "undefined,A,view,2024-02-27",
                        "Guest,A,view,2024-02-28",
                        "u,N/A,view,2024-02-28")
                .run();
        assertThat(report.users()).isEqualTo(1);
        assertThat(report.table("events").count(Finding.Reason.MISSING_ID)).isEqualTo(6);
        assertThat(report.table("events").notes())
                .contains("column user_id: Guest (1 rows), NaN (1 rows), null (2 rows), undefined (1 rows) stand for no"
                        + " user id; --null-words says which words do");
        tables.with(tables.settings().withNullWords(List.of("guest"))).run();
        assertThat(tables.shop().userNumber("null")).isPresent();
        assertThat(tables.shop().userNumber("Guest")).isEmpty();
    }

    @Test
    void idThatStandsForEveryoneNotLoggedIn_isNoUser() throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int row = 1; row <= 50; row++) {
            lines.add(row + ",A,view,2024-02-25");
            lines.add("0,B,view,2024-02-25T10:00:" + (9 + row));
        }
        ImportReport report = tables.events(lines.toArray(String[]::new)).run();
        assertThat(report.users()).isEqualTo(50);
        assertThat(report.table("events").notes()).anyMatch(note -> note.contains("0 (50 rows) stands for no user id"));
        tables.events(HEADER, "0,A,view,2024-02-25", "1,B,view,2024-02-25", "2,B,view,2024-02-25")
                .run();
        assertThat(tables.shop().userNumber("0")).isPresent(); // a user like the others
    }
}
