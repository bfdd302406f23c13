package org.crossaisle.server.http;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.crossaisle.Nearest;
import org.crossaisle.server.problem.ProblemException;
import org.crossaisle.server.problem.ProblemKind;

/**
 * The query parameters of one request. A parameter that is unknown, repeated or out of range is answered with a problem
 * document.
 */
public final class QueryParameters {
    private final MultivaluedMap<String, String> given;

    /** @param known names of all valid parameters */
    public QueryParameters(UriInfo uri, String... known) {
        this(uri, List.of(known));
    }

    /** @param names names of all valid parameters */
    public QueryParameters(UriInfo uri, List<String> names) {
        given = uri.getQueryParameters();
        given.forEach((name, values) -> {
            if (!names.contains(name)) {
                throw wrong("there is no parameter " + shown(name) + "; nearest: " + Nearest.to(name, names));
            }
            if (values.size() > 1) {
                throw wrong(name + " is given " + values.size() + " times, must be given once");
            }
        });
    }

    /** Rejects all parameters, for a path that takes none. */
    public static void none(UriInfo uri) {
        if (!uri.getQueryParameters().isEmpty()) {
            throw wrong("this path takes no parameters");
        }
    }

    /** The values of those of the names that are present. */
    public Map<String, String> texts(List<String> names) {
        Map<String, String> texts = new LinkedHashMap<>();
        names.forEach(name -> text(name).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(given.getFirst(name));
    }

    public OptionalInt wholeNumber(String name, int from, int to) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        String bounds = "must be a whole number in [" + from + ", " + to + "]";
        try {
            int value = Integer.parseInt(text.get());
            if (value < from || value > to) {
                throw wrong(name + " is " + value + ", " + bounds);
            }
            return OptionalInt.of(value);
        } catch (NumberFormatException e) {
            throw wrong(name + " is " + shown(text.get()) + ", " + bounds);
        }
    }

    /** An enum constant by its name in lower case. */
    public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> kind) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<E> all = Arrays.asList(kind.getEnumConstants());
        return Optional.of(all.stream()
                .filter(each -> lower(each).equals(text.get()))
                .findFirst()
                .orElseThrow(() -> wrong(name + " is " + shown(text.get()) + ", must be one of "
                        + all.stream().map(QueryParameters::lower).collect(Collectors.joining(", ")))));
    }

    public static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public static ProblemException wrong(String detail) {
        return new ProblemException(ProblemKind.SETTING_INVALID, detail);
    }

    /** A value as a message shows it: quoted and truncated. */
    public static String shown(String value) {
        int most = 60;
        return '"' + (value.length() > most ? value.substring(0, most) + "..." : value) + '"';
    }
}
