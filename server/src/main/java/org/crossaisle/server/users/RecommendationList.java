package org.crossaisle.server.users;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.recommend.Basis;
import org.crossaisle.recommend.Recommendation;
import org.crossaisle.recommend.Recommendations;
import org.crossaisle.recommend.crossing.CrossShare;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.rerank.Achievement;
import org.crossaisle.server.http.AnswerLanguage;
import org.crossaisle.server.items.ItemSummary;
import org.crossaisle.serving.ExplainedList;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a list of recommendations.
 *
 * @param history number of interactions it is based on
 */
record RecommendationList(
        @Schema(
                description = "model, or popular for a user without a history",
                enumeration = {"model", "popular"})
        String basis,

        @Schema(description = "The basis as a sentence in the requested language.")
        String basisText,

        Asked asked,
        Achieved achieved,

        @Schema(
                description =
                        "The steps that made the list, in order: what each was to do, what it reached and what it cost.")
        List<Step> steps,

        @Schema(description = "Number of interactions in the history.")
        int history,

        List<Place> items) {

    /** The settings of the request, or the shop's defaults. */
    record Asked(
            @Schema(enumeration = {"any", "within", "cross", "complement"})
            String scope,

            @Schema(
                    description = "A number, or calibrated; null: the items with the highest scores.",
                    oneOf = {Double.class, String.class})
            @Nullable
            Object crossShare,

            int level,

            @Schema(description = "The items that the list should go with.")
            List<String> basket,

            List<String> categories,
            List<String> excludeCategories) {
        static Asked of(Crossing crossing, Catalog catalog) {
            @Nullable Object share = null;
            if (crossing.share() instanceof CrossShare.Fixed fixed) {
                share = fixed.share();
            } else if (crossing.share() instanceof CrossShare.Calibrated) {
                share = "calibrated";
            }
            return new Asked(
                    crossing.scope().text(),
                    share,
                    crossing.level(),
                    crossing.basket().stream()
                            .map(item -> catalog.item(item).id())
                            .toList(),
                    crossing.categories().only().stream()
                            .map(CategoryPath::toString)
                            .toList(),
                    crossing.categories().except().stream()
                            .map(CategoryPath::toString)
                            .toList());
        }
    }

    /** The values that the list achieved. */
    record Achieved(
            @Schema(description = "Share of the list from categories new to the user; null where nothing can be new.")
            @Nullable
            Double crossShare,

            @Schema(
                    description =
                            "Number of items from new categories missing from the requested share; negative: number of items"
                                    + " beyond it.")
            int shortfall,

            @Schema(description = "Number of items outside the scope, taken because the scope has too few.")
            int outsideScope,

            @Schema(
                    description =
                            "The share to reach: the requested one, or the user's own if calibrated; null where none was"
                                    + " requested.")
            @Nullable
            Double targetShare,

            @Schema(description = "Number of places left empty because too few items are allowed.")
            int missing) {}

    /** A re-ranking step: its target, what it reached and its cost. */
    record Step(
            @Schema(examples = "mmr:0.3") String step,

            @Schema(
                    description =
                            "The measure of before and after: crossShare, withinScope, brokenPlaces, or that of a re-ranker, such"
                                    + " as meanDistance.")
            String measure,

            double before,
            double after,

            @Schema(description = "Loss of mean score, with the candidates' scores scaled to [0, 1].")
            double cost,

            @Schema(description = "Number of places that miss the request because the candidates ran out.")
            int shortfall) {
        static Step of(Achievement step) {
            return new Step(step.step(), step.measure(), step.before(), step.after(), step.cost(), step.shortfall());
        }
    }

    /** A place of the list. */
    record Place(
            int rank,
            @JsonUnwrapped ItemSummary summary,

            @Schema(description = "The model's score; in a list of popular items, its number of interactions.")
            float score,

            @Schema(description = "True when the item's categories at the requested level are new to the user.")
            boolean newCategory,

            List<ReasonText> reasons) {}

    static RecommendationList of(Catalog catalog, ExplainedList explained, int history, AnswerLanguage language) {
        Recommendations answer = explained.answer();
        List<Place> places = new ArrayList<>();
        for (Recommendation place : answer.list()) {
            places.add(new Place(
                    place.rank(),
                    ItemSummary.of(catalog.item(place.item())),
                    place.score(),
                    place.isNewCategory(),
                    explained.reasons().get(places.size()).stream()
                            .map(reason -> ReasonText.of(reason, catalog, language))
                            .toList()));
        }
        return new RecommendationList(
                answer.basis() == Basis.MODEL ? "model" : "popular",
                language.basisText(answer.basis(), history),
                Asked.of(answer.crossing(), catalog),
                new Achieved(
                        answer.crossShare().isPresent() ? answer.crossShare().getAsDouble() : null,
                        answer.shortfall(),
                        answer.outsideScope(),
                        answer.targetShare().isPresent() ? answer.targetShare().getAsDouble() : null,
                        answer.missing()),
                answer.steps().stream().map(Step::of).toList(),
                history,
                places);
    }
}
