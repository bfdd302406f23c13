package org.crossaisle.server.items;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.IntPredicate;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.history.History;
import org.crossaisle.recommend.crossing.Scope;
import org.crossaisle.server.http.ApiExamples;
import org.crossaisle.server.http.QueryParameters;
import org.crossaisle.server.http.ScoringGate;
import org.crossaisle.server.problem.ProblemException;
import org.crossaisle.server.problem.ProblemKind;
import org.crossaisle.server.shop.ServedShop;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Items and those like them. */
@Path("/v1/items/{item}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "items", description = "What the shop sells.")
final class ItemsResource {
    private static final int MOST_SIMILAR = 500;
    private static final int SIMILAR = 10;

    private final ServedShop shop;
    private final ScoringGate gate;

    ItemsResource(ServedShop shop, ScoringGate gate) {
        this.shop = shop;
        this.gate = gate;
    }

    @GET
    @Operation(operationId = "item", summary = "An item", description = "All that the catalog says of an item.")
    @APIResponse(
            responseCode = "200",
            description = "The item.",
            content = @Content(schema = @Schema(implementation = ItemDetail.class), example = ApiExamples.ITEM))
    public ItemDetail item(
            @Parameter(description = "The shop's id of the item.", example = "i000123") @PathParam("item") String item,
            @Context UriInfo uri) {
        QueryParameters.none(uri);
        return ItemDetail.of(shop.catalog().item(number(item)));
    }

    @GET
    @Path("similar")
    @Operation(
            operationId = "similar",
            summary = "Items like an item",
            description = "By the cosine of item vectors where the model has vectors, elsewhere by its scores after"
                    + " this item alone.")
    @Parameter(
            name = "count",
            in = ParameterIn.QUERY,
            description = "How many items.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "10"))
    @Parameter(
            name = "scope",
            in = ParameterIn.QUERY,
            description =
                    "Items of any category, of those of this item, of others, or of those that go with them. Unlike"
                            + " a user's list it is not filled from outside.",
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
        int number = number(item);
        return gate.answer(() -> SimilarList.of(
                shop.catalog(),
                shop.similar().of(number, count, inScope(scope, number)),
                shop.similar().measure()));
    }

    private IntPredicate inScope(Scope scope, int item) {
        CategoryLevel level = shop.levels().get(shop.defaultLevel());
        return switch (scope) {
            case ANY -> other -> true;
            case WITHIN -> other -> level.share(item, other);
            case COMPLEMENT -> shop.complements(item);
            case CROSS -> other -> level.isNew(other, History.ofItems(item).categories(level));
        };
    }

    private int number(String item) {
        return shop.catalog()
                .number(item)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.ITEM_UNKNOWN, "the catalog has no item " + QueryParameters.shown(item)));
    }
}
