package org.crossaisle.io.table.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A window on a stream: the bytes from {@code start} on, as far as they have been requested. For one thread. */
public final class ByteWindow {
    private static final int INITIAL = 1 << 18;

    private final InputStream in;
    private boolean ended;

    /** The buffer; only [start, end) is valid. {@link #has} replaces it as needed. */
    public byte[] bytes = new byte[INITIAL];

    public int start;
    public int end;

    public ByteWindow(InputStream in) {
        this.in = in;
    }

    /** True when the stream has a byte at {@code offset} after the start; reads more if necessary. */
    public boolean has(int offset) throws IOException {
        while (start + offset >= end) {
            if (ended || !fill()) {
                return false;
            }
        }
        return true;
    }

    public byte at(int offset) {
        return bytes[start + offset];
    }

    /** Discards the first {@code count} bytes. */
    public void advance(int count) {
        start += count;
    }

    private boolean fill() throws IOException {
        if (end == bytes.length) {
            byte[] into = start > bytes.length / 2 ? bytes : new byte[Math.multiplyExact(bytes.length, 2)];
            System.arraycopy(bytes, start, into, 0, end - start);
            bytes = into;
            end -= start;
            start = 0;
        }
        int count = in.read(bytes, end, bytes.length - end);
        if (count < 0) {
            ended = true;
            return false;
        }
        end += count;
        return true;
    }

    /** True when the next bytes are these. */
    public boolean startsWith(int... expected) throws IOException {
        return hasAt(0, expected);
    }

    /** True when the bytes from {@code offset} on are these. */
    boolean hasAt(int offset, int... expected) throws IOException {
        for (int i = 0; i < expected.length; i++) {
            if (!has(offset + i) || at(offset + i) != (byte) expected[i]) {
                return false;
            }
        }
        return true;
    }

    public byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, start + from, start + to);
    }

    /** The next bytes, at most {@code limit} of them; they stay in the window. */
    public byte[] peek(int limit) throws IOException {
        has(limit - 1);
        return copy(0, Math.min(limit, end - start));
    }

    /** The rest of the stream, from the start of the window. The window must not be used afterwards. */
    public InputStream rest() {
        return new Rest();
    }

    private final class Rest extends InputStream {
        @Override
        public int read() throws IOException {
            if (!has(0)) {
                return -1;
            }
            int first = at(0) & 0xff;
            advance(1);
            return first;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (start == end) {
                return ended ? -1 : in.read(into, offset, length);
            }
            int count = Math.min(length, end - start);
            System.arraycopy(bytes, start, into, offset, count);
            advance(count);
            return count;
        }

        /** Returns more than 0 until the end, since the JDK's gzip reader looks for another member only then. */
        @Override
        public int available() throws IOException {
            return start < end ? end - start : in.available();
        }
    }
}
