package org.crossaisle.server.events;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.crossaisle.event.EventStore;
import org.crossaisle.server.http.ApiExamples;
import org.crossaisle.server.http.BodyLimit;
import org.crossaisle.server.http.QueryParameters;
import org.crossaisle.server.problem.Problem;
import org.crossaisle.serving.RecommendationService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The resource that accepts live events. */
@Path("/v1/events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "events", description = "Events as they happen.")
public final class EventsResource {
    private final RecommendationService service;
    private final EventReader reader;

    EventsResource(RecommendationService service) {
        this.service = service;
        reader = new EventReader(service, Clock.systemUTC());
    }

    /** The number of events stored, and of duplicates already stored. */
    @Schema(name = "Appended")
    record Taken(int accepted, int duplicates) {}

    /** The JSON form of an event. Used only for the API description, since bodies are parsed strictly by hand. */
    @Schema(name = "Event", additionalProperties = Schema.False.class)
    record Described(
            @Schema(required = true, description = "The shop's own id of the user.", examples = "u0000007")
            String user,

            @Schema(required = true, description = "The shop's id of an item of the catalog.", examples = "i000123")
            String item,

            @Schema(
                    required = true,
                    enumeration = {"return", "view", "cart", "purchase", "review"},
                    examples = "purchase")
            String action,

            @Schema(
                    description = "ISO-8601 with an offset, or whole seconds since 1970; otherwise now.",
                    oneOf = {String.class, Long.class},
                    examples = "2026-01-01T10:00:00Z")
            Object time,

            @Schema(description = "A number such as a price or a rating.", examples = "12.5")
            Double value,

            @Schema(description = "Id of the session it happened in.", examples = "s1")
            String session,

            @Schema(
                    description = "An id chosen by the client; an event whose id was seen before is not stored again.",
                    examples = "e-0001")
            String id) {}

    @POST
    @Operation(
            operationId = "append",
            summary = "Stores events",
            description =
                    "One event, or an array of at most 10,000. All are stored or none; the answer comes when they are on"
                            + " disk. The user's next list takes them into account.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(oneOf = {Described.class, Described[].class}),
                            examples = {
                                @ExampleObject(name = "one", value = ApiExamples.EVENT),
                                @ExampleObject(name = "several", value = ApiExamples.EVENTS)
                            }))
    @APIResponse(
            responseCode = "202",
            description = "The events are stored.",
            content =
                    @Content(
                            schema = @Schema(implementation = Taken.class),
                            example = "{\"accepted\": 2, \"duplicates\": 0}"))
    @APIResponse(
            responseCode = "413",
            description = "The body has more than 8 MiB.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<Taken> append(InputStream body, @Context UriInfo uri) throws IOException {
        QueryParameters.none(uri);
        byte[] bytes = body.readNBytes(BodyLimit.MOST_BYTES + 1);
        if (bytes.length > BodyLimit.MOST_BYTES) {
            throw BodyLimit.exceeded();
        }
        EventStore.Appended appended = service.append(reader.read(new ByteArrayInputStream(bytes)));
        return RestResponse.status(Response.Status.ACCEPTED, new Taken(appended.accepted(), appended.duplicates()));
    }
}
