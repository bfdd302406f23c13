package org.crossaisle.io.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.crossaisle.RecsException;
import org.jspecify.annotations.Nullable;

/** Base class of readers for tables in lines of text: the window on the bytes and the line count. */
abstract class TextRows implements RowReader {
    static final String NOT_UTF8 = "text is not UTF-8";

    final ByteWindow window;

    /** The line on which the current row begins. */
    long line;

    /** The line after the current row. */
    long nextLine = 1;

    @Nullable
    String fault;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final String name;
    private final FileBytes file;
    private final boolean gzip;

    TextRows(String name, FileBytes file, boolean gzip, ByteWindow window) {
        this.name = name;
        this.file = file;
        this.gzip = gzip;
        this.window = window;
    }

    /** Reads the next row into the fields of the subclass. */
    abstract boolean advance() throws IOException;

    abstract String kind();

    @Override
    public final boolean next() {
        try {
            return advance();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    final RecsException broken(IOException e) {
        return new RecsException(
                RecsException.Code.INPUT_UNREADABLE,
                name + " cannot be read after line " + (nextLine - 1) + ": "
                        + (gzip ? "the gzip stream is broken or ends early" : e.getMessage()),
                e);
    }

    /** Skips the rest of the current line, however long it is. */
    final void skipLine() throws IOException {
        while (window.has(0)) {
            int end = endOfLine(0);
            if (end >= 0) {
                window.advance(end);
                passLineEnd();
                break;
            }
            window.advance(window.end - window.start);
        }
        nextLine++;
    }

    /** The offset of the line end in the bytes read so far; -1 when there is none. */
    final int endOfLine(int from) {
        byte[] bytes = window.bytes;
        for (int i = window.start + from; i < window.end; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                return i - window.start;
            }
        }
        return -1;
    }

    /** Skips the next CR, LF or CR LF. */
    final void passLineEnd() throws IOException {
        boolean both = window.at(0) == '\r' && window.has(1) && window.at(1) == '\n';
        window.advance(both ? 2 : 1);
    }

    /** Skips blank lines; false when nothing follows them. */
    final boolean passBlankLines() throws IOException {
        while (window.has(0)) {
            byte first = window.at(0);
            if (first != '\n' && first != '\r') {
                return true;
            }
            passLineEnd();
            nextLine++;
        }
        return false;
    }

    final boolean isUtf8(int length) {
        try {
            decoder.decode(ByteBuffer.wrap(window.bytes, window.start, length));
            return true;
        } catch (CharacterCodingException e) {
            return false; // reported as the result, not as a failure
        }
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String format() {
        return gzip ? kind() + ", gzip" : kind();
    }

    @Override
    public final long line() {
        return line;
    }

    @Override
    public final Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public final long bytesRead() {
        return file.position();
    }

    @Override
    public final long bytesTotal() {
        return file.size();
    }

    @Override
    public final String sha256() {
        try {
            return file.sha256();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public final void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw broken(e);
        }
    }
}
