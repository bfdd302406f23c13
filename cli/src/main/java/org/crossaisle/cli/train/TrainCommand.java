package org.crossaisle.cli.train;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
                "Chooses what is open on held-out events, then trains on all of them. Interrupted, it goes on where it was.",
        footer = {"", "Example:", "  crossaisle train --shop myshop --recipe transformer --model mymodel"})
public final class TrainCommand implements Callable<Integer>, Resumable {
    private static final int LONGEST_SHOWN = 400; // maximum characters shown of a setting

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

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "Where the model is written.")
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
        Trainer chosen = result.frozen().orElseThrow();
        LearntOnValidation learnt = LearntOnValidation.of(Recipes.describe(asked), Recipes.describe(chosen));
        Map<String, Object> metrics = ModelTraining.metrics("validation", chosenOn, result);
        metrics.put("measuredTargets", measured.size());
        metrics.put("validationTargets", chosenOn.validation().size());
        metrics.put("learntOnTheSameTargets", learnt.names());
        training.fit(chosen, split.core().of(opened.dataset()), metrics);
        PrintWriter out = spec.commandLine().getOut();
        out.println("model in " + model + ": " + settings(chosen));
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

    /** The recipe's settings for display: long texts, such as learnt trees, are replaced by their lengths. */
    private static Object settings(Trainer trainer) {
        return shortened(Recipes.describe(trainer));
    }

    private static Object shortened(Object written) {
        if (written instanceof Map<?, ?> map) {
            Map<Object, Object> shorter = new LinkedHashMap<>();
            map.forEach((key, value) -> shorter.put(key, shortened(value)));
            return shorter;
        } else if (written instanceof List<?> list) {
            return list.stream().map(TrainCommand::shortened).toList();
        }
        return written instanceof String text && text.length() > LONGEST_SHOWN
                ? "(" + text.length() + " characters)"
                : written;
    }
}
