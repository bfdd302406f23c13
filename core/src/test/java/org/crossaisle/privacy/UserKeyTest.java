package org.crossaisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class UserKeyTest {
    private final byte[] salt = new byte[UserKey.SALT_BYTES];

    /**
     * Computed elsewhere: {@code printf '%s' 'u1' | openssl dgst -sha256 -mac HMAC -macopt
     * hexkey:00000000000000000000000000000000736563726574} (sixteen zero bytes, then "secret").
     */
    @Test
    void hash_isTheFirstHalfOfHmacSha256() {
        assertThat(new UserKey(salt, "secret").hash("u1")).hasToString("e00c3f124a79e273a6848655161540a6");
    }

    @Test
    void otherSaltOrSecret_givesAnotherUser() {
        byte[] otherSalt = salt.clone();
        otherSalt[3] = 1;
        UserKey key = new UserKey(salt, "secret");
        assertThat(new UserKey(otherSalt, "secret").hash("u1")).isNotEqualTo(key.hash("u1"));
        assertThat(new UserKey(salt, "").hash("u1")).isNotEqualTo(key.hash("u1"));
        assertThat(new UserKey(salt, "").fingerprint()).isNotEqualTo(key.fingerprint());
        assertThat(key.hash("用户😀")).isEqualTo(key.copy().hash("用户😀")).isNotEqualTo(key.hash("用户"));
        assertThat(key.copy().fingerprint()).isEqualTo(key.fingerprint()).hasSize(8);
    }

    @Test
    void shortSalt_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UserKey(new byte[3], ""))
                .withMessageContaining("3 bytes");
    }
}
