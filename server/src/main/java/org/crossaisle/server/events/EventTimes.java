package org.crossaisle.server.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.crossaisle.server.http.QueryParameters;

/**
 * Reads the time of an event: ISO-8601 with an offset, or whole seconds since 1970; not before 1970 and at most one day
 * ahead.
 */
final class EventTimes {
    /** The tolerance for times in the future: clocks differ, and some are off by a time zone. */
    private static final long MOST_AHEAD = Duration.ofDays(1).toSeconds();

    private final long now;

    /** @param now seconds since 1970 */
    EventTimes(long now) {
        this.now = now;
    }

    /**
     * Seconds since 1970.
     *
     * @throws IllegalArgumentException when it is not a time, or out of range for an event
     */
    long of(JsonNode time) {
        if (time.isTextual()) {
            return checked(parsed(time.textValue()), QueryParameters.shown(time.textValue()));
        }
        if (!time.isIntegralNumber()) {
            throw new IllegalArgumentException("is " + (time.isNumber() ? time.asText() : EventFields.kind(time))
                    + ", must be ISO-8601 text or whole seconds" + " since 1970");
        }
        if (!time.canConvertToLong()) {
            throw new IllegalArgumentException("is too large a number, must be whole seconds since 1970");
        }
        return checked(time.longValue(), time.asText());
    }

    private long checked(long seconds, String shown) {
        if (seconds < 0) {
            throw new IllegalArgumentException("is " + shown + ", must not be before 1970");
        }
        if (seconds <= now + MOST_AHEAD) {
            return seconds;
        }
        if (seconds / 1_000 <= now + MOST_AHEAD && seconds / 1_000 > now / 10) {
            throw new IllegalArgumentException("is " + shown + ", which looks like milliseconds; must be whole seconds"
                    + " since 1970, as " + seconds / 1_000);
        }
        throw new IllegalArgumentException(
                "is " + shown + ", more than a day after now, which is " + Instant.ofEpochSecond(now));
    }

    private static long parsed(String text) {
        try {
            return OffsetDateTime.parse(text).toEpochSecond();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "is " + QueryParameters.shown(text)
                            + ", must be ISO-8601 with an offset, such as 2026-01-01T10:00:00Z",
                    e);
        }
    }
}
