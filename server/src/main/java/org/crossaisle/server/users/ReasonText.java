package org.crossaisle.server.users;

import java.util.List;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.explain.Reason;
import org.crossaisle.server.http.AnswerLanguage;
import org.crossaisle.server.items.ItemSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of a reason: its kind, its sentence, and the values in the sentence. */
@Schema(oneOf = {ReasonText.OfHistory.class, ReasonText.Bridge.class, ReasonText.NewUser.class})
sealed interface ReasonText {
    /** Names items of the history without which the score would be lower. */
    record OfHistory(@Schema(examples = "history") String kind, String text, List<Contribution> items)
            implements ReasonText {}

    /** What one item of the history adds to the score. */
    record Contribution(String item, @Nullable String title, float contribution) {}

    /** Customers of one category go on to another. */
    record Bridge(
            @Schema(examples = "bridge") String kind,
            String text,
            String from,
            String to,

            @Schema(description = "How many times as often as other customers.")
            double lift,

            @Schema(description = "Median number of days until the move; null where only the order of events is known.")
            @Nullable
            Long lagDays,

            @Schema(description = "Number of customers who did.")
            int users)
            implements ReasonText {}

    /** The user has no history yet. */
    record NewUser(@Schema(examples = "new-user") String kind, String text) implements ReasonText {}

    static ReasonText of(Reason reason, Catalog catalog, AnswerLanguage language) {
        String text = reason.text(catalog, language.ofReasons());
        if (reason instanceof Reason.HistoryItems history) {
            return new OfHistory(
                    "history",
                    text,
                    history.contributions().stream()
                            .map(each -> contribution(each, catalog))
                            .toList());
        }
        if (reason instanceof Reason.CategoryBridge bridge) {
            return new Bridge(
                    "bridge",
                    text,
                    bridge.from().toString(),
                    bridge.to().toString(),
                    bridge.lift(),
                    bridge.lagDays().isPresent() ? bridge.lagDays().getAsLong() : null,
                    bridge.users());
        }
        return new NewUser("new-user", text);
    }

    private static Contribution contribution(Reason.Contribution contribution, Catalog catalog) {
        ItemSummary item = ItemSummary.of(catalog.item(contribution.item()));
        return new Contribution(item.item(), item.title(), contribution.score());
    }
}
