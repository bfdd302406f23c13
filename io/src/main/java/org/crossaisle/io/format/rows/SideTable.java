package org.crossaisle.io.format.rows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crossaisle.RecsException;

/**
 * Rows of a further file by their key, in memory: the bytes of the texts, and about 12 bytes for each row. At most 2 GiB
 * of text.
 *
 * <p>Each row is written behind the last as its length in bytes, the place of an earlier row with the same hash, the key
 * and the values, each text with its length in front. A table of hashes points at the last row of each chain.
 */
final class SideTable {
    private static final int NONE = -1;
    private static final int MOST_BYTES = Integer.MAX_VALUE - 16;

    private final int width;
    private byte[] bytes = new byte[1 << 16];
    private int end;
    private int[] heads = filled(1 << 10);
    private int rows;

    /** @param width how many values a row has */
    SideTable(int width) {
        this.width = width;
    }

    private static int[] filled(int size) {
        int[] heads = new int[size];
        Arrays.fill(heads, NONE);
        return heads;
    }

    int rows() {
        return rows;
    }

    void add(String key, List<String> values) {
        if (rows >= heads.length) {
            grow();
        }
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        int slot = slot(keyBytes);
        int row = end;
        writeInt(heads[slot]);
        write(keyBytes);
        for (String value : values) {
            write(value.getBytes(StandardCharsets.UTF_8));
        }
        heads[slot] = row;
        rows++;
    }

    private int slot(byte[] key) {
        int hash = Arrays.hashCode(key) * 0x9E3779B9;
        return (hash ^ hash >>> 16) & heads.length - 1;
    }

    private void grow() {
        int[] before = heads;
        heads = filled(Math.multiplyExact(before.length, 2));
        int[] chain = new int[64];
        for (int head : before) {
            int size = 0;
            for (int row = head; row != NONE; row = readInt(row)) {
                if (size == chain.length) {
                    chain = Arrays.copyOf(chain, size * 2);
                }
                chain[size++] = row;
            }
            while (size > 0) { // the oldest row first, so that chains keep their order
                int row = chain[--size];
                int slot = slot(text(row + Integer.BYTES));
                setInt(row, heads[slot]);
                heads[slot] = row;
            }
        }
    }

    /** The rows with this key, first to last; each has {@code width} values. */
    List<List<String>> find(String key) {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        List<List<String>> found = new ArrayList<>();
        for (int row = heads[slot(wanted)]; row != NONE; row = readInt(row)) {
            int at = row + Integer.BYTES;
            int length = readInt(at);
            at += Integer.BYTES;
            if (!Arrays.equals(bytes, at, at + length, wanted, 0, wanted.length)) {
                continue;
            }
            at += length;
            List<String> values = new ArrayList<>(width);
            for (int value = 0; value < width; value++) {
                int size = readInt(at);
                values.add(new String(bytes, at + Integer.BYTES, size, StandardCharsets.UTF_8));
                at += Integer.BYTES + size;
            }
            found.add(0, values);
        }
        return found;
    }

    private byte[] text(int at) {
        int from = at + Integer.BYTES;
        return Arrays.copyOfRange(bytes, from, from + readInt(at));
    }

    private void write(byte[] text) {
        writeInt(text.length);
        reserve(text.length);
        System.arraycopy(text, 0, bytes, end, text.length);
        end += text.length;
    }

    private void writeInt(int value) {
        reserve(Integer.BYTES);
        setInt(end, value);
        end += Integer.BYTES;
    }

    private void reserve(int more) {
        if (more > MOST_BYTES - end) {
            throw new RecsException(
                    RecsException.Code.TOO_LARGE,
                    "a file that is joined to another has more than 2 GiB of text; join them before the import");
        }
        if (end + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST_BYTES, Math.max(end + more, bytes.length * 2L)));
        }
    }

    private void setInt(int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
    }

    private int readInt(int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }
}
