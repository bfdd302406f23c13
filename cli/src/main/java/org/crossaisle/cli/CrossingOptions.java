package org.crossaisle.cli;

import java.util.OptionalDouble;
import org.crossaisle.recommend.Crossing;
import org.crossaisle.recommend.Recommender;
import org.crossaisle.recommend.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How far a list shall leave what the customer knows. */
final class CrossingOptions {
    @Option(
            names = "--scope",
            defaultValue = "ANY",
            description =
                    "any, within (categories the customer knows) or cross (categories new to them). Default: any.")
    private Scope scope;

    @Option(
            names = "--cross-share",
            paramLabel = "SHARE",
            description = "Which part of the list comes from new categories, from 0 to 1; goes with scope any.")
    private @Nullable Double share;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "At which level categories are compared, 0 = department. Default: the first with several.")
    private @Nullable Integer level;

    Crossing of(Recommender recommender) {
        int at = level == null ? recommender.defaultLevel() : level;
        return Settings.checked(
                "recommend",
                () -> new Crossing(scope, share == null ? OptionalDouble.empty() : OptionalDouble.of(share), at));
    }
}
