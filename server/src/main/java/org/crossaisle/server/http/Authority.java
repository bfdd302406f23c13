package org.crossaisle.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and perhaps a port, as a Host header has them. No name is looked up.
 *
 * @param host in lower case and without the dot that may end a name; an IPv6 address without its brackets
 */
record Authority(String host, OptionalInt port) {
    private static final Pattern FORM =
            Pattern.compile("(?:\\[(?<six>[0-9A-Fa-f:.]+)]|(?<name>[A-Za-z0-9._-]+))(?::(?<port>[0-9]{0,5}))?");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?://");
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern FOUR = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

    /**
     * Reads {@code NAME}, {@code NAME:PORT}, {@code [ADDRESS]} or {@code [ADDRESS]:PORT}; empty when it is none of
     * these.
     */
    static Optional<Authority> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String port = form.group("port");
        OptionalInt number =
                port == null || port.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port));
        String six = form.group("six");
        String host = six != null ? six : withoutLastDot(form.group("name"));
        boolean wrong = host.isEmpty()
                || number.orElse(0) > 65_535
                || (six != null && literal(six).isEmpty());
        return wrong ? Optional.empty() : Optional.of(new Authority(host.toLowerCase(Locale.ROOT), number));
    }

    /** Reads it out of {@code http://AUTHORITY/PATH}; empty when the text does not begin so. */
    static Optional<Authority> ofAbsolute(String uri) {
        Matcher scheme = SCHEME.matcher(uri);
        int path = scheme.lookingAt() ? uri.indexOf('/', scheme.end()) : -1;
        return path < 0 ? Optional.empty() : of(uri.substring(scheme.end(), path));
    }

    /** Reads an Origin, which is {@code http://AUTHORITY} and no more; empty when it is none. */
    static Optional<Authority> ofOrigin(String origin) {
        Matcher scheme = SCHEME.matcher(origin);
        return scheme.lookingAt() ? of(origin.substring(scheme.end())) : Optional.empty();
    }

    private static String withoutLastDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** The address that the host is; empty when it is a name. */
    Optional<InetAddress> address() {
        return literal(host);
    }

    /** The address that a text is, an IPv6 one without brackets; empty when it is a name. */
    static Optional<InetAddress> literal(String text) {
        boolean six = text.contains(":");
        if (!six && !FOUR.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(six ? "[" + text + "]" : text)); // such a text is not looked up
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean isLoopback() {
        return host.equals("localhost")
                || address().map(InetAddress::isLoopbackAddress).orElse(false);
    }

    /** True for the same name, or for the same address however it is written. */
    boolean hasHostOf(Authority other) {
        return host.equals(other.host) || (address().isPresent() && address().equals(other.address()));
    }
}
