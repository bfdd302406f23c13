package org.crossaisle.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.RequestTime;
import org.crossaisle.dataset.Split;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.Evaluation;
import org.crossaisle.evaluate.RecipeResult;
import org.crossaisle.io.recipe.ModelDirectory;
import org.crossaisle.io.recipe.ModelShop;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.tensor.ComputeDevice;

/**
 * Trains the model that a shop serves. Both steps, selection and fitting, resume after an interruption: checkpoints are
 * kept next to the model during training.
 *
 * @param shop the shop to train on
 * @param shopDirectory directory of the shop
 * @param seed random seed
 * @param directory directory to write the model to
 * @param requestTime when the model is queried, relative to the next event
 */
public record ModelTraining(
        Shop shop, Path shopDirectory, long seed, Path directory, RequestTime requestTime, Progress progress) {
    /**
     * Checks, before training, that a model and its checkpoints can be written to a directory.
     *
     * @throws RecsException when they cannot; the message gives the reason
     */
    public static void requireWritable(Path directory) {
        ModelDirectory.requireWritable(directory);
        Path checkpoints = checkpoints(directory);
        if (Files.exists(checkpoints) && !Files.isDirectory(checkpoints)) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED,
                    checkpoints
                            + " is a file, and the training keeps its checkpoints in a directory of that name; move it"
                            + " elsewhere, or choose another --model");
        }
    }

    /**
     * Resolves the open choices of a recipe on the validation targets of a split. Returns the resolved recipe and its
     * metrics on some of them.
     *
     * @param measured the validation targets to measure on
     */
    RecipeResult choose(Trainer trainer, Split split, List<Target> measured) {
        Trainer.Chosen chosen = trainer.choose(split.fit(), split.validation(), run("choose"));
        return new Evaluation(
                        shop.name(),
                        split.withValidation(measured),
                        Evaluation.defaultLevels(shop.catalog()),
                        true,
                        progress)
                .onValidation(chosen);
    }

    /**
     * Fits the selected recipe and writes the model.
     *
     * @param chosen the selected recipe, measured and with all choices resolved
     * @param data the training data: the shop's, or a part of it
     * @param metrics metrics of the recipe when it was selected
     */
    public ModelDirectory fit(Frozen chosen, Dataset data, Map<String, Object> metrics) {
        Model model = chosen.fit(data, run("fit"));
        ModelDirectory.write(
                directory,
                chosen,
                model,
                data.catalog(),
                metrics,
                ModelShop.of(shop, shopDirectory),
                seed,
                Instant.now());
        removeWhatIsEmpty(checkpoints(directory));
        return ModelDirectory.load(directory, data.catalog());
    }

    /** The metrics that a model directory stores. */
    public static Map<String, Object> metrics(String measuredOn, Split split, RecipeResult result) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("measuredOn", measuredOn);
        metrics.put("split", split.name());
        metrics.put("targets", split.targets());
        metrics.put(
                "requestTime",
                split.knownRequestTime().map(RequestTime::toString).orElse("none"));
        ComputeDevice.used().ifPresent(device -> metrics.put("device", device));
        metrics.putAll(result.asMap());
        return metrics;
    }

    private TrainingRun run(String part) {
        return new TrainingRun(seed, progress, Optional.of(checkpoints(directory)))
                .withRequestTime(requestTime)
                .part(part);
    }

    private static Path checkpoints(Path directory) {
        return directory.toAbsolutePath().normalize().resolveSibling(directory.getFileName() + ".training");
    }

    /** Whether a training of this model, which was interrupted, left a checkpoint. */
    static boolean hasCheckpoint(Path directory) {
        Path checkpoints = checkpoints(directory);
        if (!Files.isDirectory(checkpoints)) {
            return false;
        }
        try (Stream<Path> found = Files.walk(checkpoints)) {
            return found.anyMatch(path -> path.toString().endsWith(".checkpoint"));
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED, checkpoints + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Removes the empty directories that finished trainings leave after deleting their checkpoints. */
    public static void removeWhatIsEmpty(Path top) {
        if (!Files.isDirectory(top)) {
            return;
        }
        try (Stream<Path> found = Files.walk(top)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.isDirectory(path)) {
                    return;
                }
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED, top + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
