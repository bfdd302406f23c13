package org.crossaisle.server.audiences;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.crossaisle.RecsException;
import org.crossaisle.audience.Audience;
import org.crossaisle.audience.AudienceSettings;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.server.http.ApiExamples;
import org.crossaisle.server.http.Flaws;
import org.crossaisle.server.http.JsonBody;
import org.crossaisle.server.http.QueryParameters;
import org.crossaisle.server.http.ScoringGate;
import org.crossaisle.server.problem.ProblemException;
import org.crossaisle.server.problem.ProblemKind;
import org.crossaisle.serving.RecommendationService;
import org.crossaisle.serving.ServingModel;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource for audiences of categories. */
@Path("/v1/audiences")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "audiences", description = "Which customers to contact about a category.")
final class AudiencesResource {
    private static final List<String> NAMES = List.of("category", "size", "days", "excludeDays", "control", "seed");
    private static final int MOST_BYTES = 1 << 16;
    private static final int MOST_MEMBERS = 100_000;

    private final RecommendationService service;
    private final ScoringGate gate;

    AudiencesResource(RecommendationService service, ScoringGate gate) {
        this.service = service;
        this.gate = gate;
    }

    /** The request body. Used only for the API description, since bodies are parsed strictly by hand. */
    @Schema(name = "AudienceRequest", additionalProperties = Schema.False.class)
    record Described(
            @Schema(required = true, description = "The path of the category.", examples = "Beauty>Makeup")
            String category,

            @Schema(
                    required = true,
                    description = AudienceSettings.SIZE_HELP,
                    minimum = "1",
                    maximum = "" + MOST_MEMBERS)
            int size,

            @Schema(
                    description = AudienceSettings.DAYS_HELP,
                    defaultValue = "" + AudienceSettings.DAYS,
                    minimum = "1",
                    maximum = "" + AudienceSettings.MOST_DAYS)
            int days,

            @Schema(
                    description = AudienceSettings.EXCLUDE_DAYS_HELP,
                    defaultValue = "" + AudienceSettings.EXCLUDE_DAYS,
                    minimum = "0",
                    maximum = "" + AudienceSettings.MOST_EXCLUDE_DAYS)
            int excludeDays,

            @Schema(description = AudienceSettings.CONTROL_HELP, defaultValue = "" + AudienceSettings.CONTROL)
            double control,

            @Schema(description = AudienceSettings.SEED_HELP, defaultValue = "" + AudienceSettings.SEED)
            long seed) {}

    @POST
    @Operation(
            operationId = "findAudience",
            summary = "The customers most likely to come to a category",
            description =
                    "Computed from the imported events, with a check of the method on their last days. Customers are"
                            + " identified by the keyed hash of their id. It may take some seconds.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Described.class),
                            example = ApiExamples.AUDIENCE_REQUEST))
    @APIResponse(
            responseCode = "200",
            description = "The audience, the most likely first.",
            content = @Content(schema = @Schema(implementation = AudienceAnswer.class), example = ApiExamples.AUDIENCE))
    public AudienceAnswer find(InputStream body, @Context UriInfo uri) throws IOException {
        QueryParameters.none(uri);
        JsonNode request = read(body);
        CategoryPath category = category(request);
        int size = wholeNumber(request, "size", 1, MOST_MEMBERS)
                .orElseThrow(() -> QueryParameters.wrong("size is missing"));
        AudienceSettings defaults = AudienceSettings.DEFAULTS;
        AudienceSettings settings = new AudienceSettings(
                wholeNumber(request, "days", 1, AudienceSettings.MOST_DAYS).orElse(defaults.days()),
                wholeNumber(request, "excludeDays", 0, AudienceSettings.MOST_EXCLUDE_DAYS)
                        .orElse(defaults.excludeDays()),
                share(request).orElse(defaults.control()),
                wholeNumber(request, "seed", 0, Integer.MAX_VALUE).orElse((int) defaults.seed()));
        return gate.answer(() -> {
            try {
                ServingModel model = service.model();
                Audience audience = model.audience(category, settings, size);
                return AudienceAnswer.of(
                        audience, user -> model.shop().userId(user).toString());
            } catch (RecsException e) {
                throw switch (e.code()) {
                    case SETTING_INVALID ->
                        new ProblemException(ProblemKind.CATEGORY_UNKNOWN, String.valueOf(e.getMessage()));
                    case DATA_INSUFFICIENT -> QueryParameters.wrong(String.valueOf(e.getMessage()));
                    default -> e;
                };
            }
        });
    }

    private static JsonNode read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ProblemException(ProblemKind.BODY_TOO_LARGE, "the body has more than " + MOST_BYTES + " bytes");
        }
        Flaws flaws = new Flaws(ProblemKind.SETTING_INVALID, "no audience was computed");
        JsonNode request = JsonBody.object(
                new ByteArrayInputStream(bytes), NAMES, flaws, "the body must be a JSON object with category and size");
        flaws.refuse();
        return request;
    }

    private static CategoryPath category(JsonNode request) {
        JsonNode given = request.get("category");
        if (given == null || !given.isTextual()) {
            throw QueryParameters.wrong("category must be a string, a path such as Beauty>Makeup");
        }
        try {
            return CategoryPath.parse(given.textValue());
        } catch (IllegalArgumentException e) {
            throw QueryParameters.wrong(QueryParameters.shown(given.textValue())
                    + " is not a category path; write its names separated by >, such as Beauty>Makeup");
        }
    }

    private static Optional<Integer> wholeNumber(JsonNode request, String name, int from, int to) {
        JsonNode given = request.get(name);
        if (given == null || given.isNull()) {
            return Optional.empty();
        }
        if (!given.isIntegralNumber() || !given.canConvertToInt() || given.intValue() < from || given.intValue() > to) {
            throw QueryParameters.wrong(name + " is " + QueryParameters.shown(given.toString())
                    + ", must be a whole number in [" + from + ", " + to + "]");
        }
        return Optional.of(given.intValue());
    }

    private static Optional<Double> share(JsonNode request) {
        JsonNode given = request.get("control");
        if (given == null || given.isNull()) {
            return Optional.empty();
        }
        if (!given.isNumber() || !(given.doubleValue() >= 0 && given.doubleValue() < 1)) {
            throw QueryParameters.wrong(
                    "control is " + QueryParameters.shown(given.toString()) + ", must be a number in [0, 1)");
        }
        return Optional.of(given.doubleValue());
    }
}
