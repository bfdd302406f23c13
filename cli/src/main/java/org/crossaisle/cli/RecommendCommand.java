package org.crossaisle.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.crossaisle.cli.option.CrossingOptions;
import org.crossaisle.cli.option.SettingErrors;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.cli.print.Answers;
import org.crossaisle.cli.stop.Stopping;
import org.crossaisle.explain.Reason;
import org.crossaisle.io.recipe.ModelDirectory;
import org.crossaisle.io.recipe.ModelShop;
import org.crossaisle.io.settings.CrossingText;
import org.crossaisle.io.settings.ListSettings;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.neural.tensor.ComputeDevice;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.serving.ServingModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a list with reasons for one customer. */
@Command(
        name = "recommend",
        mixinStandardHelpOptions = true,
        description = "Prints a list for a customer, with reasons. An unknown customer gets popular items.",
        footer = {
            "",
            "Examples:",
            "  crossaisle recommend --model mymodel --user u0000007 --count 10 --scope cross",
            "  crossaisle recommend --model mymodel --user u0000007 --cross-share 0.3",
            "  crossaisle recommend --model mymodel --user u0000007 --scope complement --basket i000123",
            "  crossaisle recommend --model mymodel --user u0000007 --what categories --level 1",
            "  crossaisle recommend --model mymodel --user u0000007 --cross-share calibrated --diversity mmr:0.3"
                    + " --window 2/5@1"
        })
final class RecommendCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The model, made by train.")
    private Path model;

    @Option(names = "--shop", paramLabel = "DIR", description = "The shop; default: the one the model was trained on.")
    private @Nullable Path shop;

    @Option(names = "--user", required = true, paramLabel = "ID", description = "The customer, by the shop's own id.")
    private String user;

    @Option(
            names = "--what",
            defaultValue = "ITEMS",
            description = "items, or the categories new to the customer. Default: items.")
    private What what;

    @Option(
            names = "--count",
            defaultValue = "" + ListSettings.COUNT,
            description = ListSettings.COUNT_HELP + " Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--language",
            defaultValue = "ENGLISH",
            description = "Language of the reasons: english or chinese.")
    private Reason.Language language;

    @Mixin
    private CrossingOptions crossing;

    /** What to recommend. */
    private enum What {
        ITEMS,
        CATEGORIES
    }

    @Override
    public Integer call() {
        ComputeDevice.preferCpu();
        ModelShop trainedOn = ModelShop.ofModel(model);
        Shop opened = Shop.open(shop == null ? trainedOn.directory() : shop, ShopOption.secret());
        trainedOn.notes(model, shop, opened).forEach(this::note);
        ModelDirectory loaded = ModelDirectory.load(model, opened.catalog());
        loaded.notice().ifPresent(this::note);
        ServingModel serving = ServingModel.of(opened, loaded, CrossingText.NONE, Stopping.progress());
        Answers answers = new Answers(serving);
        Crossing asked = crossing.of(serving);
        SettingErrors.checked("recommend", () -> {
            if (what == What.ITEMS) {
                answers.print(user, asked, count, language, spec.commandLine().getOut());
            } else {
                answers.printCategories(
                        user, asked.level(), count, spec.commandLine().getOut());
            }
            return count;
        });
        return 0;
    }

    private void note(String text) {
        spec.commandLine().getErr().println("crossaisle: note: " + text);
    }
}
