package org.crossaisle.io.table.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossaisle.io.table.csv.HeaderNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The columns of objects, and their fields. Names of a nested object are appended with a dot. A list of values is one
 * field; a list of objects is left out and remembered, or, when it is the one to unnest, gives a row for each element.
 * Columns are added when they are first seen; existing ones keep their position. For one thread.
 */
public final class JsonFields {
    private static final String LIST_SEPARATOR = "|";
    private static final String INNER_SEPARATOR = ">";
    private static final int SHOWN = 6;

    private final String source;
    private final String unnest;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Set<String>> objectLists = new TreeMap<>();
    private boolean unnestSeen;
    private long withoutElements;

    /** @param unnest name of the list whose elements become rows, or empty */
    public JsonFields(String source, String unnest) {
        this.source = source;
        this.unnest = unnest;
    }

    /** A row that is being read: its own fields, and those of the elements of the list to unnest. */
    private final class Draft {
        private final List<String> fields = new ArrayList<>(columns.size());
        private Map<Integer, List<String>> lists = Map.of();
        private @Nullable List<Draft> elements;

        void put(String name, String value) {
            int place = place(name);
            while (fields.size() <= place) {
                fields.add("");
            }
            fields.set(place, value);
        }

        void put(String name, List<String> values) {
            put(name, String.join(LIST_SEPARATOR, values));
            lists = lists.isEmpty() ? new HashMap<>() : lists;
            lists.put(place(name), List.copyOf(values));
        }

        JsonRow row(long line) {
            return new JsonRow(line, "", fields, lists);
        }

        /** The fields of this row with those of an element. */
        JsonRow row(long line, Draft element) {
            List<String> all = new ArrayList<>(fields);
            for (int place = 0; place < element.fields.size(); place++) {
                if (place >= all.size()) {
                    all.add(element.fields.get(place));
                } else if (!element.fields.get(place).isEmpty()) {
                    all.set(place, element.fields.get(place));
                }
            }
            Map<Integer, List<String>> both = new HashMap<>(lists);
            both.putAll(element.lists);
            return new JsonRow(line, "", all, both);
        }
    }

    /**
     * The rows of an object, of which the parser has read the opening brace. There is one row, or one for each element
     * of the list to unnest.
     *
     * @throws tools.jackson.core.JacksonException when it is not valid JSON
     */
    public List<JsonRow> rows(JsonParser json, long line) {
        Draft draft = new Draft();
        object(json, "", draft);
        if (unnest.isEmpty()) {
            return List.of(draft.row(line));
        }
        List<Draft> elements = draft.elements;
        if (elements == null || elements.isEmpty()) {
            withoutElements++;
            return List.of();
        }
        return elements.stream().map(element -> draft.row(line, element)).toList();
    }

    private void object(JsonParser json, String prefix, Draft draft) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = prefix + json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT) {
                object(json, name + ".", draft);
            } else if (token == JsonToken.START_ARRAY) {
                if (name.equals(unnest)) {
                    unnestSeen = true;
                    draft.elements = elements(json, name);
                } else {
                    list(json, name, draft);
                }
            } else {
                draft.put(name, token == JsonToken.VALUE_NULL ? "" : json.getString());
            }
        }
    }

    private List<Draft> elements(JsonParser json, String name) {
        List<Draft> elements = new ArrayList<>();
        JsonToken token = json.nextToken();
        while (token != JsonToken.END_ARRAY) {
            Draft element = new Draft();
            if (token == JsonToken.START_OBJECT) {
                object(json, name + ".", element);
            } else if (token == JsonToken.START_ARRAY) {
                list(json, name, element);
            } else {
                element.put(name, token == JsonToken.VALUE_NULL ? "" : json.getString());
            }
            elements.add(element);
            token = json.nextToken();
        }
        return elements;
    }

    /** Reads a list of values. A list that has objects is left out. */
    private void list(JsonParser json, String name, Draft draft) {
        List<String> values = new ArrayList<>();
        boolean objects = false;
        JsonToken token = json.nextToken();
        while (token != JsonToken.END_ARRAY) {
            if (token == JsonToken.START_OBJECT) {
                objects = true;
                names(json, objectLists.computeIfAbsent(name, unseen -> new TreeSet<>()));
            } else if (token == JsonToken.START_ARRAY) {
                List<String> inner = new ArrayList<>();
                objects |= flat(json, inner);
                values.add(String.join(INNER_SEPARATOR, inner));
            } else if (token != JsonToken.VALUE_NULL) {
                values.add(json.getString());
            }
            token = json.nextToken();
        }
        if (objects) {
            objectLists.computeIfAbsent(name, unseen -> new TreeSet<>());
        } else {
            draft.put(name, values);
        }
    }

    /** Adds the names of an object, of which the opening brace has been read, and skips their values. */
    private static void names(JsonParser json, Set<String> names) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            if (names.size() < SHOWN) {
                names.add(json.currentName());
            }
            json.nextToken();
            json.skipChildren();
        }
    }

    /** Adds all values of a list at any depth; true when there is an object among them. */
    private static boolean flat(JsonParser json, List<String> values) {
        boolean objects = false;
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT) {
                objects = true;
                json.skipChildren();
            } else if (token == JsonToken.START_ARRAY) {
                depth++;
            } else if (token == JsonToken.END_ARRAY) {
                depth--;
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                values.add(json.getString());
            }
        }
        return objects;
    }

    private int place(String name) {
        Integer known = places.get(name);
        if (known != null) {
            return known;
        }
        HeaderNames.checkCount(source, columns.size() + 1);
        places.put(name, columns.size());
        columns.add(name);
        return columns.size() - 1;
    }

    public List<String> columns() {
        return columns;
    }

    /** Each list of objects that was left out, with the names in it: {@code items (item_id, price)}. */
    public List<String> objectLists() {
        return objectLists.entrySet().stream()
                .map(list -> list.getKey() + " (" + String.join(", ", list.getValue()) + ")")
                .toList();
    }

    /** True when there is a list to unnest and no object so far had it. */
    public boolean missesUnnest() {
        return !unnest.isEmpty() && !unnestSeen;
    }

    public String unnest() {
        return unnest;
    }

    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!objectLists.isEmpty()) {
            notes.add("lists of objects were left out: " + String.join("; ", objectLists()));
        }
        if (!unnest.isEmpty()) {
            notes.add("each element of " + unnest + " is a row"
                    + (withoutElements == 0
                            ? ""
                            : String.format("; %,d rows have none and were left out", withoutElements)));
        }
        return notes;
    }
}
