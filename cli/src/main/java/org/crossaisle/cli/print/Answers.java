package org.crossaisle.cli.print;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crossaisle.ShownText;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.explain.Reason;
import org.crossaisle.history.History;
import org.crossaisle.recommend.Basis;
import org.crossaisle.recommend.Recommendation;
import org.crossaisle.recommend.Recommendations;
import org.crossaisle.recommend.category.CategoryRecommendation;
import org.crossaisle.recommend.category.CategoryRecommendations;
import org.crossaisle.recommend.crossing.CrossShare;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.recommend.rerank.Achievement;
import org.crossaisle.report.TextTable;
import org.crossaisle.serving.ExplainedList;
import org.crossaisle.serving.ServingModel;

/** Prints a customer's history, the list and its reasons. */
public final class Answers {
    private static final int SHOWN_HISTORY = 8;

    private final ServingModel serving;

    public Answers(ServingModel serving) {
        this.serving = serving;
    }

    /** Prints the list for a user by shop id; an unknown id is treated as a new user. */
    public void print(String user, Crossing crossing, int count, Reason.Language language, PrintWriter out) {
        print(user, serving.importedHistory(user), crossing, count, language, out);
    }

    /** Prints the categories new to a user, by shop id. */
    public void printCategories(String user, int level, int count, PrintWriter out) {
        History history = serving.importedHistory(user);
        CategoryRecommendations answer = serving.categories(serving.query(history, count), level);
        out.println();
        out.println(ShownText.line(user) + (history.isEmpty() ? ": no history" : ", " + history.size() + " events"));
        answer.propensity()
                .ifPresent(propensity -> out.println(String.format(
                        Locale.ROOT,
                        "probability that the next item is in a category of level %d new to this customer: %.3f, at the end"
                                + " of the data",
                        level,
                        propensity)));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "new category",
                switch (answer.basis()) {
                    case MODEL -> "probability";
                    case GRAPH -> "rate";
                    case POPULAR -> "share of customers";
                },
                "most certain move to it"));
        for (CategoryRecommendation one : answer.list()) {
            rows.add(List.of(
                    one.rank() + ". " + one.path(),
                    String.format(Locale.ROOT, "%.3f", one.probability()),
                    one.because()
                            .map(move -> String.format(
                                    Locale.ROOT,
                                    "%s, %.1f times as often as by chance (%d)",
                                    move.from(),
                                    move.lift().value(),
                                    move.customers()))
                            .orElse("")));
        }
        out.print(TextTable.of(rows));
        out.flush();
    }

    public void print(
            String title, History history, Crossing crossing, int count, Reason.Language language, PrintWriter out) {
        Catalog catalog = serving.catalog();
        ExplainedList explained = serving.recommend(serving.query(history, count), crossing);
        Recommendations answer = explained.answer();
        out.println();
        out.println(ShownText.line(title)
                + (history.isEmpty() ? ": no history" : ", " + history.size() + " events, the latest:"));
        for (int age = 0; age < Math.min(SHOWN_HISTORY, history.size()); age++) {
            Item item = catalog.item(history.latest(age));
            out.println("    " + history.action(history.size() - 1 - age).name().toLowerCase(Locale.ROOT) + "  "
                    + ShownText.line(title(item) + "  [" + category(item) + "]"));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("item", "new category", "score"));
        for (Recommendation place : answer.list()) {
            Item item = catalog.item(place.item());
            rows.add(List.of(
                    place.rank() + ". " + title(item) + "  [" + category(item) + "]",
                    place.isNewCategory() ? "yes" : "",
                    String.format(Locale.ROOT, "%.3f", place.score())));
        }
        String[] lines = TextTable.of(rows).split("\\R", -1);
        out.println(lines[0]);
        for (int at = 0; at < answer.list().size(); at++) {
            out.println(lines[at + 1]);
            explained
                    .reasons()
                    .get(at)
                    .forEach(reason -> out.println("       " + ShownText.line(reason.text(catalog, language))));
        }
        out.println(achieved(answer));
        answer.steps().forEach(step -> out.println(step(step)));
        out.flush();
    }

    private static String achieved(Recommendations answer) {
        StringBuilder text = new StringBuilder("requested: scope ")
                .append(answer.crossing().scope().text());
        if (answer.crossing().share() instanceof CrossShare.Fixed fixed) {
            text.append(", cross share ").append(fixed.share());
        } else if (answer.targetShare().isPresent()) {
            text.append(String.format(
                    Locale.ROOT,
                    ", cross share calibrated to %.2f",
                    answer.targetShare().getAsDouble()));
        }
        text.append(", level ").append(answer.crossing().level());
        answer.crossShare()
                .ifPresent(share -> text.append(String.format(
                        Locale.ROOT, "; achieved: %.0f %% from categories new to this customer", 100 * share)));
        if (answer.shortfall() > 0) {
            text.append(", ").append(answer.shortfall()).append(" fewer than requested");
        }
        if (answer.isScopeRelaxed() && answer.basis() == Basis.MODEL) {
            text.append(", ").append(answer.outsideScope()).append(" from outside the scope, which has too few items");
        }
        if (answer.missing() > 0) {
            text.append(", ").append(answer.missing()).append(" places empty, since no more items are allowed");
        }
        return text.toString();
    }

    /** The line for a re-ranking step: what it reached and what it cost. */
    private static String step(Achievement step) {
        return String.format(
                Locale.ROOT,
                "    %s: %s %.3f -> %.3f, cost %.3f%s",
                step.step(),
                words(step.measure()),
                step.before(),
                step.after(),
                step.cost(),
                step.shortfall() == 0 ? "" : ", shortfall " + step.shortfall());
    }

    /** Splits a camel-case name into words. */
    private static String words(String name) {
        return name.replaceAll("(?=\\p{Upper})", " ").toLowerCase(Locale.ROOT);
    }

    private static String title(Item item) {
        String label = item.label();
        int characters = label.codePointCount(0, label.length());
        return characters > 70 ? label.substring(0, label.offsetByCodePoints(0, 67)) + "..." : label;
    }

    private static String category(Item item) {
        return item.categories().isEmpty()
                ? "no category"
                : item.categories().get(0).toString();
    }
}
