package org.crossaisle.server.categories;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.crossaisle.affinity.Affinity;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.affinity.Lag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of the categories that customers go on to from a category. */
record NextCategories(
        String category,

        @Schema(description = "The level of the categories, 0 = department.")
        int level,

        @Schema(description = "Number of customers of the category.")
        int customers,

        @Schema(description = "True when only purchases count; false when views count too.")
        boolean ofBuyers,

        List<Next> next) {
    /** A category that customers go on to. */
    @Schema(name = "NextCategory")
    record Next(
            int rank,
            String category,

            @Schema(description = "Number of customers who went on.")
            int customers,

            @Schema(description = "The share of the customers who could go on.")
            double rate,

            @Schema(description = "How many times as many as by chance.")
            double lift,

            @Schema(description = "Lower end of its 95 % interval.")
            double liftLow,

            @Schema(description = "Upper end of its 95 % interval.")
            double liftHigh,

            @Schema(description = "Days until the move; null where only the order of events is known.") @Nullable
            LagDays lagDays,

            @Schema(description = "p value of a sign test that both orders are equally likely.")
            double directionP,

            @Schema(enumeration = {"complement", "substitute", "unknown"})
            String relation) {}

    /** Quartiles of the days in between. */
    @Schema(name = "LagDays")
    record LagDays(double lowerQuartile, double median, double upperQuartile) {}

    static NextCategories of(CategoryGraph graph, int category, List<Affinity> moves) {
        int customers = graph.nodes().stream()
                .filter(node -> node.category() == category)
                .mapToInt(node -> node.customers())
                .sum();
        return new NextCategories(
                graph.level().path(category).toString(),
                graph.level().level(),
                customers,
                graph.ofBuyers(),
                IntStream.range(0, moves.size())
                        .mapToObj(at -> next(at + 1, moves.get(at)))
                        .toList());
    }

    private static Next next(int rank, Affinity move) {
        return new Next(
                rank,
                move.to().toString(),
                move.customers(),
                move.rate(),
                move.lift().value(),
                move.lift().low(),
                move.lift().high(),
                move.lag().isPresent() ? days(move.lag().get()) : null,
                move.direction().p(),
                move.relation().name().toLowerCase(Locale.ROOT));
    }

    private static LagDays days(Lag lag) {
        return new LagDays(lag.lowerQuartileDays(), lag.medianDays(), lag.upperQuartileDays());
    }
}
