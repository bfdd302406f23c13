package org.crossaisle.io.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossaisle.io.column.DateOrder;
import org.crossaisle.io.shop.ImportReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimesOfColumnsTest {
    @TempDir
    Path directory;

    private ImportedTables tables;

    @BeforeEach
    void threeItems() throws IOException {
        tables = new ImportedTables(directory);
    }

    private ImportedTables times(String first, String second) throws IOException {
        return tables.events("user_id;item_id;event;timestamp", "u;A;view;" + first, "u;B;cart;" + second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25.02.2024 18:30|03.04.2024 07:05:09", // day first, dots
                "25/02/2024 18:30|3/4/2024 07:05:09",
                "25-02-24 6:30 PM|03-04-24 7:05:09 AM", // two-digit years
                "02/25/2024 18:30|04/03/2024 07:05:09", // month first
                "2/25/24, 6:30 PM|4/3/24, 7:05:09 AM",
                "25 Feb 2024 18:30|3 Apr 2024 07:05:09",
                "Feb 25, 2024 6:30 p.m.|Apr 3, 2024 7:05:09 a.m.",
                "February 25th, 2024 at 18:30|April 3rd, 2024 at 07:05:09",
                "25. März 2024 18:30|3. April 2024 07:05:09",
                "25-Feb-24 18:30|03-Apr-24 07:05:09",
                "Sun, 25 Feb 2024 18:30:00 GMT|Wed, 03 Apr 2024 07:05:09 GMT", // RFC 1123
                "Sun Feb 25 18:30:00 +0000 2024|Wed Apr 03 07:05:09 +0000 2024",
                "Sun Feb 25 2024 19:30:00 GMT+0100 (CET)|Wed Apr 03 2024 09:05:09 GMT+0200 (CEST)",
                "2024-02-25T18:30:00+00:00[UTC]|2024-04-03T07:05:09Z",
                "2024年2月25日 18:30|2024年4月3日 07:05:09",
                "20240225183000|20240403070509",
                "20240225T183000Z|20240403T070509Z",
                "1708885800|1712127909",
                "1708885800123456789|1712127909000000000", // nanoseconds
                "45347.770833333|45385.295243056", // days of a spreadsheet
                "45347,770833333|45385,295243056",
            })
    void timesAsShopsWriteThem_areRead(String first, String second) throws IOException {
        times(first, second).run();
        String month = first.contains("März") ? "03" : "02";
        assertThat(tables.times("u")).containsExactly("2024-" + month + "-25T18:30:00Z", "2024-04-03T07:05:09Z");
    }

    @Test
    void dayFirst_isNotedWithTheRowThatShowsIt() throws IOException {
        ImportReport report = times("03.04.2024", "25.05.2024").run();
        assertThat(report.table("events").notes()).contains("dates are day first, as in events.csv:3: \"25.05.2024\"");
    }

    @Test
    void datesThatCanBeReadInTwoWays_areRefusedWithBothReadings_andTheOptionSettlesIt() throws IOException {
        times("03/04/2024", "05/06/2024");
        assertThat(tables.refusal())
                .hasMessageContaining("events.csv:2: \"03/04/2024\" is 2024-04-03 day first or 2024-03-04 month first")
                .hasMessageContaining("--date-order dmy, mdy or ymd");
        tables.with(tables.settings().withDateOrder(DateOrder.MDY)).run();
        assertThat(tables.times("u")).containsExactly("2024-03-04T00:00:00Z", "2024-05-06T00:00:00Z");
        tables.with(tables.settings().withDateOrder(DateOrder.DMY)).run();
        assertThat(tables.times("u")).containsExactly("2024-04-03T00:00:00Z", "2024-06-05T00:00:00Z");
    }

    @Test
    void orderThatOnlyALaterRowShows_isFoundBehindTheSample() throws IOException {
        List<String> lines = new ArrayList<>(List.of("user_id,item_id,event,timestamp"));
        for (int row = 0; row < 11_000; row++) {
            lines.add("u" + row + ",A,view,03/04/2024");
        }
        lines.add("z,A,view,04/25/2024");
        tables.events(lines.toArray(String[]::new)).run();
        assertThat(tables.times("u7")).containsExactly("2024-03-04T00:00:00Z");
    }

    @Test
    void datesOfSeveralOrders_areRefused() throws IOException {
        times("25/02/2024", "02/25/2024");
        assertThat(tables.refusal())
                .hasMessageContaining("events.csv:2: \"25/02/2024\"")
                .hasMessageContaining("events.csv:3: \"02/25/2024\"");
    }

    @Test
    void orderThatChangesBehindTheSample_isRefusedWithTheLine() throws IOException {
        List<String> lines = new ArrayList<>(List.of("user_id,item_id,event,timestamp"));
        for (int row = 0; row < 10_000; row++) {
            lines.add("u" + row + ",A,view,25/04/2024");
        }
        for (int row = 0; row < 1_000; row++) {
            lines.add("v" + row + ",A,view,04/25/2024");
        }
        tables.events(lines.toArray(String[]::new));
        assertThat(tables.refusal())
                .hasMessageContaining("read day first")
                .hasMessageContaining("events.csv:10002: \"04/25/2024\"");
    }

    @ParameterizedTest
    @CsvSource({"date,time", "order_day,order_time", "time,date"})
    void dateAndTimeOfDayInTwoColumns_areOneTime(String date, String clock) throws IOException {
        if (date.equals("time")) {
            tables.events(
                    "user_id,item_id,event,time,date", "u,A,view,18:30:00,2024-02-25", "u,B,view,7:05,2024-04-03");
        } else {
            tables.events(
                    "user_id,item_id,event," + date + "," + clock,
                    "u,A,view,25.02.2024,6:30 PM",
                    "u,B,view,03.04.2024,7:05 AM");
            if (date.equals("order_day")) {
                tables.with(tables.settings().withColumns(Map.of("timestamp", "order_time")));
            }
        }
        ImportReport report = tables.run();
        assertThat(tables.times("u")).containsExactly("2024-02-25T18:30:00Z", "2024-04-03T07:05:00Z");
        assertThat(report.table("events").notes()).anyMatch(note -> note.endsWith("are one time"));
    }

    @Test
    void timeOfDayAlone_isRefused_andTheColumnsCanBeNamed() throws IOException {
        tables.events("user_id,item_id,event,time,tag", "u,A,view,10:00:00,2024-02-25");
        assertThat(tables.refusal())
                .hasMessageContaining("column time was taken for the time and holds times of day without a date")
                .hasMessageContaining("--map timestamp=COLUMN");
        tables.with(tables.settings().withColumns(Map.of("timestamp", "tag", "time_of_day", "time")))
                .run();
        assertThat(tables.times("u")).containsExactly("2024-02-25T10:00:00Z");
    }

    @Test
    void timesWithoutAZone_areInTheGivenOne() throws IOException {
        times("2024-07-01 12:00:00", "2024-12-01 12:00:00 +00:00");
        tables.with(tables.settings().withTimeZone(ZoneId.of("Europe/Berlin"))).run();
        assertThat(tables.times("u")).containsExactly("2024-07-01T10:00:00Z", "2024-12-01T12:00:00Z");
    }

    @Test
    void timesThatWereNotUnderstood_areNotMissing() throws IOException {
        tables.events(
                "user_id,item_id,event,timestamp",
                "u,A,view,week 7",
                "u,B,view,week 8",
                "u,C,view,",
                "v,C,view,week 9");
        ImportReport report = tables.run();
        assertThat(report.table("events").notes())
                .contains("3 times are there and not one was understood: the order of the file is the order")
                .noneMatch(note -> note.contains("no event has a time"));
        assertThat(report.toText()).doesNotContain("no event has a time");
    }

    @Test
    void timesRoundedByASpreadsheet_areRefused() throws IOException {
        times("1.70889E+12", "1.71213E+12");
        assertThat(tables.refusal()).hasMessageContaining("its digits are lost");
    }
}
