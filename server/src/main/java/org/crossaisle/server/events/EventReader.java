package org.crossaisle.server.events;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.crossaisle.event.Event;
import org.crossaisle.privacy.UserKey;
import org.crossaisle.server.http.Flaws;
import org.crossaisle.server.http.JsonBody;
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
    List<Event> read(InputStream body) throws IOException {
        Flaws flaws = new Flaws(ProblemKind.EVENT_INVALID, "nothing was stored");
        ServingModel model = service.model();
        EventFields fields = new EventFields(
                model.catalog(), model.shop().actionNames(), clock.instant().getEpochSecond(), flaws);
        UserKey key = model.shop().key();
        List<Event> events = new ArrayList<>();
        int[] seen = {0};
        JsonBody.objects(
                body,
                EventFields.NAMES,
                flaws,
                "the body must be an event (a JSON object) or an array of events",
                (pointer, event) -> {
                    if (++seen[0] > MOST_EVENTS) {
                        throw new ProblemException(
                                ProblemKind.BODY_MALFORMED,
                                "the array has more than " + MOST_EVENTS + " events; send them in several calls");
                    }
                    fields.start(event, pointer);
                    fields.event(key).ifPresent(events::add);
                });
        flaws.refuse();
        return events;
    }
}
