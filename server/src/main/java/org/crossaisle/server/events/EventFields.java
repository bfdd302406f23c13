package org.crossaisle.server.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.event.Event;
import org.crossaisle.io.shop.ActionNames;
import org.crossaisle.privacy.UserKey;
import org.crossaisle.server.http.Flaws;
import org.crossaisle.server.http.QueryParameters;

/**
 * Reads the fields of events, one event after another. Errors are collected, not thrown; a field with an error gets a
 * placeholder value.
 */
final class EventFields {
    /** The properties of an event. */
    static final List<String> NAMES = List.of("user", "item", "action", "time", "value", "session", "id");

    private static final int MOST_CHARACTERS = 256;

    private final Catalog catalog;
    private final ActionNames actions;
    private final EventTimes times;
    private final long now;
    private final Flaws flaws;
    private JsonNode event = JsonNodeFactory.instance.objectNode();
    private String pointer = "#";

    /**
     * Reads events of a catalog's items.
     *
     * @param actions the names of actions, as in the import
     * @param now seconds since 1970
     * @param flaws where what is wrong is gathered
     */
    EventFields(Catalog catalog, ActionNames actions, long now, Flaws flaws) {
        this.catalog = catalog;
        this.actions = actions;
        this.now = now;
        this.flaws = flaws;
        times = new EventTimes(now);
    }

    /** Starts the next event, of which only the properties that exist are given. */
    void start(JsonNode next, String place) {
        pointer = place;
        event = next;
        if (!next.isObject()) {
            flaws.add(place, "is " + kind(next) + ", must be an event (a JSON object)");
        }
    }

    /** The event with its user id hashed, empty when it has an error. */
    Optional<Event> event(UserKey key) {
        int before = flaws.size();
        String user = user();
        String item = item();
        Action action = action();
        long time = time();
        OptionalDouble value = value();
        String session = text("session");
        String id = text("id");
        return flaws.size() > before || !event.isObject()
                ? Optional.empty()
                : Optional.of(new Event(key.hash(user), item, action, time, value, session, id));
    }

    /** The user id without surrounding white space, as in the import. */
    private String user() {
        return needed("user").strip();
    }

    private String item() {
        String item = needed("item");
        if (!item.isEmpty() && catalog.number(item).isEmpty()) {
            wrong("item", "the catalog has no item " + QueryParameters.shown(item));
        }
        return item;
    }

    private Action action() {
        String name = needed("action");
        Optional<Action> known = actions.of(name);
        if (known.isPresent()) {
            return known.get();
        }
        if (!name.isEmpty()) {
            wrong(
                    "action",
                    "is " + QueryParameters.shown(name) + ", must be one of "
                            + catalog.actions().names()
                            + ", or another name that the import of this shop knows; the nearest is "
                            + catalog.actions().nearest(name));
        }
        return catalog.actions().ofCode(0); // an event with a fault is not used
    }

    /** The time in seconds since 1970; now if none is given. */
    private long time() {
        if (!has("time")) {
            return now;
        }
        try {
            return times.of(event.get("time"));
        } catch (IllegalArgumentException e) {
            wrong("time", String.valueOf(e.getMessage()));
            return now;
        }
    }

    private OptionalDouble value() {
        if (!has("value")) {
            return OptionalDouble.empty();
        }
        JsonNode value = event.get("value");
        double number = value.doubleValue();
        if (!value.isNumber() || !Double.isFinite(number)) {
            wrong("value", "is " + (value.isNumber() ? "too large a number" : kind(value)) + ", must be a number");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number);
    }

    /** An optional text; empty when it is absent. */
    private String text(String name) {
        if (!has(name)) {
            return "";
        }
        JsonNode node = event.get(name);
        if (!node.isTextual()) {
            wrong(name, "is " + kind(node) + ", must be a string");
            return "";
        }
        String text = node.textValue();
        if (text.length() > MOST_CHARACTERS) {
            wrong(name, "has " + text.length() + " characters, must have at most " + MOST_CHARACTERS);
            return "";
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            wrong(name, "has half of a surrogate pair, must be well-formed Unicode");
            return "";
        }
        return text;
    }

    private String needed(String name) {
        if (event.isObject() && (!has(name) || (event.get(name).isTextual() && isBlank(name)))) {
            wrong(name, has(name) ? "is blank, must be a string" : "is missing");
            return "";
        }
        return text(name);
    }

    private boolean isBlank(String name) {
        return event.get(name).textValue().isBlank();
    }

    private boolean has(String name) {
        return event.hasNonNull(name);
    }

    private void wrong(String name, String detail) {
        flaws.add(pointer + "/" + name, detail);
    }

    /** The type of a node for a message; never its value, which may be a user id. */
    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "a text";
            case ARRAY, OBJECT -> "an " + node.getNodeType().name().toLowerCase(Locale.ROOT);
            case NULL -> "null";
            default -> "a " + node.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }
}
