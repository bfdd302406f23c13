package org.crossaisle.cli.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.cli.option.DeviceOption;
import org.crossaisle.cli.option.RecipeOptions;
import org.crossaisle.cli.option.RequestTimeConverter;
import org.crossaisle.cli.option.SettingErrors;
import org.crossaisle.cli.option.ShopOption;
import org.crossaisle.cli.print.JsonFile;
import org.crossaisle.cli.stop.Stopping;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Trainer;
import org.crossaisle.neural.fewshot.FewShot;
import org.crossaisle.neural.fewshot.LearningCurve;
import org.crossaisle.neural.fewshot.Transfer;
import org.crossaisle.neural.sequence.DeepSequence;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how a trained model learns a department that is new to it. */
@Command(
        name = "few-shot",
        mixinStandardHelpOptions = true,
        description =
                "Treats a department of a shop as new: trains a model on all others, then further on a few events of the"
                        + " department, and compares it with the old model and with one trained from scratch on the same events.",
        footer = {
            "",
            "Examples:",
            "  crossaisle bench few-shot --shop myshop --department Toys --recipe text --seeds 1,2,3 --json curve.json",
            "  crossaisle bench few-shot --shop myshop --department 'Home>Kitchen' --recipe transformer"
                    + " --set transformer.epochs=20 --events 10,100"
        })
final class BenchFewShotCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ShopOption shop;

    @Mixin
    private RecipeOptions recipes;

    @Mixin
    private DeviceOption device;

    @Option(
            names = "--department",
            required = true,
            paramLabel = "PATH",
            description = "The department to treat as new, or a path below one such as Home>Kitchen.")
    private String department;

    @Option(
            names = "--events",
            split = ",",
            paramLabel = "N",
            description = "Numbers of events in the department after which to measure. Default: 10,50,100,500.")
    private List<Integer> events = FewShot.EVENTS;

    @Option(names = "--seeds", split = ",", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private List<Long> seeds;

    @Option(
            names = "--users",
            defaultValue = "4000",
            paramLabel = "N",
            description = "Number of other users that take part, besides those with events in the department. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int users;

    @Option(
            names = "--targets",
            defaultValue = "600",
            paramLabel = "N",
            description = "Maximum number of held-out users; half choose the epochs, half give the result. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int targets;

    @Option(
            names = "--moving",
            defaultValue = "everything",
            paramLabel = "WHAT",
            description = "What further training changes: everything, items, or new_items. Default: ${DEFAULT-VALUE}.")
    private Transfer.Moving moving;

    @Option(
            names = "--adapter",
            defaultValue = "0",
            paramLabel = "WIDTH",
            description = "The width of a small trainable network on top of the encoder. Default: 0, none.")
    private int adapter;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Maximum number of epochs, for further training and for training from scratch. Default: 30.")
    private @Nullable Integer epochs;

    @Option(
            names = "--request-time",
            defaultValue = "target",
            paramLabel = "TIME",
            converter = RequestTimeConverter.class,
            description = RequestTimeConverter.DESCRIPTION + " Default: ${DEFAULT-VALUE}.")
    private RequestTime requestTime;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results of every draw to this file.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        device.use();
        FewShot measured = SettingErrors.checked("bench few-shot", this::settings);
        CategoryPath path = SettingErrors.checked("--department", () -> CategoryPath.parse(department));
        Shop opened = shop.open();
        LearningCurve curve = measured.measure(opened.dataset(), path, Stopping.progress());
        PrintWriter out = spec.commandLine().getOut();
        out.print(opened.name() + (opened.simulated() ? " (simulated), " : ", ") + curve.toText());
        out.flush();
        if (json != null) {
            JsonFile.write(curve.asMap(), json);
        }
        return 0;
    }

    private FewShot settings() {
        Map<String, Trainer> trainers = recipes.trainers();
        if (trainers.size() != 1 || !(trainers.values().iterator().next() instanceof DeepSequence recipe)) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "bench few-shot needs one deep recipe that reads histories, such as text or transformer; found "
                            + String.join(", ", recipes.names));
        }
        Transfer usual = Transfer.of(recipe);
        return new FewShot(
                new Transfer(
                        recipe,
                        moving,
                        adapter,
                        epochs == null ? usual.fineTuning() : usual.fineTuning().withEpochs(epochs)),
                events,
                users,
                targets,
                seeds,
                requestTime);
    }
}
