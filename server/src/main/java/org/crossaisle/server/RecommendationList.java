package org.crossaisle.server;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.explain.Reason;
import org.crossaisle.recommend.Basis;
import org.crossaisle.recommend.Crossing;
import org.crossaisle.recommend.Recommendation;
import org.crossaisle.recommend.Recommendations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A list as JSON has it.
 *
 * @param history how many interactions it rests on
 */
record RecommendationList(
        @Schema(
                description = "model, or popular where no history is known",
                enumeration = {"model", "popular"})
        String basis,

        @Schema(description = "The basis as a sentence in the language asked for.")
        String basisText,

        Asked asked,
        Achieved achieved,

        @Schema(description = "How many interactions the list rests on.")
        int history,

        List<Place> items) {

    /** What was asked for. */
    record Asked(
            @Schema(enumeration = {"any", "within", "cross"})
            String scope,

            @Nullable Double crossShare,
            int level) {}

    /** What was achieved. */
    record Achieved(
            @Schema(
                    description = "Which part of the list comes from categories new to the user; null where nothing can"
                            + " be new.")
            @Nullable
            Double crossShare,

            @Schema(
                    description = "How many items from new categories are missing for the share asked for; negative:"
                            + " how many there are beyond it.")
            int shortfall,

            @Schema(description = "How many items lie outside the scope, because within it there were too few.")
            int outsideScope) {}

    /** One place of the list. */
    record Place(
            int rank,
            @JsonUnwrapped ItemSummary summary,

            @Schema(description = "The model's score; in a list of popular items, how often the item was chosen.")
            float score,

            @Schema(description = "True when the item's categories at the level asked for are new to the user.")
            boolean newCategory,

            List<ReasonText> reasons) {}

    static RecommendationList of(
            Catalog catalog, Recommendations answer, List<List<Reason>> reasons, int history, Language language) {
        List<Place> places = new ArrayList<>();
        for (Recommendation place : answer.list()) {
            places.add(new Place(
                    place.rank(),
                    ItemSummary.of(catalog.item(place.item())),
                    place.score(),
                    place.isNewCategory(),
                    reasons.get(places.size()).stream()
                            .map(reason -> ReasonText.of(reason, catalog, language))
                            .toList()));
        }
        Crossing crossing = answer.crossing();
        return new RecommendationList(
                answer.basis() == Basis.MODEL ? "model" : "popular",
                language.basisText(answer.basis(), history),
                new Asked(
                        Parameters.lower(crossing.scope()),
                        crossing.share().isPresent() ? crossing.share().getAsDouble() : null,
                        crossing.level()),
                new Achieved(
                        answer.crossShare().isPresent() ? answer.crossShare().getAsDouble() : null,
                        answer.shortfall(),
                        answer.outsideScope()),
                history,
                places);
    }
}
