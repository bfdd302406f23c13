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
                description = "model, or popular where no history is known",
                enumeration = {"model", "popular"})
        String basis,

        @Schema(description = "The basis as a sentence in the language asked for.")
        String basisText,

        Asked asked,
        Achieved achieved,

        @Schema(description = "What each step on the way to the list was asked, reached and cost, in their order.")
        List<Step> steps,

        @Schema(description = "How many interactions the list rests on.")
        int history,

        List<Place> items) {

    /** The settings of the request, or the shop's defaults. */
    record Asked(
            @Schema(enumeration = {"any", "within", "cross", "complement"})
            String scope,

            @Schema(
                    description = "A number, or calibrated; null: as the scores fall.",
                    oneOf = {Double.class, String.class})
            @Nullable
            Object crossShare,

            int level,

            @Schema(description = "The items the list is to go with.")
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
            int outsideScope,

            @Schema(
                    description = "The share aimed at: the one asked for, or where it is calibrated, this user's own;"
                            + " null where none was asked for.")
            @Nullable
            Double targetShare,

            @Schema(description = "How many places are empty, because too few items are allowed.")
            int missing) {}

    /** A re-ranking step: its target, what it reached and its cost. */
    record Step(
            @Schema(examples = "mmr:0.3") String step,

            @Schema(
                    description = "What before and after are of: crossShare, withinScope, brokenPlaces, or what a"
                            + " re-ranker is measured by, such as meanDistance.")
            String measure,

            double before,
            double after,

            @Schema(description = "How much lower the mean score became, on a scale where the candidates have 0 to 1.")
            double cost,

            @Schema(description = "How many places are not as was asked, because the candidates gave no more.")
            int shortfall) {
        static Step of(Achievement step) {
            return new Step(step.step(), step.measure(), step.before(), step.after(), step.cost(), step.shortfall());
        }
    }

    /** A place of the list. */
    record Place(
            int rank,
            @JsonUnwrapped ItemSummary summary,

            @Schema(description = "The model's score; in a list of popular items, how often the item was chosen.")
            float score,

            @Schema(description = "True when the item's categories at the level asked for are new to the user.")
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
