package org.crossaisle.cli.option;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crossaisle.io.settings.CrossingText;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.serving.ServingModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How far a list shall leave what the customer knows, and what it is to go with. */
public final class CrossingOptions {
    @Option(
            names = "--basket",
            paramLabel = "ID[,ID]",
            description = "The items the list is to go with; with --scope complement.")
    private @Nullable String basket;

    @Option(
            names = "--categories",
            paramLabel = "PATH[,PATH]",
            description =
                    "Only items of these categories or below, such as 'Sports>Running'. Kept to the letter: the list"
                            + " may be shorter.")
    private @Nullable String categories;

    @Mixin
    private DialOptions dial;

    public Crossing of(ServingModel model) {
        Map<String, String> texts = new LinkedHashMap<>(dial.texts());
        if (basket != null) {
            texts.put("basket", basket);
        }
        if (categories != null) {
            texts.put("categories", categories);
        }
        return SettingErrors.checked("recommend", () -> model.crossing(new CrossingText(texts)));
    }
}
