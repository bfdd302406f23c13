package org.crossaisle.io.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.io.profile.ReportLanguage;
import org.crossaisle.io.profile.ShopReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report for people, and the import that only reports. */
class ImportReportsTest {
    @TempDir
    private Path directory;

    private final List<ShopReport> reports = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        StringBuilder items = new StringBuilder("item_id,title,category_path\n");
        StringBuilder events = new StringBuilder("user_id,item_id,event,timestamp\n");
        for (int at = 0; at < 30; at++) {
            items.append("i").append(at).append(",Lamp ").append(at).append(",Home>Lamps\n");
            for (int user = 0; user < 3; user++) {
                events.append("customer-")
                        .append((at + user) % 30)
                        .append(",i")
                        .append(at)
                        .append(",view,2024-03-0");
                events.append(1 + user).append('\n');
            }
        }
        Files.writeString(directory.resolve("items.csv"), items);
        Files.writeString(directory.resolve("events.csv"), events);
        Files.writeString(directory.resolve("doubtful.csv"), events.toString().replace(",i1", ",x1"));
    }

    private void run(ShopImport imported, String events) {
        imported.reportingTo(reports::add)
                .run(
                        directory.resolve(events),
                        directory.resolve("items.csv"),
                        Optional.empty(),
                        directory.resolve("shop"),
                        Instant.parse("2024-06-01T00:00:00Z"),
                        "",
                        Progress.SILENT);
    }

    private static ShopImport importer() {
        return new ShopImport(ImportSettings.DEFAULTS);
    }

    @Test
    void importedShop_holdsItsReport_whichNamesNoCustomer() throws IOException {
        run(importer(), "events.csv");
        String page = Files.readString(ShopReport.page(directory.resolve("shop")));
        assertThat(page).contains("30 users, 30 items, 90 events, 90 interactions", "2024-03-02");
        assertThat(page).doesNotContain("customer-");
        assertThat(page).isEqualTo(reports.get(0).toHtml());
    }

    @Test
    void dryRun_reportsTheSame_andLeavesNothing() {
        run(importer().dryRun(), "events.csv");
        assertThat(directory.resolve("shop")).doesNotExist();
        run(importer(), "events.csv");
        assertThat(reports.get(0).toText(ReportLanguage.ENGLISH))
                .isEqualTo(reports.get(1).toText(ReportLanguage.ENGLISH));
    }

    @Test
    void dryRunOverAShop_leavesItAsItWas() throws IOException {
        run(importer(), "events.csv");
        List<String> before = content();
        run(importer().dryRun(), "events.csv");
        assertThat(content()).isEqualTo(before);
    }

    private List<String> content() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("shop"))) {
            List<String> all = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
            return all;
        }
    }

    @Test
    void importThatStopsAtALimit_isReportedAllTheSame() {
        assertThatThrownBy(() -> run(importer(), "doubtful.csv"))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("--accept dropped=");
        assertThat(reports)
                .singleElement()
                .satisfies(report -> assertThat(report.toText(ReportLanguage.ENGLISH))
                        .startsWith("shop: fit for use, with care")
                        .contains("of all rows were dropped", "of the events are on items that the catalog lacks"));
        assertThat(directory.resolve("shop")).doesNotExist();
    }
}
