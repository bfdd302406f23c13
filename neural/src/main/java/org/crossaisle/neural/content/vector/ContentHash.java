package org.crossaisle.neural.content.vector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 of a piece of content: a text, or the bytes of a file. */
public record ContentHash(long first, long second, long third, long fourth) {
    static final int BYTES = 32;
    private static final int BLOCK = 1 << 16;

    public static ContentHash of(String text) {
        return of(ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8))));
    }

    public static ContentHash of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
        }
        return of(ByteBuffer.wrap(digest.digest()));
    }

    public static ContentHash of(ByteBuffer bytes) {
        return new ContentHash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    void put(ByteBuffer into) {
        into.putLong(first).putLong(second).putLong(third).putLong(fourth);
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "SHA-256 is missing from this Java platform, though every platform must have it", e);
        }
    }
}
