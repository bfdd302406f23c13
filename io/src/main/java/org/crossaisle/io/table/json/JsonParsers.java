package org.crossaisle.io.table.json;

import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Makes parsers whose memory is bounded: depth, names and texts have limits. Threads may share it. */
public final class JsonParsers {
    private static final int DEPTH = 200;
    private static final int NAME_CHARACTERS = 10_000;
    private static final int TEXT_CHARACTERS = 1 << 25;

    private final JsonFactory factory = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNameLength(NAME_CHARACTERS)
                    .maxStringLength(TEXT_CHARACTERS)
                    .build())
            .build();

    public JsonParser of(byte[] bytes, int start, int length) {
        return factory.createParser(ObjectReadContext.empty(), bytes, start, length);
    }

    public JsonParser of(InputStream in) {
        return factory.createParser(ObjectReadContext.empty(), in);
    }

    /** What is wrong with a text, without quoting it. */
    public static String problem(JacksonException e) {
        return e instanceof StreamConstraintsException
                ? "nests deeper than " + DEPTH + " levels or has a text or name that is too long"
                : "is not JSON"
                        + (e.getLocation() == null
                                ? ""
                                : " (at its character " + e.getLocation().getColumnNr() + ")");
    }
}
