package org.crossaisle.server.http;

import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.crossaisle.server.problem.Problem;
import org.crossaisle.server.problem.ProblemKind;

/**
 * The request target must be a path, alone or behind http://HOST, in the characters of RFC 3986: anything else is
 * written with % and two hex digits for each byte of its UTF-8. Otherwise somebody's id would be read as somebody
 * else's.
 */
final class TargetCheck implements RequestCheck {
    private static final String EVERYWHERE = "-._~!$&'()*+,;=:@/";
    private static final String IN_QUERIES = EVERYWHERE + "?[]";

    @Override
    public Optional<Problem> fault(HttpServerRequest request) {
        return fault(String.valueOf(request.uri())).map(detail -> Problem.of(ProblemKind.REQUEST_MALFORMED, detail));
    }

    static Optional<String> fault(String target) {
        String rest = Authority.ofAbsolute(target).isPresent()
                ? target.substring(target.indexOf('/', target.indexOf("//") + 2))
                : target;
        if (!rest.startsWith("/")) {
            return Optional.of("the request line asks for " + QueryParameters.shown(target)
                    + ", must ask for a path that begins with /");
        }
        int mark = rest.indexOf('?');
        String path = mark < 0 ? rest : rest.substring(0, mark);
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        return fault("path", path, EVERYWHERE)
                .or(() -> fault("query", query, IN_QUERIES))
                .or(() -> syntax(target));
    }

    private static Optional<String> fault(String part, String text, String allowed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); at++) {
            char found = text.charAt(at);
            if (found == '%') {
                if (!isHex(text, at + 1) || !isHex(text, at + 2)) {
                    return Optional.of("in the " + part + ", the % at character " + (at + 1)
                            + " is not followed by two hex digits; a % itself is written %25");
                }
                bytes.write(Integer.parseInt(text.substring(at + 1, at + 3), 16));
                at += 2;
            } else if (!isPlain(found) && allowed.indexOf(found) < 0) {
                return Optional.of("in the " + part + ", " + written(found, at + 1));
            } else {
                bytes.write(found);
            }
        }
        return isUtf8(bytes.toByteArray())
                ? Optional.empty()
                : Optional.of("in the " + part + ", the bytes written with % are not UTF-8");
    }

    private static String written(char found, int place) {
        if (found >= 0x80) {
            return "the byte at character " + place + " is not ASCII; each byte of a text's UTF-8 is written with % and"
                    + " two hex digits, such as %C3%A9 for \u00e9";
        }
        String code = String.format("%%%02X", (int) found);
        return found > ' ' && found < 0x7f
                ? "the " + found + " at character " + place + " must be written " + code
                : "the control character at character " + place + " must be written " + code;
    }

    private static boolean isPlain(char found) {
        return (found >= 'a' && found <= 'z') || (found >= 'A' && found <= 'Z') || (found >= '0' && found <= '9');
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && text.charAt(at) < 0x80 && Character.digit(text.charAt(at), 16) >= 0;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** What Java takes for no URI is refused by Quarkus, without a word. */
    private static Optional<String> syntax(String target) {
        try {
            new URI(target);
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of("the request line asks for " + QueryParameters.shown(target) + ", which is not a URI");
        }
    }
}
