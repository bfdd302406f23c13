package org.crossaisle.io.table.json;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.crossaisle.io.table.input.ByteWindow;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** How a JSON file holds its rows. */
public enum JsonForm {
    /** One object a line. */
    LINES,
    /** Objects one after the other, each on several lines. */
    OBJECTS,
    /** One list of objects. */
    LIST,
    /** One object with one list of objects, as most interfaces answer. */
    WRAPPED;

    private static final int SAMPLE = 1 << 20;
    private static final int LONGEST_WORD = 64; // a number or word that may be cut
    private static final String OPEN = "{,[";

    /**
     * Judges the beginning of a text. One object alone that has one list of objects wraps its rows, unless that list is
     * the one to unnest.
     */
    public static JsonForm of(ByteWindow window, String unnest) throws IOException {
        byte[] bytes = window.peek(SAMPLE);
        int begin = 0;
        while (begin < bytes.length && Character.isWhitespace(bytes[begin])) {
            begin++;
        }
        if (begin < bytes.length && bytes[begin] == '[') {
            return LIST;
        }
        return new Sample(bytes, begin, bytes.length < SAMPLE, unnest).judge();
    }

    /** The first object of a text. */
    private static final class Sample {
        private final byte[] bytes;
        private final int begin;
        private final boolean whole;
        private final String unnest;
        private final Set<String> lists = new TreeSet<>(); // the lists of objects on the first level
        private boolean cut; // the object goes on behind the sample

        Sample(byte[] bytes, int begin, boolean whole, String unnest) {
            this.bytes = bytes;
            this.begin = begin;
            this.whole = whole;
            this.unnest = unnest;
        }

        JsonForm judge() {
            int end = endOfObject();
            boolean alone = end < 0 ? cut : whole && isBlank(end, bytes.length);
            if (alone && lists.size() == 1 && !lists.contains(unnest)) {
                return WRAPPED;
            }
            if (end < 0 && !cut) {
                return endsOpen() ? OBJECTS : LINES;
            }
            return hasLineEnd(begin, end < 0 ? bytes.length : end) ? OBJECTS : LINES;
        }

        /** The offset behind the first object; -1 when it is not valid or does not end in the sample. */
        private int endOfObject() {
            JsonFactory factory = new JsonFactory();
            try (JsonParser json =
                    factory.createParser(ObjectReadContext.empty(), bytes, begin, bytes.length - begin)) {
                json.nextToken();
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = json.currentName();
                    if (json.nextToken() == JsonToken.START_ARRAY) {
                        elements(json, name);
                    } else {
                        json.skipChildren();
                    }
                }
                return begin + (int) json.currentLocation().getByteOffset();
            } catch (JacksonException e) {
                boolean atEnd = e instanceof UnexpectedEndOfInputException
                        || (e.getLocation() != null
                                && begin + e.getLocation().getByteOffset() > bytes.length - LONGEST_WORD);
                cut = !whole && atEnd;
                return -1; // if it is not cut, the reader will say what is wrong
            }
        }

        private void elements(JsonParser json, String name) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    lists.add(name);
                }
                json.skipChildren();
            }
        }

        /** True when the first line ends within an object, as those of objects on several lines do. */
        private boolean endsOpen() {
            int end = begin;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            while (end > begin && Character.isWhitespace(bytes[end - 1])) {
                end--;
            }
            return end < bytes.length && OPEN.indexOf(bytes[end - 1]) >= 0;
        }

        private boolean isBlank(int from, int to) {
            for (int at = from; at < to; at++) {
                if (!Character.isWhitespace(bytes[at])) {
                    return false;
                }
            }
            return true;
        }

        private boolean hasLineEnd(int from, int to) {
            for (int at = from; at < to; at++) {
                if (bytes[at] == '\n' || bytes[at] == '\r') {
                    return true;
                }
            }
            return false;
        }
    }
}
