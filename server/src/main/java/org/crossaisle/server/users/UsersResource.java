package org.crossaisle.server.users;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.crossaisle.io.settings.CrossingText;
import org.crossaisle.io.settings.ListSettings;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.server.http.AnswerLanguage;
import org.crossaisle.server.http.ApiExamples;
import org.crossaisle.server.http.QueryParameters;
import org.crossaisle.server.http.ScoringGate;
import org.crossaisle.serving.RecommendationService;
import org.crossaisle.serving.ServingModel;
import org.crossaisle.serving.UserRequest;
import org.crossaisle.serving.history.LiveHistories;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource for lists, categories and histories of a user. */
@Path("/v1/users/{user}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "users", description = "A user's history, and recommendations for the user.")
final class UsersResource {
    private static final int SHOWN_HISTORY = 20;

    private static final List<String> KNOWN = Stream.concat(Stream.of("count", "language"), CrossingText.NAMES.stream())
            .toList();

    private final RecommendationService service;
    private final ScoringGate gate;

    UsersResource(RecommendationService service, ScoringGate gate) {
        this.service = service;
        this.gate = gate;
    }

    @GET
    @Path("recommendations")
    @Operation(
            operationId = "recommend",
            summary = "A list with reasons",
            description =
                    "The items that fit a user best, with reasons; parameters choose how many come from categories new to"
                            + " the user. A user without a history gets popular items.")
    @Parameter(
            name = "count",
            in = ParameterIn.QUERY,
            description = ListSettings.COUNT_HELP,
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "" + ListSettings.MOST_COUNT,
                            defaultValue = "" + ListSettings.COUNT))
    @Parameter(
            name = ListSettings.SCOPE,
            in = ParameterIn.QUERY,
            description = ListSettings.SCOPE_HELP,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"any", "within", "cross", "complement"}))
    @Parameter(
            name = ListSettings.BASKET,
            in = ParameterIn.QUERY,
            description = ListSettings.BASKET_HELP,
            example = "i000123",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ListSettings.CATEGORIES,
            in = ParameterIn.QUERY,
            description = ListSettings.CATEGORIES_HELP,
            example = "Sports>Running",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ListSettings.EXCLUDE_CATEGORIES,
            in = ParameterIn.QUERY,
            description = ListSettings.EXCLUDE_CATEGORIES_HELP,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ListSettings.CROSS_SHARE,
            in = ParameterIn.QUERY,
            description = ListSettings.CROSS_SHARE_HELP,
            example = "0.3",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ListSettings.LEVEL,
            in = ParameterIn.QUERY,
            description = ListSettings.LEVEL_HELP,
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(
            name = ListSettings.DIVERSITY,
            in = ParameterIn.QUERY,
            description = ListSettings.DIVERSITY_HELP,
            example = "mmr:0.3",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ListSettings.WINDOW,
            in = ParameterIn.QUERY,
            description = ListSettings.WINDOW_HELP,
            example = "2/5@1",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "Language of the reasons. Default: from Accept-Language.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"en", "zh"}))
    @APIResponse(
            responseCode = "200",
            description = "The list, best first.",
            content =
                    @Content(
                            schema = @Schema(implementation = RecommendationList.class),
                            example = ApiExamples.RECOMMENDATIONS))
    public RecommendationList recommend(
            @Parameter(description = "The shop's own id of the user.", example = "u0000007") @PathParam("user")
                    String user,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        ServingModel model = service.model();
        QueryParameters parameters = new QueryParameters(uri, KNOWN);
        int count = parameters.wholeNumber("count", 1, ListSettings.MOST_COUNT).orElse(ListSettings.COUNT);
        Crossing crossing = crossing(model, parameters);
        AnswerLanguage language = AnswerLanguage.of(parameters, headers);
        UserRequest request = request(model, user);
        return gate.answer(() -> RecommendationList.of(
                model.catalog(),
                request.recommend(crossing, count),
                request.history().size(),
                language));
    }

    @GET
    @Path("categories")
    @Operation(
            operationId = "recommendCategories",
            summary = "Categories new to a user",
            description =
                    "The categories new to the user where they are most likely to go next, each with the most certain"
                            + " move to it from a category the user knows.")
    @Parameter(
            name = "count",
            in = ParameterIn.QUERY,
            description = ListSettings.COUNT_HELP,
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "" + ListSettings.MOST_COUNT,
                            defaultValue = "" + ListSettings.COUNT))
    @Parameter(
            name = "level",
            in = ParameterIn.QUERY,
            description = "Level of the categories, 0 = department. Default: the first level with several categories.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @APIResponse(
            responseCode = "200",
            description = "The categories, the most probable first.",
            content =
                    @Content(
                            schema = @Schema(implementation = UserCategories.class),
                            example = ApiExamples.USER_CATEGORIES))
    public UserCategories categories(
            @Parameter(description = "The shop's own id of the user.", example = "u0000007") @PathParam("user")
                    String user,
            @Context UriInfo uri) {
        ServingModel model = service.model();
        QueryParameters parameters = new QueryParameters(uri, List.of("count", "level"));
        int count = parameters.wholeNumber("count", 1, ListSettings.MOST_COUNT).orElse(ListSettings.COUNT);
        int level =
                parameters.wholeNumber("level", 0, model.levels().size() - 1).orElse(model.defaultLevel());
        UserRequest request = request(model, user);
        return gate.answer(() -> UserCategories.of(request.categories(level, count)));
    }

    @GET
    @Path("history")
    @Operation(
            operationId = "history",
            summary = "What a user did, newest first",
            description = "The imported history and the events since. Returns are left out, and consecutive events on"
                    + " one item in one session are one interaction, the strongest.")
    @Parameter(
            name = "count",
            in = ParameterIn.QUERY,
            description = "Number of interactions to return.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "20"))
    @APIResponse(
            responseCode = "200",
            description = "The history; empty for an unknown user.",
            content = @Content(schema = @Schema(implementation = UserHistory.class), example = ApiExamples.HISTORY))
    public UserHistory history(
            @Parameter(description = "The shop's own id of the user.", example = "u0000007") @PathParam("user")
                    String user,
            @Context UriInfo uri) {
        int count = new QueryParameters(uri, "count")
                .wholeNumber("count", 1, LiveHistories.LONGEST)
                .orElse(SHOWN_HISTORY);
        ServingModel model = service.model();
        return UserHistory.of(model.catalog(), request(model, user).history(), count);
    }

    private UserRequest request(ServingModel model, String user) {
        if (user.isBlank()) {
            throw QueryParameters.wrong("the user in the path is blank");
        }
        return service.request(model, user);
    }

    private static Crossing crossing(ServingModel model, QueryParameters parameters) {
        try {
            return model.crossing(new CrossingText(parameters.texts(CrossingText.NAMES)));
        } catch (IllegalArgumentException e) {
            throw QueryParameters.wrong(String.valueOf(e.getMessage()));
        }
    }
}
