package org.crossaisle.io.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.crossaisle.RecsException;

/** Opens a table in the format detected from its first bytes: CSV, JSON Lines, either of them gzipped, or Parquet. */
public final class TableFile {
    private static final int SNIFFED = 4_096;
    private static final int GZIP_BLOCK = 1 << 16;

    private TableFile() {}

    /**
     * Opens a table and reads its header.
     *
     * @throws RecsException INPUT_UNREADABLE when there is no such file, it is empty, or its content contradicts its
     *     name
     */
    public static RowReader open(Path path) {
        String name = path.toAbsolutePath().normalize().getFileName().toString();
        if (!Files.isRegularFile(path)) {
            throw unreadable(path + (Files.exists(path) ? " is not a file" : " does not exist"));
        }
        FileBytes file = null;
        try {
            file = new FileBytes(path);
            RowReader reader = open(path, name, file);
            file = null; // now owned by the reader
            return reader;
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE, path + " cannot be read: " + e.getMessage(), e);
        } finally {
            if (file != null) {
                closeAfterFailure(file);
            }
        }
    }

    private static void closeAfterFailure(FileBytes file) {
        try {
            file.close();
        } catch (IOException e) {
            // ignored: the file was only read, and the exception that made us close it is thrown instead
        }
    }

    private static RowReader open(Path path, String name, FileBytes file) throws IOException {
        byte[] magic = new byte[4];
        int length;
        try (var head = Files.newInputStream(path)) {
            length = head.readNBytes(magic, 0, magic.length);
        }
        if (length == 0) {
            throw unreadable(name + " is empty");
        }
        String suffix = name.toLowerCase(Locale.ROOT);
        if (magic[0] == 'P' && magic[1] == 'A' && magic[2] == 'R' && magic[3] == '1') {
            return new ParquetRows(path, file);
        }
        if (suffix.endsWith(".parquet")) {
            throw unreadable(name + " is not Parquet: it does not start with PAR1");
        }
        boolean gzip = (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        if (suffix.endsWith(".gz") && !gzip) {
            throw unreadable(name + " is not gzipped: it does not start with 1f 8b");
        }
        ByteWindow window = new ByteWindow(gzip ? new GZIPInputStream(file, GZIP_BLOCK) : file);
        return text(name, file, gzip, window);
    }

    private static RowReader text(String name, FileBytes file, boolean gzip, ByteWindow window) throws IOException {
        byte first = firstOfText(name, window);
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        boolean namedJson = plain.endsWith(".jsonl") || plain.endsWith(".ndjson") || plain.endsWith(".json");
        boolean namedCsv = plain.endsWith(".csv") || plain.endsWith(".tsv");
        if (first == '[' && !namedCsv) {
            throw unreadable(name + " is one JSON array, expected JSON Lines: one object per line");
        }
        if (first == '{' && namedCsv) {
            throw unreadable(
                    name + " is named as CSV but starts like JSON; name it .jsonl if it has one object per line");
        }
        if (first != '{' && namedJson) {
            throw unreadable(name + " is named as JSON Lines but does not start with {");
        }
        return first == '{' ? new JsonLinesRows(name, file, gzip, window) : new CsvRows(name, file, gzip, window);
    }

    /** The first byte that is not white space, after a byte order mark. */
    private static byte firstOfText(String name, ByteWindow window) throws IOException {
        if (window.startsWith(0xEF, 0xBB, 0xBF)) {
            window.advance(3);
        }
        if (window.startsWith(0xFF, 0xFE) || window.startsWith(0xFE, 0xFF)) {
            throw unreadable(name + " is UTF-16, expected UTF-8");
        }
        byte first = 0;
        for (int i = 0; i < SNIFFED && window.has(i); i++) {
            byte b = window.at(i);
            if (b == 0) {
                throw unreadable(name + " is not text: its byte " + i + " is 0");
            }
            if (first == 0 && b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                first = b;
            }
        }
        if (first == 0) {
            throw unreadable(name + " is empty");
        }
        return first;
    }

    private static RecsException unreadable(String message) {
        return new RecsException(RecsException.Code.INPUT_UNREADABLE, message);
    }
}
