package org.crossaisle.io.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A window on a stream: the bytes from {@code start} on, as far as they have been requested. */
final class ByteWindow {
    private static final int INITIAL = 1 << 18;

    private final InputStream in;
    private boolean ended;

    /** The buffer; only [start, end) is valid. {@link #has} replaces it as needed. */
    byte[] bytes = new byte[INITIAL];

    int start;
    int end;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    /** True when the stream has a byte at {@code offset} after the start; reads more if necessary. */
    boolean has(int offset) throws IOException {
        while (start + offset >= end) {
            if (ended || !fill()) {
                return false;
            }
        }
        return true;
    }

    byte at(int offset) {
        return bytes[start + offset];
    }

    /** Discards the first {@code count} bytes. */
    void advance(int count) {
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
    boolean startsWith(int... expected) throws IOException {
        for (int i = 0; i < expected.length; i++) {
            if (!has(i) || at(i) != (byte) expected[i]) {
                return false;
            }
        }
        return true;
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, start + from, start + to);
    }
}
