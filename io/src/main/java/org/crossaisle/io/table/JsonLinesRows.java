package org.crossaisle.io.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.crossaisle.io.table.input.TextInput;
import org.crossaisle.io.table.json.JsonParsers;
import org.crossaisle.io.table.json.JsonRow;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads JSON Lines, one object per line. A line that cannot be read costs no other. */
final class JsonLinesRows extends JsonRows {
    static final int MAXIMUM_LINE_BYTES = 1 << 25;

    private final JsonParsers parsers = new JsonParsers();

    JsonLinesRows(TextInput input, String unnest, boolean alone) throws IOException {
        super(input, unnest, alone);
        readAhead();
    }

    @Override
    Optional<List<JsonRow>> read() throws IOException {
        if (!passBlankLines()) {
            return Optional.empty();
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
            return Optional.of(List.of(JsonRow.fault(at, "the line has more than " + MAXIMUM_LINE_BYTES + " bytes")));
        }
        List<JsonRow> read = parse(at, length);
        window.advance(length);
        if (window.has(0)) {
            passLineEnd();
        }
        nextLine++;
        return Optional.of(read);
    }

    private List<JsonRow> parse(long at, int length) {
        if (!isAscii(length) && !input.isText(at, window.start, length)) {
            return List.of(JsonRow.fault(at, input.notText()));
        }
        try (JsonParser json = parsers.of(window.bytes, window.start, length)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                return List.of(JsonRow.fault(at, "the line has only white space"));
            }
            if (first != JsonToken.START_OBJECT) {
                return List.of(JsonRow.fault(at, "the line is not a JSON object"));
            }
            List<JsonRow> rows = fields.rows(json, at);
            if (json.nextToken() != null) {
                return List.of(JsonRow.fault(at, "text follows the JSON object"));
            }
            return rows;
        } catch (JacksonException e) {
            return List.of(JsonRow.fault(at, "the line " + JsonParsers.problem(e)));
        }
    }

    private boolean isAscii(int length) {
        for (int i = 0; i < length; i++) {
            if (window.at(i) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    String kind() {
        return "JSON Lines";
    }
}
