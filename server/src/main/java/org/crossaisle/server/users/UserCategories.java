package org.crossaisle.server.users;

import java.util.List;
import java.util.Locale;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.recommend.category.CategoryRecommendation;
import org.crossaisle.recommend.category.CategoryRecommendations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of categories new to a user. */
record UserCategories(
        @Schema(
                enumeration = {"model", "graph", "popular"},
                description =
                        "The meaning of the probabilities. model: that the next interaction is in the category; graph: the"
                                + " highest rate at which customers go there from one of the user's categories; popular: the share of"
                                + " all customers, for a user without a history.")
        String basis,

        @Schema(description = "The level of the categories, 0 = department.")
        int level,

        @Schema(
                description =
                        "Probability that the user's next interaction is in a category new to them; null for a user without a"
                                + " history.")
        @Nullable
        Double propensity,

        List<One> categories) {
    /** A recommended category. */
    @Schema(name = "UserCategory")
    record One(
            int rank,
            String category,
            double probability,

            @Schema(
                    description =
                            "The user's category with the most certain move to this one; null where there is none.")
            @Nullable
            Because because) {}

    /** The move of customers that leads to the category. */
    @Schema(name = "UserCategoryReason")
    record Because(
            String category,

            @Schema(description = "How many times as many customers go on as by chance.")
            double lift,

            @Schema(description = "Number of customers who went on.")
            int customers) {}

    static UserCategories of(CategoryRecommendations answer) {
        return new UserCategories(
                answer.basis().name().toLowerCase(Locale.ROOT),
                answer.level(),
                answer.propensity().isPresent() ? (Double) answer.propensity().getAsDouble() : null,
                answer.list().stream().map(UserCategories::one).toList());
    }

    private static One one(CategoryRecommendation one) {
        return new One(
                one.rank(),
                one.path().toString(),
                one.probability(),
                one.because().isPresent() ? because(one.because().get()) : null);
    }

    private static Because because(Affinity move) {
        return new Because(move.from().toString(), move.lift().value(), move.customers());
    }
}
