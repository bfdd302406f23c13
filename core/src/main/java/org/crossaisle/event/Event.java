package org.crossaisle.event;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalDouble;
import org.crossaisle.PublicApi;
import org.crossaisle.action.Action;
import org.crossaisle.history.UserId;

/**
 * One logged action of a user on an item, as the {@link EventStore} keeps it.
 *
 * @param item the shop's id of the item, at most {@value #ITEM_CHARACTERS} characters
 * @param time seconds since 1970 UTC, from 0 to the end of the year 9999
 * @param value the value of the event, such as the price paid or the stars given, if known
 * @param session the shop's name for the visit, at most {@value #NAME_CHARACTERS} characters; empty when there is none
 * @param id the sender's id of the event, by which a repeated event is recognised, at most {@value #NAME_CHARACTERS}
 *     characters; empty when there is none
 */
@PublicApi
public record Event(
        UserId user, String item, Action action, long time, OptionalDouble value, String session, String id) {
    /** The maximum length of an item id, in characters. */
    public static final int ITEM_CHARACTERS = 1024;

    /** The maximum length of a session or event id, in characters. */
    public static final int NAME_CHARACTERS = 256;

    private static final long LAST_TIME = 253_402_300_799L; // 9999-12-31T23:59:59Z

    public Event {
        if (item.isBlank()) {
            throw new IllegalArgumentException("item is blank, must be an id of the shop");
        }
        check("item", item, ITEM_CHARACTERS);
        check("session", session, NAME_CHARACTERS);
        check("id", id, NAME_CHARACTERS);
        if (time < 0 || time > LAST_TIME) {
            throw new IllegalArgumentException(
                    "time is " + time + ", must be seconds since 1970 in [0, " + LAST_TIME + "]");
        }
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException("value is " + value.getAsDouble() + ", must be finite");
        }
    }

    /**
     * An event without a value, session or event id.
     *
     * @param item the shop's id of the item
     */
    public static Event of(UserId user, String item, Action action, Instant time) {
        return new Event(user, item, action, time.getEpochSecond(), OptionalDouble.empty(), "", "");
    }

    private static void check(String name, String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException(
                    name + " has " + text.length() + " characters, must have at most " + longest);
        }
        // Half of a surrogate pair would be stored as a question mark, so two different ids could become equal.
        CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
        if (!utf8.canEncode(text)) {
            throw new IllegalArgumentException(name + " has an unpaired surrogate, must be well-formed Unicode");
        }
    }
}
