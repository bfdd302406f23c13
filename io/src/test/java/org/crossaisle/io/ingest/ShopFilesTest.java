package org.crossaisle.io.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.ImportReport;
import org.crossaisle.io.shop.TableReport;
import org.crossaisle.io.table.TableOptions;
import org.crossaisle.io.table.TableSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what the user names and says to a shop. */
final class ShopFilesTest {
    private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");

    @TempDir
    Path directory;

    private ImportSettings settings = ImportSettings.DEFAULTS.acceptingAll();

    private String write(String name, String text, String charset) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(Charset.forName(charset))).toString();
    }

    private String write(String name, String text) throws IOException {
        return write(name, text, "UTF-8");
    }

    private ImportReport run(TableSource events, TableSource items, SortedMap<String, TableOptions> options) {
        ShopFiles files = new ShopFiles(events, items, Optional.empty(), Optional.empty(), options);
        return new ShopImport(settings).run(files, directory.resolve("shop"), NOW, "", Progress.SILENT);
    }

    private static SortedMap<String, TableOptions> options(String setting, String... values) {
        return ShopFiles.options(Map.of(setting, List.of(values)));
    }

    private static TableOptions of(SortedMap<String, TableOptions> options, String table) {
        return Objects.requireNonNull(options.get(table));
    }

    private static final String ITEMS = "sku,title,category\npot,Teapot,Tea\nmug,Mug,Tea\n";

    @Test
    void optionOfOneTable_goesBeforeThatOfAll() {
        SortedMap<String, TableOptions> options = options("delimiter", "events=;", "|", "items==");
        assertThat(of(options, "events").delimiter()).isEqualTo(";");
        assertThat(of(options, "items").delimiter()).isEqualTo("=");
        assertThat(of(options, "users").delimiter()).isEqualTo("|");
        assertThat(of(options("noHeader", "events"), "events").noHeader()).isTrue();
        assertThat(of(options("noHeader", "events"), "items").noHeader()).isFalse();
        assertThat(of(options("noHeader", "true"), "items").noHeader()).isTrue();
        assertThatThrownBy(() -> options("noHeader", "event"))
                .hasMessage("noHeader is \"event\", expected nothing or the name of a table");
    }

    @Test
    void standardInput_isOneTableOnly() {
        assertThatThrownBy(() -> new ShopFiles(
                        TableSource.named("-"),
                        TableSource.named("-"),
                        Optional.empty(),
                        Optional.empty(),
                        new TreeMap<>()))
                .isInstanceOf(RecsException.class)
                .hasMessageStartingWith("only one table can be read from standard input");
    }

    @Test
    void parts_areOneTable_withoutTimesInTheOrderOfTheirRows() throws IOException {
        write("log/part-0.csv", "user,item,event\nann,pot,view\nann,cup,view\n");
        write("log/part-1.csv", "user,item,event\nann,mug,view\nbob,jug,view\nann,pot,buy\n");
        String items = write("items.csv", ITEMS);
        ImportReport report = run(TableSource.named(directory + "/log"), TableSource.named(items), new TreeMap<>());
        TableReport events = report.table("events");
        assertThat(events.file()).isEqualTo("log");
        assertThat(events.format()).isEqualTo("2 parts, CSV");
        assertThat(events.rows()).isEqualTo(5);
        assertThat(events.findings())
                .filteredOn(finding -> finding.reason() == Finding.Reason.UNKNOWN_ITEM)
                .singleElement()
                .satisfies(finding -> assertThat(finding.examples())
                        .containsExactly(
                                "part-0.csv:3: item_id \"cup\" is not among the items",
                                "part-1.csv:3: item_id \"jug\" is not among the items"));
        assertThat(report.interactions()).isEqualTo(3);
    }

    @Test
    void optionsOfATable_areUsed_andInTheProvenance() throws IOException {
        String events = write("events.csv", "ann|pot|view\nbob|mug|buy\n");
        String items = write("items.csv", "sku;title;category\npot;Königskanne;Tee\nmug;Mug;Tee\n", "windows-1252");
        settings = settings.withColumns(Map.of("user_id", "column1", "events.item_id", "column2", "event", "column3"));
        SortedMap<String, TableOptions> options =
                ShopFiles.options(Map.of("noHeader", List.of("events"), "encoding", List.of("items=windows-1252")));
        ImportReport report = run(TableSource.named(events), TableSource.named(items), options);
        assertThat(report.interactions()).isEqualTo(2);
        assertThat(report.table("items").format()).isEqualTo("CSV, windows-1252");
        assertThat(report.table("items").notes()).contains("the delimiter is semicolon");
        assertThat(Files.readString(directory.resolve("shop").resolve("shop.json")))
                .contains("\"events.noHeader\"")
                .contains("\"items.encoding\"");
    }

    @Test
    void itemsOfABasket_areEventsOfTheirOwn_whenUnnested() throws IOException {
        String events = write(
                "events.jsonl",
                "{\"user\":\"ann\",\"event\":\"buy\",\"lines\":[{\"item_id\":\"pot\"},{\"item_id\":\"mug\"}]}\n");
        String items = write("items.csv", ITEMS);
        assertThatThrownBy(() -> run(TableSource.named(events), TableSource.named(items), new TreeMap<>()))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("events.jsonl has no column item_id")
                .hasMessageContaining("lines (item_id)")
                .hasMessageContaining("--unnest lines");
        settings = settings.withColumns(Map.of("events.item_id", "lines.item_id"));
        ImportReport report =
                run(TableSource.named(events), TableSource.named(items), options("unnest", "events=lines"));
        assertThat(report.interactions()).isEqualTo(2);
    }

    @Test
    void columnThatStandsTwice_isAnErrorOnlyIfItIsNeeded() throws IOException {
        String events = write("events.csv", "user,item,event\nann,pot,view\n");
        String unused = write("items.csv", "sku,title,category,tag,tag\npot,Teapot,Tea,x,y\n");
        ImportReport report = run(TableSource.named(events), TableSource.named(unused), new TreeMap<>());
        assertThat(report.table("items").notes())
                .contains("the header has the column tag more than once; only the first is read");
        String needed = write("items2.csv", "sku,title,category,title\npot,Teapot,Tea,Pot\n");
        assertThatThrownBy(() -> run(TableSource.named(events), TableSource.named(needed), new TreeMap<>()))
                .hasMessage("items2.csv has the column title more than once, and it is the title: which one is meant?"
                        + " Rename one of them.");
    }
}
