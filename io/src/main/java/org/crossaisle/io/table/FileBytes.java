package org.crossaisle.io.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The raw bytes of a file, counted and hashed while they are read. One thread reads; others may call
 * {@link #position()}.
 */
final class FileBytes extends InputStream {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final long size;
    private final MessageDigest digest;
    private volatile long position;

    FileBytes(Path file) throws IOException {
        size = Files.size(file);
        in = Files.newInputStream(file);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "SHA-256 is missing from this Java platform, though every platform must have it", e);
        }
    }

    long size() {
        return size;
    }

    long position() {
        return position;
    }

    /** The SHA-256 of the whole file in hex; reads what has not been read yet. */
    String sha256() throws IOException {
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
        return position < size ? 1 : 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
