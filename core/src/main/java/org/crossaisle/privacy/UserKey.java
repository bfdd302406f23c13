package org.crossaisle.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.crossaisle.PublicApi;
import org.crossaisle.history.UserId;

/**
 * The key that turns a shop's user ids into {@link UserId}s: HMAC-SHA256 (RFC 2104) over the id in UTF-8, of which the
 * first 128 bits are kept.
 *
 * <p>The key is a shop's salt followed by an optional secret. Without a secret the hash only hides raw ids: anyone with
 * the shop directory can test guesses. With a secret, which is kept outside the shop directory, they cannot.
 *
 * <p>Not thread-safe, since it holds a {@link Mac}; {@link #copy()} makes another.
 */
@PublicApi
public final class UserKey {
    /** The number of salt bytes of a shop. */
    public static final int SALT_BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] salt;
    private final byte[] secret;
    private final Mac mac;

    /**
     * @param salt {@value #SALT_BYTES} random bytes, kept with the shop
     * @param secret the shop owner's secret, empty when there is none
     */
    public UserKey(byte[] salt, String secret) {
        this(salt, secret.getBytes(StandardCharsets.UTF_8));
    }

    private UserKey(byte[] salt, byte[] secret) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("salt has " + salt.length + " bytes, must have " + SALT_BYTES);
        }
        this.salt = salt.clone();
        this.secret = secret.clone();
        byte[] key = ByteBuffer.allocate(salt.length + secret.length)
                .put(salt)
                .put(secret)
                .array();
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    ALGORITHM + " is missing from this Java platform, though every platform must have it", e);
        }
    }

    /**
     * A key without a salt and a secret: the same id gives the same {@link UserId} everywhere. For tests, and for
     * programs whose ids reveal nothing about a person.
     */
    public static UserKey unkeyed() {
        return new UserKey(new byte[SALT_BYTES], "");
    }

    public UserId hash(String id) {
        ByteBuffer digest = ByteBuffer.wrap(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
        return new UserId(digest.getLong(), digest.getLong());
    }

    /** A fingerprint of eight hex digits by which a shop recognises its key; it does not reveal the key. */
    public String fingerprint() {
        byte[] digest = mac.doFinal("crossaisle user key".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 4);
    }

    /** A copy of this key, for another thread. */
    public UserKey copy() {
        return new UserKey(salt, secret);
    }
}
