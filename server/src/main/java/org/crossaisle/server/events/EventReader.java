package org.crossaisle.server.events;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.crossaisle.event.Event;
import org.crossaisle.privacy.UserKey;
import org.crossaisle.server.problem.Problem;
import org.crossaisle.server.problem.ProblemException;
import org.crossaisle.server.problem.ProblemKind;
import org.crossaisle.serving.RecommendationService;
import org.crossaisle.serving.ServingModel;

/**
 * Reads a request body of events strictly: each error is reported with its JSON pointer and without any user id.
 * Threads may share it.
 */
final class EventReader {
    private static final int MOST_EVENTS = 10_000;

    /** The maximum number of errors reported one by one. */
    private static final int MOST_ERRORS = 100;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final RecommendationService service;
    private final Clock clock;

    EventReader(RecommendationService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /**
     * The events of a body: one object, or an array of them.
     *
     * @throws ProblemException when any of them is invalid
     */
    List<Event> read(byte[] body) {
        JsonNode root = tree(body);
        boolean single = root.isObject();
        if (!single && !root.isArray()) {
            throw malformed("needed is an event (a JSON object) or an array of events");
        }
        if (root.isArray() && root.size() > MOST_EVENTS) {
            throw malformed("the array has " + root.size() + " events, must have at most " + MOST_EVENTS);
        }
        ServingModel model = service.model();
        EventFields fields = new EventFields(model.catalog(), clock.instant().getEpochSecond());
        UserKey key = model.shop().key();
        List<Event> events = new ArrayList<>();
        for (int at = 0; at < (single ? 1 : root.size()); at++) {
            fields.start(single ? root : root.get(at), single ? "#" : "#/" + at);
            fields.event(key).ifPresent(events::add);
        }
        refuseWrong(fields.errors());
        return events;
    }

    private static void refuseWrong(List<Problem.Flaw> errors) {
        if (!errors.isEmpty()) {
            int told = Math.min(MOST_ERRORS, errors.size());
            String detail = errors.size() == 1
                    ? errors.get(0).pointer() + ": " + errors.get(0).detail()
                    : errors.size() + " things are wrong" + (told < errors.size() ? ", the first " + told : "")
                            + "; nothing was stored";
            throw new ProblemException(ProblemKind.EVENT_INVALID, detail, errors.subList(0, told));
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            // Jackson's message may quote the body, and with it a user id.
            JsonLocation place = e.getLocation();
            throw malformed("the body is not JSON"
                    + (place == null
                            ? ""
                            : ": it breaks at line " + place.getLineNr() + ", column " + place.getColumnNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a byte array has no other failures
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemKind.BODY_MALFORMED, detail);
    }
}
