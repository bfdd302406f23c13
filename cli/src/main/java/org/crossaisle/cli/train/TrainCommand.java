package org.crossaisle.cli.train;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crossaisle.RecsException;
import org.crossaisle.cli.option.DeviceOption;
import org.crossaisle.cli.option.RecipeOptions;
import org.crossaisle.cli.option.SettingErrors;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.cli.option.SplitOptions;
import org.crossaisle.cli.stop.Resumable;
import org.crossaisle.cli.stop.Stopping;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.dataset.UserSample;
import org.crossaisle.evaluate.RecipeResult;
import org.crossaisle.io.recipe.Recipes;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the model to serve. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description =
                "Chooses epochs and weights on held-out events, then trains on all events. An interrupted training"
                        + " resumes when it is run again.",
        footer = {"", "Example:", "  crossaisle train --shop myshop --recipe transformer --model mymodel"})
public final class TrainCommand implements Callable<Integer>, Resumable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ShopOption shop;

    @Mixin
    private RecipeOptions recipes;

    @Mixin
    private DeviceOption device;

    @Mixin
    private SplitOptions split;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description = "The directory to write the model to.")
    private Path model;

    @Option(names = "--seed", defaultValue = "1", description = "Default: 1.")
    private long seed;

    @Option(
            names = "--validation-users",
            defaultValue = "10000",
            paramLabel = "N",
            description =
                    "Users, drawn at random, on whose validation targets the chosen model is measured, at least 1;"
                            + " open settings are chosen on more. Default: ${DEFAULT-VALUE}.")
    private int validationUsers;

    @Override
    public Integer call() {
        device.use();
        UserSample sample = SettingErrors.checked("--validation-users", () -> new UserSample(validationUsers, seed));
        Map<String, Trainer> trainers = recipes.trainers();
        if (trainers.size() != 1) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID, "train needs one recipe, " + trainers.size() + " were given");
        }
        ModelTraining.requireWritable(model);
        Shop opened = shop.open();
        Split chosenOn = split.forServing(opened.dataset());
        ModelTraining training =
                new ModelTraining(opened, shop.directory, seed, model, chosenOn.requestTime(), Stopping.progress());
        Trainer asked = trainers.values().iterator().next();
        List<Target> measured = sample.of(chosenOn.validation());
        RecipeResult result = training.choose(asked, chosenOn, measured);
        if (Double.isNaN(result.metric("all", "recall@10"))) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    "nothing can be chosen: none of the "
                            + chosenOn.validation().size()
                            + " validation targets can be measured, because each user had the item before. Look at the"
                            + " report of the import: ids or actions may have been misread. Nothing was trained.");
        }
        Frozen chosen = result.frozen().orElseThrow();
        LearntOnValidation learnt = LearntOnValidation.of(asked, chosen);
        Map<String, Object> metrics = ModelTraining.metrics("validation", chosenOn, result);
        metrics.put("measuredTargets", measured.size());
        metrics.put("validationTargets", chosenOn.validation().size());
        metrics.put("learntOnTheSameTargets", learnt.names());
        training.fit(chosen, split.core().of(opened.dataset()), metrics);
        PrintWriter out = spec.commandLine().getOut();
        out.println("model in " + model + ": " + Recipes.describe(chosen.recipe()));
        chosen.fitted().allNumbers().forEach((name, values) -> out.println("  learnt: " + name + " " + values));
        out.printf(
                Locale.ROOT,
                "chosen on %d validation targets of the %s split, %s%s: Recall@10 %.4f, NDCG@10 %.4f; then fitted on all"
                        + " events%n",
                chosenOn.validation().size(),
                chosenOn.name(),
                RequestTime.heading(chosenOn.knownRequestTime()),
                measured.size() == chosenOn.validation().size()
                        ? ""
                        : String.format(
                                Locale.ROOT, ", measured on %d of them (%d users)", measured.size(), validationUsers),
                result.metric("all", "recall@10"),
                result.metric("all", "ndcg@10"));
        learnt.warning().ifPresent(out::println);
        out.flush();
        return 0;
    }

    @Override
    public String howToResume() {
        return ModelTraining.hasCheckpoint(model)
                ? "run the same command again to resume from the last checkpoint"
                : "there was no checkpoint yet, so the same command starts over";
    }
}
