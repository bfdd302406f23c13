package org.crossaisle.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.crossaisle.RecsException;
import org.crossaisle.io.format.FormatDirectory;
import org.crossaisle.io.format.FormattedTables;
import org.crossaisle.io.format.ShopFormats;
import org.crossaisle.io.format.plan.FormatText;
import org.crossaisle.io.format.plan.ShopFormat;
import org.crossaisle.io.ingest.ShopFiles;
import org.crossaisle.io.table.TableSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the format in which the files of a shop are written. */
public final class FormatOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "",
            description = "How the files are written: shopify, woocommerce, magento, google-merchant, ga4, gorse,"
                    + " recbole, metarank, personalize, retail-api, movielens, instacart, retailrocket, predictionio,"
                    + " opencart, criteo, or a file that ends in .yaml. Recognised where it is unmistakable; plain reads"
                    + " the files as they are.")
    private String format;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "A directory with the files of a format, instead of --events and --items.")
    private @Nullable Path from;

    @Option(
            names = "--explain",
            description = "Prints how the files would be read, as a file for --format that can be edited, and imports"
                    + " nothing.")
    private boolean explain;

    private static final String PLAIN = "plain";

    public boolean explain() {
        return explain;
    }

    private Optional<ShopFormat> named() {
        return format.isEmpty() || format.equals(PLAIN) ? Optional.empty() : Optional.of(ShopFormats.named(format));
    }

    /**
     * The files of the directory, if one is named, with what was named besides.
     *
     * @param given the files that were named for a table, which need no other
     */
    public SortedMap<String, TableSource> sources(SortedMap<String, TableSource> given) {
        if (from != null && !(given.containsKey("events") && given.containsKey("items"))) {
            FormatDirectory.tables(from, named()).forEach((table, source) -> given.putIfAbsent(table, source));
        }
        return given;
    }

    /** The tables, each with the format that it has. */
    public FormattedTables tables(ShopFiles files) {
        if (format.equals(PLAIN)) {
            return FormattedTables.plain(files);
        }
        return named().map(known -> FormattedTables.of(known, files)).orElseGet(() -> FormattedTables.detect(files));
    }

    /**
     * How the tables are read, as the text of a format.
     *
     * @throws RecsException SETTING_INVALID when they are read as they are
     */
    public String explained(FormattedTables tables) {
        return tables.used()
                .map(FormatText::of)
                .orElseThrow(() -> new RecsException(
                        RecsException.Code.SETTING_INVALID,
                        "there is no format to explain: the files are read as tables of our own. Known formats: "
                                + String.join(", ", ShopFormats.NAMES)));
    }
}
