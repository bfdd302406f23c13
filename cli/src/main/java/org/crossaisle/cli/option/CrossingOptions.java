package org.crossaisle.cli.option;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crossaisle.io.settings.CrossingText;
import org.crossaisle.io.settings.ListSettings;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.serving.ServingModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for how far a list leaves the categories that the customer knows, and what it must complement. */
public final class CrossingOptions {
    @Option(names = "--basket", paramLabel = "ID[,ID]", description = ListSettings.BASKET_HELP)
    private @Nullable String basket;

    @Option(names = "--categories", paramLabel = "PATH[,PATH]", description = ListSettings.CATEGORIES_HELP)
    private @Nullable String categories;

    @Mixin
    private DialOptions dial;

    public Crossing of(ServingModel model) {
        Map<String, String> texts = new LinkedHashMap<>(dial.texts());
        if (basket != null) {
            texts.put(ListSettings.BASKET, basket);
        }
        if (categories != null) {
            texts.put(ListSettings.CATEGORIES, categories);
        }
        return SettingErrors.checked("recommend", () -> model.crossing(new CrossingText(texts)));
    }
}
