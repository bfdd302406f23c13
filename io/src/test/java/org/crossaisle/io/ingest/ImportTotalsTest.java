package org.crossaisle.io.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossaisle.RecsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportTotalsTest {
    @TempDir
    Path directory;

    private ImportedTables tables;
    private final List<String> items = new ArrayList<>(List.of("item_id,title,category_path"));
    private final List<String> events = new ArrayList<>(List.of("user_id,item_id,event,timestamp"));

    /** 30 items and 30 users with one event on each: 900 events, and no total beyond its limit. */
    @BeforeEach
    void shopWithoutFault() throws IOException {
        tables = new ImportedTables(directory).with(ImportSettings.DEFAULTS);
        for (int item = 0; item < 30; item++) {
            items.add("i" + item + ",Item " + item + ",Dept" + item % 3 + ">Shelf" + item % 6);
            for (int user = 0; user < 30; user++) {
                events.add("u" + user + ",i" + item + ",view," + (1_700_000_000 + 1_000 * item));
            }
        }
    }

    private void write() throws IOException {
        tables.items(items.toArray(String[]::new)).events(events.toArray(String[]::new));
    }

    private void importsOnlyWith(ImportLimit limit, double accepted, String message) throws IOException {
        write();
        RecsException refusal = tables.refusal();
        assertThat(refusal.code()).isEqualTo(RecsException.Code.DATA_DOUBTFUL);
        assertThat(refusal)
                .hasMessageContaining(message)
                .hasMessageContaining("--accept " + limit.key() + "=" + text(accepted));
        tables.with(ImportSettings.DEFAULTS.withAccepted(Map.of(limit, accepted)))
                .run();
    }

    private static String text(double limit) {
        return limit == Math.rint(limit) && limit > 1 ? String.valueOf((long) limit) : String.valueOf(limit);
    }

    @Test
    void shopWithoutFault_isImported() throws IOException {
        write();
        assertThat(tables.run().events()).isEqualTo(900);
    }

    @Test
    void moreThanATenthOfTheRowsDropped_stops_andNamesTheReason() throws IOException {
        for (int row = 0; row < 101; row++) {
            events.add("u1,i1,ponder," + 1_700_000_000);
        }
        importsOnlyWith(
                ImportLimit.DROPPED,
                0.11,
                "101 of 1,001 rows of events.csv were dropped, most of them (101) because: unknown action, such as"
                        + " events.csv:902: action \"ponder\" is not known; the nearest is");
    }

    @Test
    void mostEventsOnUnknownItems_stop() throws IOException {
        for (int row = 0; row < 1_000; row++) {
            events.add("u1,old-" + row + ",view," + 1_700_000_000);
        }
        write();
        tables.with(ImportSettings.DEFAULTS.withAccepted(Map.of(ImportLimit.DROPPED, 0.6)));
        assertThat(tables.refusal())
                .hasMessageContaining(
                        "1,000 of 1,900 events are on items that the catalog lacks, such as"
                                + " events.csv:902: item_id \"old-0\" is not among the items; the catalog has ids such as \"i0\"");
        tables.with(ImportSettings.DEFAULTS.withAccepted(
                        Map.of(ImportLimit.DROPPED, 0.6, ImportLimit.UNKNOWN_ITEMS, 0.53)))
                .run();
    }

    @Test
    void oneItemWithATenthOfTheEvents_stops() throws IOException {
        for (int row = 0; row < 80; row++) {
            events.add("v" + row + ",i7,view," + 1_700_000_000);
        }
        importsOnlyWith(ImportLimit.ONE_ITEM, 0.12, "110 of 980 events are on one item, \"i7\"");
    }

    @Test
    void oneUserWithATenthOfTheEvents_stops_andIsNotNamed() throws IOException {
        for (int row = 0; row < 150; row++) {
            events.add("everyone,i" + row % 30 + ",view," + (1_700_000_000 + 1_000 * row));
        }
        importsOnlyWith(ImportLimit.ONE_USER, 0.15, "150 of 1,050 events are of one user, the first at events.csv:902");
        tables.with(ImportSettings.DEFAULTS);
        assertThat(tables.refusal()).message().doesNotContain("everyone,").doesNotContain("\"everyone\"");
    }

    @Test
    void fewItemsWithEvents_stop() throws IOException {
        events.removeIf(line -> line.matches(".*,i(1\\d|2\\d),.*"));
        write();
        tables.with(ImportSettings.DEFAULTS.withAccepted(Map.of(ImportLimit.ONE_ITEM, 0.2)));
        assertThat(tables.refusal()).hasMessageContaining("10 items have events. Expected: at least 20");
    }

    @Test
    void catalogThatShrankByHalf_stops_andLeavesTheShop() throws IOException {
        write();
        tables.run();
        items.subList(15, items.size()).clear();
        events.removeIf(line -> !line.matches(".*,(event|i\\d|i1[0-3]),.*"));
        write();
        tables.with(ImportSettings.DEFAULTS.withAccepted(Map.of(ImportLimit.ITEMS, 10.0)));
        assertThat(tables.refusal()).hasMessageContaining("the catalog has 14 items, the shop has 30 now");
        assertThat(tables.shop().catalog().size()).isEqualTo(30);
        tables.with(ImportSettings.DEFAULTS.acceptingAll()).run();
        assertThat(tables.shop().catalog().size()).isEqualTo(14);
    }
}
