package org.crossaisle.io.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crossaisle.RecsException;
import org.crossaisle.io.table.input.Part;
import org.crossaisle.io.table.input.SourceParts;
import org.crossaisle.io.table.input.TextInput;
import org.crossaisle.io.table.input.Unreadable;
import org.crossaisle.io.table.json.JsonForm;

/**
 * Opens a table in the format detected from its first bytes: CSV or JSON, plain or compressed with gzip, zstd or zip;
 * Parquet; or an Excel workbook.
 */
public final class TableFile {
    private TableFile() {}

    /**
     * Opens a file and reads its header.
     *
     * @throws RecsException as {@link #open(TableSource, TableOptions)}
     */
    public static RowReader open(Path path) {
        return open(TableSource.of(path), TableOptions.DEFAULTS);
    }

    /**
     * Opens a table and reads its header.
     *
     * @throws RecsException INPUT_UNREADABLE when there is no such file, it is empty, its content contradicts its name,
     *     or its form cannot be known for certain; COLUMN_MISSING when there is no list to unnest; SETTING_INVALID when
     *     an option has no such value
     */
    public static RowReader open(TableSource source, TableOptions options) {
        Optional<DatabaseUrl> database = database(source);
        if (database.isPresent()) {
            return new QueryRows(
                    database.get(), options.query(), environment(QueryRows.USER), environment(QueryRows.PASSWORD));
        }
        if (!options.query().isEmpty()) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "a query needs a database, such as jdbc:postgresql://HOST/DATABASE; found " + nameOf(source));
        }
        List<Part> parts = SourceParts.of(source.names());
        if (parts.size() == 1) {
            Part part = parts.get(0);
            return open(part, options, true).orElseThrow(() -> Unreadable.because(part.name() + " is empty"));
        }
        return new JoinedRows(nameOf(source), parts, size(parts), options);
    }

    private static Optional<DatabaseUrl> database(TableSource source) {
        if (source.names().stream().noneMatch(DatabaseUrl::isOne)) {
            return Optional.empty();
        }
        if (source.names().size() > 1) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "a table is read from one database or from files, found "
                            + source.names().size() + " names; join tables in the query");
        }
        return Optional.of(new DatabaseUrl(source.names().get(0)));
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }

    private static String nameOf(TableSource source) {
        return String.join(
                ", ",
                source.names().stream()
                        .map(name -> name.replaceFirst("/+$", "").replaceFirst(".*/(?=[^/])", ""))
                        .limit(5)
                        .toList());
    }

    private static long size(List<Part> parts) {
        long size = 0;
        for (Part part : parts) {
            Optional<Path> file = part.member().isPresent() ? Optional.empty() : part.seekable();
            if (file.isEmpty()) {
                return -1;
            }
            try {
                size += Files.size(file.get());
            } catch (IOException e) {
                throw unreadable(part, e);
            }
        }
        return size;
    }

    /**
     * Opens a part; empty when it has no text.
     *
     * @param alone true when it is the whole table
     */
    static Optional<RowReader> open(Part part, TableOptions options, boolean alone) {
        try {
            Optional<Path> file = part.seekable();
            if (file.isPresent()) {
                Optional<RowReader> seekable = seekable(part, file.get(), options);
                if (seekable.isPresent()) {
                    return seekable;
                }
            }
            Optional<TextInput> input = TextInput.open(part, options.encoding());
            return input.isEmpty() ? Optional.empty() : Optional.of(text(input.get(), options, alone));
        } catch (IOException e) {
            throw unreadable(part, e);
        }
    }

    private static RecsException unreadable(Part part, IOException e) {
        return Unreadable.because(part.name() + " cannot be read: " + e.getMessage(), e);
    }

    /** Formats that are read at any position, so from files on disk only. */
    private static Optional<RowReader> seekable(Part part, Path file, TableOptions options) throws IOException {
        byte[] magic = new byte[4];
        int length;
        try (var head = Files.newInputStream(file)) {
            length = head.readNBytes(magic, 0, magic.length);
        }
        boolean zip = length == magic.length && magic[0] == 'P' && magic[1] == 'K';
        if (zip && WorkbookRows.isWorkbook(file)) {
            return Optional.of(new WorkbookRows(part, file, options));
        }
        if (part.member().isPresent()) {
            return Optional.empty();
        }
        String suffix = part.fileName().toLowerCase(Locale.ROOT);
        if (magic[0] == 'P' && magic[1] == 'A' && magic[2] == 'R' && magic[3] == '1') {
            return Optional.of(new ParquetRows(part.name(), file, part.open(), options.unnest()));
        }
        if (length > 0 && suffix.endsWith(".parquet")) {
            throw Unreadable.because(part.name() + " is not Parquet: it does not begin with PAR1");
        }
        if (length > 0 && suffix.endsWith(".zip")) {
            throw Unreadable.because(part.name() + " is not a zip file: it does not begin with PK");
        }
        boolean otherWorkbook = (magic[0] & 0xff) == 0xD0 && (magic[1] & 0xff) == 0xCF; // refused with advice later
        if (length > 0 && suffix.endsWith(".xlsx") && !otherWorkbook) {
            throw Unreadable.because(part.name() + " is not an Excel workbook (.xlsx): it does not begin with PK");
        }
        return Optional.empty();
    }

    private static RowReader text(TextInput input, TableOptions options, boolean alone) throws IOException {
        boolean kept = false;
        try {
            RowReader reader = reader(input, options, alone);
            kept = true;
            return reader;
        } finally {
            if (!kept) {
                input.close();
            }
        }
    }

    private static RowReader reader(TextInput input, TableOptions options, boolean alone) throws IOException {
        byte first = input.first();
        String plain = input.part().fileName().toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst|zstd)$", "");
        boolean namedLines = plain.endsWith(".jsonl") || plain.endsWith(".ndjson");
        boolean namedJson = namedLines || plain.endsWith(".json");
        boolean namedCsv = plain.endsWith(".csv") || plain.endsWith(".tsv");
        boolean json = first == '{' || (first == '[' && !namedCsv);
        if (first == '{' && namedCsv) {
            throw Unreadable.because(input.name() + " is named as CSV and begins as JSON; name it .json if it is");
        }
        if (!json && namedJson) {
            throw Unreadable.because(input.name() + " is named as JSON and does not begin with { or [");
        }
        if (!json) {
            if (!options.unnest().isEmpty()) {
                throw Unreadable.because(
                        input.name() + " is CSV, which has no lists to unnest; leave --unnest out, or give it to"
                                + " one table: --unnest events=" + options.unnest());
            }
            return new CsvRows(input, options.csv());
        }
        JsonForm form = JsonForm.of(input.window(), options.unnest(), namedLines);
        return form == JsonForm.LINES
                ? new JsonLinesRows(input, options.unnest(), alone)
                : new JsonDocumentRows(input, form, options.unnest(), alone);
    }
}
