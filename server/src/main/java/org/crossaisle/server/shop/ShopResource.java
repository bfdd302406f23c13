package org.crossaisle.server.shop;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.crossaisle.catalog.CategoryChange;
import org.crossaisle.io.recipe.ModelDirectory;
import org.crossaisle.model.VectorModel;
import org.crossaisle.recommend.rerank.RerankerProvider;
import org.crossaisle.recommend.rerank.Rerankers;
import org.crossaisle.server.http.ApiExamples;
import org.crossaisle.serving.RecommendationService;
import org.crossaisle.serving.ServingModel;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The resource that describes the shop and the model. */
@Path("/v1/shop")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "shop", description = "The shop that is served.")
final class ShopResource {
    private final RecommendationService service;

    ShopResource(RecommendationService service) {
        this.service = service;
    }

    /** The shop as imported, without live events. */
    record ShopSummary(
            String name,

            @Schema(description = "True when the events were simulated.")
            boolean simulated,

            int users,
            int items,
            int interactions,
            ModelSummary model,

            @Schema(description = "The names of the category levels, from level 0 on.")
            List<String> levels,

            @Schema(description = "The re-rankers that the parameter diversity accepts, sorted by name.")
            List<RerankerSummary> rerankers,

            @Schema(description = "Always empty: the shop keeps no user ids, only their hashes.")
            List<String> sampleUsers) {}

    /** An available re-ranker. */
    record RerankerSummary(
            @Schema(examples = "mmr") String name,

            @Schema(description = "How it is written.", examples = "mmr:WEIGHT[:vectors]")
            String usage,

            @Schema(description = "What it does.") String help,

            @Schema(description = "A call with typical arguments.", examples = "mmr:0.3")
            String example) {
        static RerankerSummary of(RerankerProvider provider) {
            return new RerankerSummary(provider.name(), provider.usage(), provider.help(), provider.example());
        }
    }

    /** The current model. */
    record ModelSummary(
            String recipe,
            Instant trainedAt,

            @Schema(description = "The length of its vectors; null when it has none.") @Nullable
            Integer dimension,

            @Schema(description = "What became of the categories that existed at the training and no longer do.")
            List<CategoryChanged> categoryChanges,

            @Schema(description = "Number of items that are not in the category that theirs became.")
            int movedItems) {}

    /** A change to a category. */
    record CategoryChanged(
            String before,

            @Schema(enumeration = {"renamed", "merged", "split", "gone"})
            String kind,

            @Schema(description = "Where its items are now, the largest part first; empty when the category is gone.")
            List<CategoryPart> now) {
        static CategoryChanged of(CategoryChange change) {
            return new CategoryChanged(
                    change.before().toString(),
                    change.kind().name().toLowerCase(Locale.ROOT),
                    change.now().stream()
                            .map(part -> new CategoryPart(part.category().toString(), part.items()))
                            .toList());
        }
    }

    /** A part of a category that was split. */
    record CategoryPart(
            String category,

            @Schema(description = "Number of items of the former category that are there.")
            int items) {}

    @GET
    @Operation(
            operationId = "shop",
            summary = "What is served",
            description = "The shop as it was imported, and the model that answers.")
    @APIResponse(
            responseCode = "200",
            description = "The shop.",
            content = @Content(schema = @Schema(implementation = ShopSummary.class), example = ApiExamples.SHOP))
    public ShopSummary shop() {
        return summary(service.model());
    }

    private static ShopSummary summary(ServingModel served) {
        ModelDirectory model = served.model();
        return new ShopSummary(
                served.shop().name(),
                served.shop().simulated(),
                served.shop().dataset().users(),
                served.catalog().size(),
                served.shop().dataset().interactions(),
                new ModelSummary(
                        model.frozen().name(),
                        model.provenance().madeAt(),
                        model.model()
                                .as(VectorModel.class)
                                .map(VectorModel::dimension)
                                .orElse(null),
                        model.changes().changes().stream()
                                .map(CategoryChanged::of)
                                .toList(),
                        model.changes().moved()),
                IntStream.range(0, served.distinctLevels())
                        .mapToObj(level -> level == 0 ? "department" : "level " + level)
                        .toList(),
                Rerankers.installed().providers().stream()
                        .map(RerankerSummary::of)
                        .toList(),
                List.of());
    }
}
