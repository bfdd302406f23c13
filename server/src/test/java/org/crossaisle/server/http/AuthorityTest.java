package org.crossaisle.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {
    @ParameterizedTest
    @CsvSource({
        "Shop.Example:8080, shop.example, 8080",
        "shop.example., shop.example, -1",
        "shop.example:, shop.example, -1",
        "192.0.2.7:1, 192.0.2.7, 1",
        "[2001:DB8::1]:443, 2001:db8::1, 443",
        "[::ffff:127.0.0.1], ::ffff:127.0.0.1, -1"
    })
    void hostAndPort_areRead(String text, String host, int port) {
        Authority authority = Authority.of(text).orElseThrow();
        assertThat(authority.host()).isEqualTo(host);
        assertThat(authority.port()).isEqualTo(port < 0 ? OptionalInt.empty() : OptionalInt.of(port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", ":1", "a:b", "a:65536", "a b", "a/b", "me@a", "::1", "[::1", "[a]", "[1:2]", "[.:1]", "a,b"
            })
    void whatIsNone_isNotRead(String text) {
        assertThat(Authority.of(text)).isEmpty();
    }

    @Test
    void addresses_areTheSameHoweverTheyAreWritten() {
        Authority loopback = Authority.of("[::1]").orElseThrow();
        assertThat(loopback.hasHostOf(Authority.of("[0:0:0::1]:80").orElseThrow()))
                .isTrue();
        assertThat(loopback.hasHostOf(Authority.of("127.0.0.1").orElseThrow())).isFalse();
        assertThat(Authority.of("[::ffff:127.9.9.9]").orElseThrow().isLoopback())
                .isTrue();
        assertThat(Authority.of("127.1").orElseThrow().isLoopback()).isFalse();
        assertThat(Authority.of("localhost.:1").orElseThrow().isLoopback()).isTrue();
    }

    @Test
    void originIsASchemeAndAnAuthority_andAnAbsoluteUriHasAPath() {
        assertThat(Authority.ofOrigin("HTTPS://a:1").map(Authority::host)).contains("a");
        for (String none : new String[] {"https://a/", "a", "ftp://a", "null", "https://", "https://me@a"}) {
            assertThat(Authority.ofOrigin(none)).as(none).isEmpty();
        }
        assertThat(Authority.ofAbsolute("http://a:1/b?c").map(Authority::host)).contains("a");
        for (String none : new String[] {"http://a", "/a", "ftp://a/", "http://a?b/c", "http:///"}) {
            assertThat(Authority.ofAbsolute(none)).as(none).isEmpty();
        }
    }

    @Test
    void hostAloneIsReadWithoutAPort() {
        assertThat(HostCheck.host("::1").map(Authority::host)).contains("::1");
        assertThat(HostCheck.host("[::1]").map(Authority::host)).contains("::1");
        for (String none : new String[] {"a:1", "a:", "[::1]:1", "http://a", "*"}) {
            assertThat(HostCheck.host(none)).as(none).isEmpty();
        }
    }
}
