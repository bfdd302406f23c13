package org.crossaisle.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.crossaisle.server.problem.ProblemException;
import org.crossaisle.server.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of requests, all with the same strictness: JSON as of RFC 8259, no property twice, nothing after the
 * end. What cannot be read is a problem that names the place and quotes nothing, since the body may hold a user id.
 *
 * <p>A body is read once, from front to back, and of each object only the known properties are kept, and of a property
 * that is an array or an object only that it is one. So the memory it takes is bounded by what the caller keeps.
 */
public final class JsonBody {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String BEYOND_BOUNDS =
            "the body is nested deeper than " + StreamReadConstraints.DEFAULT_MAX_DEPTH
                    + " levels, or has a number of more than " + StreamReadConstraints.DEFAULT_MAX_NUM_LEN
                    + " digits or a name of more than " + StreamReadConstraints.DEFAULT_MAX_NAME_LEN + " characters";

    private final JsonParser parser;
    private final List<String> known;
    private final Flaws flaws;

    private JsonBody(JsonParser parser, List<String> known, Flaws flaws) {
        this.parser = parser;
        this.known = known;
        this.flaws = flaws;
    }

    /** Takes the values of a body one after another. */
    public interface Values {
        /**
         * Takes a value, of an object the known properties.
         *
         * @param pointer to the value, as a JSON pointer in a URI fragment
         */
        void take(String pointer, JsonNode value);
    }

    /**
     * Reads a body that is one object.
     *
     * @param known the properties there are; another is added to the flaws
     * @param expected what the answer says the body must be
     * @throws ProblemException BODY_MALFORMED when it is not
     */
    public static JsonNode object(InputStream body, List<String> known, Flaws flaws, String expected)
            throws IOException {
        JsonNode[] found = new JsonNode[1];
        read(body, known, flaws, expected, false, (pointer, value) -> found[0] = value);
        return found[0];
    }

    /**
     * Reads a body that is one object or an array. What the elements of the array are is for the taker to check.
     *
     * @param known the properties there are; another is added to the flaws
     * @param expected what the answer says the body must be
     * @throws ProblemException BODY_MALFORMED when it is neither
     */
    public static void objects(InputStream body, List<String> known, Flaws flaws, String expected, Values values)
            throws IOException {
        read(body, known, flaws, expected, true, values);
    }

    private static void read(
            InputStream body, List<String> known, Flaws flaws, String expected, boolean several, Values values)
            throws IOException {
        try (JsonParser parser = forOneBody().createParser(body)) {
            JsonBody json = new JsonBody(parser, known, flaws);
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY && several) {
                json.elements(values);
            } else if (first == JsonToken.START_OBJECT) {
                values.take("#", json.value("#"));
            } else {
                throw malformed(expected);
            }
            if (parser.nextToken() != null) {
                throw broken(parser.currentTokenLocation());
            }
        } catch (StreamConstraintsException e) {
            throw malformed(BEYOND_BOUNDS);
        } catch (JsonProcessingException e) {
            throw broken(e.getLocation()); // Jackson's own words may quote the body
        } catch (CharConversionException e) {
            throw malformed("the body is not JSON: its bytes are not UTF-8");
        }
    }

    /**
     * A factory remembers names for its next parser, and what the server remembers is not for whoever posts to decide.
     */
    private static JsonFactory forOneBody() {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    private void elements(Values values) throws IOException {
        for (int at = 0; parser.nextToken() != JsonToken.END_ARRAY; at++) {
            String pointer = "#/" + at;
            values.take(pointer, value(pointer));
        }
    }

    /** The value that begins here; the parser then stands at its end. */
    private JsonNode value(String pointer) throws IOException {
        return parser.currentToken() == JsonToken.START_OBJECT ? properties(pointer) : scalar();
    }

    private ObjectNode properties(String pointer) throws IOException {
        ObjectNode object = JSON.createObjectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (object.has(name)) {
                throw broken(parser.currentTokenLocation());
            }
            parser.nextToken();
            if (known.contains(name)) {
                object.set(name, scalar());
            } else {
                flaws.addUnknown(pointer, name, known);
                parser.skipChildren();
            }
        }
        return object;
    }

    /** A text, number, truth value or null as it is, an array or object without what is in it. */
    private JsonNode scalar() throws IOException {
        return switch (parser.currentToken()) {
            case START_ARRAY -> {
                parser.skipChildren();
                yield JSON.createArrayNode();
            }
            case START_OBJECT -> {
                parser.skipChildren();
                yield JSON.createObjectNode();
            }
            default -> JSON.readTree(parser);
        };
    }

    private static ProblemException broken(@Nullable JsonLocation place) {
        return malformed("the body is not JSON"
                + (place == null
                        ? ""
                        : ": it breaks at line " + place.getLineNr() + ", column " + place.getColumnNr()));
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemKind.BODY_MALFORMED, detail);
    }
}
