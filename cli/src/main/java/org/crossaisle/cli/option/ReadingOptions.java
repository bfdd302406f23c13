package org.crossaisle.cli.option;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.crossaisle.io.ingest.ShopFiles;
import org.crossaisle.io.table.TableOptions;
import picocli.CommandLine.Option;

/** Options for how the files of an import are read; each is for all tables, or, with a table in front, for one. */
public final class ReadingOptions {
    @Option(names = "--encoding", paramLabel = "[TABLE=]NAME", description = TableOptions.ENCODING_HELP)
    private List<String> encoding = List.of();

    @Option(names = "--delimiter", paramLabel = "[TABLE=]CHARACTER", description = TableOptions.DELIMITER_HELP)
    private List<String> delimiter = List.of();

    @Option(names = "--quote", paramLabel = "[TABLE=]CHARACTER", description = TableOptions.QUOTE_HELP)
    private List<String> quote = List.of();

    @Option(names = "--escape", paramLabel = "[TABLE=]double|backslash", description = TableOptions.ESCAPE_HELP)
    private List<String> escape = List.of();

    @Option(
            names = "--no-header",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "TABLE",
            description = TableOptions.NO_HEADER_HELP)
    private List<String> noHeader = List.of();

    @Option(names = "--unnest", paramLabel = "[TABLE=]COLUMN", description = TableOptions.UNNEST_HELP)
    private List<String> unnest = List.of();

    @Option(names = "--query", paramLabel = "TABLE=SELECT", description = TableOptions.QUERY_HELP)
    private List<String> query = List.of();

    /** How each table is read, by its name. */
    public SortedMap<String, TableOptions> byTable() {
        return SettingErrors.checked(
                "import",
                () -> ShopFiles.options(Map.of(
                        "encoding", encoding,
                        "delimiter", delimiter,
                        "quote", quote,
                        "escape", escape,
                        "noHeader", noHeader,
                        "unnest", unnest,
                        "query", query)));
    }
}
