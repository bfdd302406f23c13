package org.crossaisle.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossaisle.io.table.input.TextInput;
import org.crossaisle.io.table.input.Unreadable;
import org.crossaisle.io.table.json.JsonForm;
import org.crossaisle.io.table.json.JsonParsers;
import org.crossaisle.io.table.json.JsonRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the objects of a JSON document as a stream: those of one list, those of the only list of objects in an object,
 * or objects one after the other. Text that is not JSON ends the reading, since nothing shows where the next object
 * begins.
 */
final class JsonDocumentRows extends JsonRows {
    private final JsonForm form;
    private final JsonParser json;
    private String list = ""; // name of the list that holds the rows
    private boolean first; // the parser is already at the first element
    private boolean ended;

    JsonDocumentRows(TextInput input, JsonForm form, String unnest, boolean alone) throws IOException {
        super(input, unnest, alone);
        this.form = form;
        try {
            json = new JsonParsers().of(window.rest());
            if (form == JsonForm.LIST) {
                json.nextToken();
            } else if (form == JsonForm.WRAPPED) {
                json.nextToken();
                list = toList().orElse("");
            }
        } catch (JacksonException e) {
            throw notJson(e);
        }
        readAhead();
    }

    /** Goes to the first element of the next list of objects within an object, and gives its name. */
    private Optional<String> toList() {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.START_ARRAY) {
                json.skipChildren();
                continue;
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    first = true;
                    return Optional.of(name);
                }
                json.skipChildren();
            }
        }
        return Optional.empty();
    }

    @Override
    Optional<List<JsonRow>> read() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            JsonToken token = first ? json.currentToken() : json.nextToken();
            first = false;
            while (token == JsonToken.END_ARRAY && form == JsonForm.LIST && json.nextToken() == JsonToken.START_ARRAY) {
                token = json.nextToken(); // lists that were joined
            }
            if (isEnd(token)) {
                end();
                return Optional.empty();
            }
            long at = json.currentTokenLocation().getLineNr();
            line = at;
            nextLine = at + 1;
            if (token == JsonToken.START_OBJECT) {
                return Optional.of(fields.rows(json, at));
            }
            json.skipChildren();
            return Optional.of(List.of(JsonRow.fault(at, "the element is not JSON object")));
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    private boolean isEnd(@Nullable JsonToken token) {
        return token == null || (token == JsonToken.END_ARRAY && form != JsonForm.OBJECTS);
    }

    /** Checks that nothing follows the rows that would be passed over in silence. */
    private void end() {
        ended = true;
        if (form == JsonForm.LIST && json.currentToken() != null) {
            throw Unreadable.because(name() + ":" + json.currentTokenLocation().getLineNr()
                    + ": text follows the list, expected the end of the file");
        }
        if (form == JsonForm.WRAPPED) {
            toList().ifPresent(other -> {
                throw Unreadable.because(name() + " has two lists of objects, " + list + " and " + other
                        + ". Write one of them to a file of its own: jq -c '." + list + "[]' '" + name() + "'");
            });
            if (json.nextToken() != null) {
                throw Unreadable.because(
                        name() + ":" + json.currentTokenLocation().getLineNr() + ": text follows the object whose list "
                                + list + " holds the rows");
            }
        }
    }

    private RuntimeException notJson(JacksonException e) {
        return Unreadable.because(
                name() + ":" + (e.getLocation() == null ? line : e.getLocation().getLineNr()) + ": the text "
                        + JsonParsers.problem(e) + "; the rest of the file cannot be read",
                e);
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (form == JsonForm.WRAPPED) {
            notes.add("the rows are the list " + list);
        }
        notes.addAll(super.notes());
        return notes;
    }

    @Override
    String kind() {
        return "JSON";
    }
}
