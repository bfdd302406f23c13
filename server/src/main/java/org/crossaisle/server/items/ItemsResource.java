package org.crossaisle.server.items;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.recommend.crossing.Scope;
import org.crossaisle.server.http.ApiExamples;
import org.crossaisle.server.http.QueryParameters;
import org.crossaisle.server.http.ScoringGate;
import org.crossaisle.server.problem.ProblemException;
import org.crossaisle.server.problem.ProblemKind;
import org.crossaisle.serving.RecommendationService;
import org.crossaisle.serving.ServingModel;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource for items and similar items. */
@Path("/v1/items/{item}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "items", description = "Items of the catalog.")
final class ItemsResource {
    private static final int MOST_SIMILAR = 500;
    private static final int SIMILAR = 10;

    private final RecommendationService service;
    private final ScoringGate gate;

    ItemsResource(RecommendationService service, ScoringGate gate) {
        this.service = service;
        this.gate = gate;
    }

    @GET
    @Operation(operationId = "item", summary = "An item", description = "Everything the catalog has about an item.")
    @APIResponse(
            responseCode = "200",
            description = "The item.",
            content = @Content(schema = @Schema(implementation = ItemDetail.class), example = ApiExamples.ITEM))
    public ItemDetail item(
            @Parameter(description = "The shop's id of the item.", example = "i000123") @PathParam("item") String item,
            @Context UriInfo uri) {
        QueryParameters.none(uri);
        Catalog catalog = service.model().catalog();
        return ItemDetail.of(catalog.item(number(catalog, item)));
    }

    @GET
    @Path("similar")
    @Operation(
            operationId = "similar",
            summary = "Items like an item",
            description =
                    "By the cosine of item vectors if the model has vectors, else by its scores for a history of this"
                            + " item alone.")
    @Parameter(
            name = "count",
            in = ParameterIn.QUERY,
            description = "Number of items.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "10"))
    @Parameter(
            name = "scope",
            in = ParameterIn.QUERY,
            description = "any: items of any category; within: of this item's categories; cross: of other categories;"
                    + " complement: of categories that go with this item's. Unlike a user's list, it is not filled with"
                    + " items from outside the scope.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"any", "within", "cross", "complement"},
                            defaultValue = "any"))
    @APIResponse(
            responseCode = "200",
            description = "The items, the most similar first, never the item itself.",
            content = @Content(schema = @Schema(implementation = SimilarList.class), example = ApiExamples.SIMILAR))
    public SimilarList similar(
            @Parameter(description = "The shop's id of the item.", example = "i000123") @PathParam("item") String item,
            @Context UriInfo uri) {
        QueryParameters parameters = new QueryParameters(uri, "count", "scope");
        int count = parameters.wholeNumber("count", 1, MOST_SIMILAR).orElse(SIMILAR);
        Scope scope = parameters.oneOf("scope", Scope.class).orElse(Scope.ANY);
        ServingModel model = service.model();
        int number = number(model.catalog(), item);
        return gate.answer(
                () -> SimilarList.of(model.catalog(), model.similar(number, scope, count), model.similarityMeasure()));
    }

    private static int number(Catalog catalog, String item) {
        return catalog.number(item)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.ITEM_UNKNOWN, "the catalog has no item " + QueryParameters.shown(item)));
    }
}
