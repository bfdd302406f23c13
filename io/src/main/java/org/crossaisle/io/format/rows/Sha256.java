package org.crossaisle.io.format.rows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of several files, as that of a table in several parts. */
final class Sha256 {
    private Sha256() {}

    /** The SHA-256 in hex of lines, each of which is the SHA-256 of a file. */
    static String ofLines(String... lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String line : lines) {
                digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every Java platform, yet not in this one", e);
        }
    }
}
