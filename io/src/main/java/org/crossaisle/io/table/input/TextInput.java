package org.crossaisle.io.table.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of a part, unpacked and as UTF-8 without a byte order mark. For one thread. */
public final class TextInput implements AutoCloseable {
    private static final int SNIFFED = 4_096;

    private final Part part;
    private final SourceBytes bytes;
    private final String compression;
    private final ByteWindow window;
    private final TextEncoding encoding;

    private TextInput(Part part, SourceBytes bytes, String compression, ByteWindow window, TextEncoding encoding) {
        this.part = part;
        this.bytes = bytes;
        this.compression = compression;
        this.window = window;
        this.encoding = encoding;
    }

    /**
     * Opens the text of a part; empty when the part has no text but white space.
     *
     * @param encoding the encoding that the user names, or blank
     * @throws org.crossaisle.RecsException INPUT_UNREADABLE when it is no text, or its encoding cannot be known
     */
    public static Optional<TextInput> open(Part part, String encoding) throws IOException {
        SourceBytes bytes = part.open();
        boolean kept = false;
        try {
            if (bytes.size() == 0) {
                return Optional.empty();
            }
            Unpacked unpacked = Unpacked.of(part, bytes);
            ByteWindow window = unpacked.window();
            TextEncoding found = TextEncoding.of(part.name(), window, encoding);
            window.advance(found.mark());
            if (!found.charset().equals(StandardCharsets.UTF_8)) {
                window = new ByteWindow(new Transcoded(window.rest(), found.charset()));
            }
            TextInput input = new TextInput(part, bytes, unpacked.compression(), window, found);
            kept = input.first() != 0;
            return kept ? Optional.of(input) : Optional.empty();
        } finally {
            if (!kept) {
                bytes.close();
            }
        }
    }

    public Part part() {
        return part;
    }

    public String name() {
        return part.name();
    }

    public ByteWindow window() {
        return window;
    }

    public SourceBytes bytes() {
        return bytes;
    }

    /** What surrounds the text: ", gzip", ", GB18030", or nothing. */
    public String wrapping() {
        return (compression.isEmpty() ? "" : ", " + compression)
                + (isUtf8() ? "" : ", " + encoding.charset().name());
    }

    public boolean isCompressed() {
        return !compression.isEmpty();
    }

    public String compression() {
        return compression;
    }

    /** What is wrong with a row that the encoding cannot read. */
    public String notText() {
        return "text is not " + encoding.charset().name();
    }

    /**
     * True when a row has only characters of the encoding.
     *
     * @param start offset in the buffer of the window
     * @throws org.crossaisle.RecsException INPUT_UNREADABLE when so many rows are not that the file must be in another
     *     encoding
     */
    public boolean isText(long line, int start, int length) {
        return encoding.lines().check(line, window.bytes, start, length);
    }

    /** The first byte that is not white space; 0 when there is none at the beginning of the text. */
    public byte first() throws IOException {
        for (int i = 0; i < SNIFFED && window.has(i); i++) {
            byte b = window.at(i);
            if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                return b;
            }
        }
        return 0;
    }

    private boolean isUtf8() {
        return encoding.charset().equals(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
