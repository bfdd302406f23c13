package org.crossaisle.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.crossaisle.server.problem.Problem;
import org.crossaisle.server.problem.ProblemKind;

/**
 * Only HTTP/1.1 and HTTP/1.0 are spoken, and bodies are sent as they are or in chunks. A transfer coding that is not
 * known leaves open where the body ends, so that the next request could be hidden in it.
 */
final class ProtocolCheck implements RequestCheck {
    private static final String SETTINGS = "HTTP2-Settings";
    private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]+={0,2}");

    @Override
    public Optional<Problem> fault(HttpServerRequest request) {
        if (request.version() == null) {
            return Optional.of(
                    Problem.of(ProblemKind.VERSION_UNSUPPORTED, "the request line must end with HTTP/1.1 or HTTP/1.0"));
        }
        return coding(request)
                .or(() -> upgrade(request))
                .map(detail -> Problem.of(ProblemKind.REQUEST_MALFORMED, detail));
    }

    private static Optional<String> coding(HttpServerRequest request) {
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        boolean known =
                codings.isEmpty() || (codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"));
        return known
                ? Optional.empty()
                : Optional.of("the Transfer-Encoding is " + QueryParameters.shown(String.join(", ", codings))
                        + ", must be chunked; or send Content-Length instead");
    }

    /** A well-formed upgrade is ignored, as HTTP allows; a malformed one is refused. */
    private static Optional<String> upgrade(HttpServerRequest request) {
        if (!lists(request, HttpHeaders.UPGRADE, "h2c")) {
            return Optional.empty();
        }
        List<String> settings = request.headers().getAll(SETTINGS);
        boolean listed =
                lists(request, HttpHeaders.CONNECTION, "upgrade") && lists(request, HttpHeaders.CONNECTION, SETTINGS);
        boolean given =
                settings.size() == 1 && BASE64_URL.matcher(settings.get(0)).matches();
        return listed && given
                ? Optional.empty()
                : Optional.of("Upgrade: h2c must come with one " + SETTINGS + " header in base64url and with"
                        + " Connection: Upgrade, " + SETTINGS + "; leave Upgrade out, as this server speaks HTTP/1.1");
    }

    private static boolean lists(HttpServerRequest request, CharSequence header, String word) {
        return request.headers().getAll(header).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .anyMatch(value -> value.strip().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT)));
    }
}
