package org.crossaisle.io.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossaisle.Nearest;
import org.crossaisle.recommend.rerank.Calibrated;
import org.crossaisle.recommend.rerank.Dpp;
import org.crossaisle.recommend.rerank.Mmr;
import org.crossaisle.recommend.rerank.Reranker;
import org.crossaisle.recommend.rerank.Similarity;
import org.crossaisle.recommend.rerank.Window;

/** Re-rankers as people write them: {@code mmr:0.3}, {@code dpp:0.5:vectors}, {@code calibrated:0.5}, and {@code 2/5@1}. */
final class RerankerText {
    private static final List<String> NAMES = List.of("calibrated", "dpp", "mmr");
    private static final String NEEDED =
            ", must be calibrated:WEIGHT, mmr:WEIGHT or dpp:WEIGHT, the latter two with :vectors or not, or none";
    private static final Pattern WINDOW = Pattern.compile("(\\d{1,6})/(\\d{1,6})(?:@(\\d{1,6}))?");

    private RerankerText() {}

    /** Several are separated by commas and work in their order. */
    static List<Reranker> diversity(String text) {
        List<Reranker> rerankers = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            rerankers.add(one(each.strip()));
        }
        return rerankers;
    }

    private static Reranker one(String text) {
        String[] parts = text.split(":", -1);
        if (!NAMES.contains(parts[0])) {
            throw new IllegalArgumentException(
                    "diversity is " + CrossingText.quoted(text) + NEEDED + "; nearest: " + Nearest.to(parts[0], NAMES));
        }
        boolean hasVectors = parts.length == 3 && parts[2].equals("vectors") && !parts[0].equals("calibrated");
        if (parts.length != 2 && !hasVectors) {
            throw malformed(text);
        }
        double weight = number(parts[1], () -> malformed(text));
        Similarity similarity = hasVectors ? Similarity.VECTORS : Similarity.CATEGORIES;
        return switch (parts[0]) {
            case "calibrated" -> new Calibrated(weight);
            case "dpp" -> new Dpp(weight, similarity);
            default -> new Mmr(weight, similarity);
        };
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("diversity is " + CrossingText.quoted(text) + NEEDED);
    }

    /** @param level where the text names none */
    static Window window(String text, int level) {
        Matcher matcher = WINDOW.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("window is " + CrossingText.quoted(text)
                    + ", must be MOST/PLACES@LEVEL, such as 2/5@1 for at most 2 of a category of level 1 in any 5"
                    + " neighbouring places, or none");
        }
        return new Window(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                matcher.group(3) == null ? level : Integer.parseInt(matcher.group(3)));
    }

    static double number(String text, Supplier<IllegalArgumentException> problem) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            IllegalArgumentException thrown = problem.get();
            thrown.initCause(e);
            throw thrown;
        }
    }
}
