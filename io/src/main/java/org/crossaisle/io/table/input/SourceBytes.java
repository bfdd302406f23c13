package org.crossaisle.io.table.input;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The raw bytes of a source, counted and hashed while they are read. One thread reads; others may call
 * {@link #position()}.
 */
public final class SourceBytes extends InputStream {
    /** The size of a source that is not known before its end, such as standard input. */
    public static final long UNKNOWN = -1;

    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final long size;
    private final MessageDigest digest;
    private volatile long position;

    /** @param size how many bytes the stream has, or {@link #UNKNOWN} */
    public SourceBytes(InputStream in, long size) {
        this.in = in;
        this.size = size;
        this.digest = newDigest();
    }

    /** The SHA-256 of some bytes in hex. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(newDigest().digest(bytes));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "SHA-256 is missing from this Java platform, though every platform must have it", e);
        }
    }

    /** How many bytes there are, or {@link #UNKNOWN}. */
    public long size() {
        return size;
    }

    public long position() {
        return position;
    }

    /** The SHA-256 of all bytes in hex; reads what has not been read yet. */
    public String sha256() throws IOException {
        byte[] rest = new byte[BLOCK];
        while (read(rest, 0, rest.length) >= 0) {
            // read updates the hash
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            digest.update(bytes, offset, count);
            long reached = position + count; // written by this thread only, read by others
            position = reached;
        }
        return count;
    }

    /** Returns more than 0 until the end, since the JDK's gzip reader looks for another member only then. */
    @Override
    public int available() {
        return size == UNKNOWN || position < size ? 1 : 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
