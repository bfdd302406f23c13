package org.crossaisle.io.table.input;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a part without their compression, which is known by the first bytes.
 *
 * @param window the unpacked bytes
 * @param compression "gzip", "zstd", or empty
 */
record Unpacked(ByteWindow window, String compression) {
    private static final int BLOCK = 1 << 16;
    private static final String GZIP = "gzip";
    private static final String ZSTD = "zstd";

    /** @throws org.crossaisle.RecsException INPUT_UNREADABLE when the content contradicts the name, or is not read */
    static Unpacked of(Part part, SourceBytes bytes) throws IOException {
        ByteWindow raw = new ByteWindow(bytes);
        String compression = compression(raw);
        String suffix = part.fileName().toLowerCase(Locale.ROOT);
        if (suffix.endsWith(".gz") && !compression.equals(GZIP)) {
            throw Unreadable.because(part.name() + " is not gzipped: it does not begin with 1f 8b");
        }
        if ((suffix.endsWith(".zst") || suffix.endsWith(".zstd")) && !compression.equals(ZSTD)) {
            throw Unreadable.because(part.name() + " is not compressed with zstd: it does not begin with 28 b5 2f fd");
        }
        ForeignFormats.refuse(part.name(), raw);
        if (compression.isEmpty()) {
            refuseTables(part.name(), raw);
            return new Unpacked(raw, compression);
        }
        ByteWindow window = new ByteWindow(
                compression.equals(GZIP) ? new GZIPInputStream(raw.rest(), BLOCK) : new ZstdInputStream(raw.rest()));
        String inner = compression(window);
        if (!inner.isEmpty()) {
            throw Unreadable.because(part.name() + " is compressed twice: inside " + compression + " there is " + inner
                    + ". Unpack it once first.");
        }
        String inside = "the content of " + part.name();
        ForeignFormats.refuse(inside, window);
        refuseTables(inside, window);
        return new Unpacked(window, compression);
    }

    /** Formats that are read from files on disk only. */
    private static void refuseTables(String name, ByteWindow window) throws IOException {
        if (window.startsWith('P', 'A', 'R', '1')) {
            throw Unreadable.because(
                    name + " is Parquet, which is read from a file on disk only; unpack or save it first");
        }
        if (window.startsWith('P', 'K', 3, 4)) {
            throw Unreadable.because(name
                    + " is a zip file or a workbook, which are read from a file on disk only; unpack or save it first");
        }
    }

    private static String compression(ByteWindow window) throws IOException {
        if (window.startsWith(0x1F, 0x8B)) {
            return GZIP;
        }
        boolean skippable = window.hasAt(1, 0x2A, 0x4D, 0x18) && (window.at(0) & 0xF0) == 0x50;
        return skippable || window.startsWith(0x28, 0xB5, 0x2F, 0xFD) ? ZSTD : "";
    }
}
