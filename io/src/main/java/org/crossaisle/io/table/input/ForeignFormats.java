package org.crossaisle.io.table.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Formats that are known by their first bytes and not read, each with the command that makes it readable. */
final class ForeignFormats {
    private static final int TAR_MAGIC = 257;

    /** @param command with {@code %s} for the name of the file */
    private record Format(String what, String command, int... magic) {
        boolean begins(ByteWindow window) throws IOException {
            return window.startsWith(magic);
        }
    }

    private static final List<Format> FORMATS = List.of(
            new Format("compressed with xz; unpack it first", "xz -dk '%s'", 0xFD, '7', 'z', 'X', 'Z', 0),
            new Format("compressed with lz4; unpack it first", "unlz4 '%s'", 0x04, 0x22, 0x4D, 0x18),
            new Format("compressed with compress; unpack it first", "gunzip '%s'", 0x1F, 0x9D),
            new Format("a 7z archive; unpack it first", "7z x '%s'", '7', 'z', 0xBC, 0xAF, 0x27, 0x1C),
            new Format("a RAR archive; unpack it first", "unrar x '%s'", 'R', 'a', 'r', '!', 0x1A, 0x07),
            new Format(
                    "an old (.xls) or an encrypted Excel workbook; save it as plain .xlsx or CSV, or convert it",
                    "libreoffice --convert-to xlsx '%s'",
                    0xD0,
                    0xCF,
                    0x11,
                    0xE0),
            new Format("an Avro file; convert it to JSON Lines", "avro-tools tojson '%s'", 'O', 'b', 'j', 1),
            new Format("a PDF file; export the table as CSV", "", '%', 'P', 'D', 'F', '-'),
            new Format(
                    "an SQLite database; export the table",
                    "sqlite3 -header -csv '%s' 'select * from TABLE'",
                    'S',
                    'Q',
                    'L',
                    'i',
                    't',
                    'e',
                    ' ',
                    'f',
                    'o',
                    'r',
                    'm',
                    'a',
                    't'));

    private static final List<String> MARKUP = List.of("<!doctype", "<html", "<?xml", "<table", "<head", "<body");

    private ForeignFormats() {}

    /** @throws org.crossaisle.RecsException INPUT_UNREADABLE when the bytes are of a format that is not read */
    static void refuse(String name, ByteWindow window) throws IOException {
        for (Format format : FORMATS) {
            if (format.begins(window)) {
                String command = format.command().isEmpty() ? "" : ": " + String.format(format.command(), name);
                throw Unreadable.because(name + " is " + format.what() + command);
            }
        }
        if (window.startsWith('B', 'Z', 'h') && window.hasAt(4, 0x31, 0x41, 0x59, 0x26)) {
            throw Unreadable.because(name + " is compressed with bzip2; unpack it first: bunzip2 -k '" + name + "'");
        }
        if (window.hasAt(TAR_MAGIC, 'u', 's', 't', 'a', 'r')) {
            throw Unreadable.because(name + " is a tar archive; unpack it first: tar xf '" + name + "'");
        }
        String first = new String(window.peek(64), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (MARKUP.stream().anyMatch(first::startsWith)) {
            throw Unreadable.because(
                    name + " begins with <: it is HTML or XML, expected CSV, JSON, Parquet or .xlsx. A page that was"
                            + " saved instead of a download looks like this.");
        }
    }
}
