package org.crossaisle.io.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON Lines, one object per line. The names of an object are the columns. Names of a nested object are appended
 * with a dot, and the values of an array are joined by {@code |}.
 *
 * <p>The columns of the first {@value #SAMPLE} lines are known from the start; others are added when they are first
 * seen.
 */
final class JsonLinesRows extends TextRows {
    static final int SAMPLE = 1_000;
    static final int MAXIMUM_LINE_BYTES = 1 << 25;

    private static final String ARRAY_SEPARATOR = "|";

    private final JsonFactory factory = new JsonFactory();
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Deque<Row> sample = new ArrayDeque<>();
    private Row row = new Row(0, "", List.of());

    /** @param fields fields by column; may be shorter than the columns if the last ones are absent */
    private record Row(long line, String fault, List<String> fields) {}

    JsonLinesRows(String name, FileBytes file, boolean gzip, ByteWindow window) throws IOException {
        super(name, file, gzip, window);
        while (sample.size() < SAMPLE) {
            Row read = read();
            if (read == null) {
                break;
            }
            sample.add(read);
        }
    }

    @Override
    boolean advance() throws IOException {
        Row next = sample.isEmpty() ? read() : sample.poll();
        if (next == null) {
            return false;
        }
        row = next;
        line = row.line;
        fault = row.fault.isEmpty() ? null : row.fault;
        return true;
    }

    private @org.jspecify.annotations.Nullable Row read() throws IOException {
        if (!passBlankLines()) {
            return null;
        }
        long at = nextLine;
        int searched = 0;
        int length = endOfLine(0);
        while (length < 0 && window.end - window.start <= MAXIMUM_LINE_BYTES) {
            searched = window.end - window.start;
            if (!window.has(searched)) {
                length = searched;
                break;
            }
            length = endOfLine(searched);
        }
        if (length < 0) {
            skipLine();
            return new Row(at, "the line has more than " + MAXIMUM_LINE_BYTES + " bytes", List.of());
        }
        Row read = parse(at, length);
        window.advance(length);
        if (window.has(0)) {
            passLineEnd();
        }
        nextLine++;
        return read;
    }

    private Row parse(long at, int length) {
        List<String> fields = new ArrayList<>(columns.size());
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), window.bytes, window.start, length)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                return new Row(at, "the line has only white space", List.of());
            }
            if (first != JsonToken.START_OBJECT) {
                return new Row(at, "the line is not a JSON object", List.of());
            }
            object(json, "", fields);
            if (json.nextToken() != null) {
                return new Row(at, "text follows the JSON object", List.of());
            }
            return new Row(at, "", fields);
        } catch (JacksonException e) {
            return new Row(
                    at, "the line is not JSON (at character " + e.getLocation().getColumnNr() + ")", List.of());
        }
    }

    private void object(JsonParser json, String prefix, List<String> fields) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = prefix + json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT) {
                object(json, name + ".", fields);
            } else if (token == JsonToken.START_ARRAY) {
                StringJoiner values = new StringJoiner(ARRAY_SEPARATOR);
                array(json, values);
                put(name, values.toString(), fields);
            } else {
                put(name, token == JsonToken.VALUE_NULL ? "" : json.getString(), fields);
            }
        }
    }

    private static void array(JsonParser json, StringJoiner values) {
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                values.add(json.getString());
            }
        }
    }

    private void put(String name, String value, List<String> fields) {
        Integer known = places.get(name);
        int place = known == null ? columns.size() : known;
        if (known == null) {
            places.put(name, place);
            columns.add(name);
        }
        while (fields.size() <= place) {
            fields.add("");
        }
        fields.set(place, value);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public String text(int column) {
        return column < row.fields.size() ? row.fields.get(column).strip() : "";
    }

    @Override
    String kind() {
        return "JSON Lines";
    }
}
