package org.crossaisle.cli.option;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a shop may settle for all lists, and a single list may ask for. */
public final class DialOptions {
    @Option(
            names = "--scope",
            description = "any, within (categories the customer knows), cross (categories new to them) or complement"
                    + " (categories that go with those of the basket). Default: any.")
    private @Nullable String scope;

    @Option(
            names = "--cross-share",
            paramLabel = "SHARE",
            description =
                    "Which part of the list comes from new categories: from 0 to 1, or calibrated for each customer's"
                            + " own; goes with scope any.")
    private @Nullable String crossShare;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "At which level categories are compared, 0 = department. Default: the first with several.")
    private @Nullable String level;

    @Option(
            names = "--exclude-categories",
            paramLabel = "PATH[,PATH]",
            description = "No items of these categories or below.")
    private @Nullable String excludeCategories;

    @Option(
            names = "--diversity",
            paramLabel = "STEP[,STEP]",
            description = "calibrated:WEIGHT (the mixture of categories of the history), mmr:WEIGHT or dpp:WEIGHT"
                    + " (places that differ, by categories or with :vectors by the model), WEIGHT from 0 to 1.")
    private @Nullable String diversity;

    @Option(
            names = "--window",
            paramLabel = "MOST/PLACES[@LEVEL]",
            description = "2/5@1: at most 2 items of a category of level 1 in any 5 neighbouring places.")
    private @Nullable String window;

    /** What is given, by the name it has everywhere. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, "scope", scope);
        put(texts, "crossShare", crossShare);
        put(texts, "level", level);
        put(texts, "excludeCategories", excludeCategories);
        put(texts, "diversity", diversity);
        put(texts, "window", window);
        return texts;
    }

    private static void put(Map<String, String> texts, String name, @Nullable String text) {
        if (text != null) {
            texts.put(name, text);
        }
    }
}
