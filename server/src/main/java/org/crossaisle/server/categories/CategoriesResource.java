package org.crossaisle.server.categories;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.server.http.ApiExamples;
import org.crossaisle.server.http.QueryParameters;
import org.crossaisle.server.problem.ProblemException;
import org.crossaisle.server.problem.ProblemKind;
import org.crossaisle.serving.RecommendationService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource for categories and the categories that customers go on to. */
@Path("/v1/categories/{category}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "categories", description = "How customers go from category to category.")
final class CategoriesResource {
    private static final int MOST = 500;
    private static final int COUNT = 10;
    private static final int MINIMUM_CUSTOMERS = 5; // fewer are not significant, and might be identifiable

    private final RecommendationService service;

    CategoriesResource(RecommendationService service) {
        this.service = service;
    }

    @GET
    @Path("next")
    @Operation(
            operationId = "nextCategories",
            summary = "Where customers go next",
            description =
                    "The categories that customers of a category go to next, those with a large and certain lift first;"
                            + " moves of fewer than 5 customers are left out. A category is compared with the others of its level."
                            + " A lift describes a habit, not a cause.")
    @Parameter(
            name = "count",
            in = ParameterIn.QUERY,
            description = "Number of categories.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "10"))
    @APIResponse(
            responseCode = "200",
            description = "The categories, the most certain first.",
            content =
                    @Content(
                            schema = @Schema(implementation = NextCategories.class),
                            example = ApiExamples.NEXT_CATEGORIES))
    public NextCategories next(
            @Parameter(
                            description = "The path from the department down, levels separated by >, URL-encoded.",
                            example = "Beauty>Makeup")
                    @PathParam("category")
                    String category,
            @Context UriInfo uri) {
        int count =
                new QueryParameters(uri, "count").wholeNumber("count", 1, MOST).orElse(COUNT);
        CategoryPath path = path(category);
        List<CategoryGraph> graphs = service.model().graphs();
        CategoryGraph graph = graphs.get(Math.min(path.depth(), graphs.size()) - 1);
        int number = number(graph, path);
        List<Affinity> moves = graph.outgoing(number, Integer.MAX_VALUE).stream()
                .filter(move -> move.customers() >= MINIMUM_CUSTOMERS)
                .limit(count)
                .toList();
        return NextCategories.of(graph, number, moves);
    }

    private static CategoryPath path(String category) {
        try {
            return CategoryPath.parse(category);
        } catch (IllegalArgumentException e) {
            throw QueryParameters.wrong(QueryParameters.shown(category)
                    + " is not a category path; write its names separated by >, such as Beauty>Makeup");
        }
    }

    private static int number(CategoryGraph graph, CategoryPath path) {
        return graph.category(path)
                .orElseThrow(() -> new ProblemException(ProblemKind.CATEGORY_UNKNOWN, graph.unknown(path)));
    }
}
