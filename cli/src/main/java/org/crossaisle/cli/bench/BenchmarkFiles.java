package org.crossaisle.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crossaisle.RecsException;
import org.crossaisle.cli.print.JsonFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result files of one benchmark table: a folder for each recipe, with one file for each seed with its result, and,
 * if selection and fitting are separate, one with the selected recipe. Files are written atomically, and a file is
 * valid only if its fingerprint matches that of the request.
 */
record BenchmarkFiles(Path directory) {
    Optional<BenchmarkOutcome> outcome(String recipe, long seed, String fingerprint) {
        return read(folder(recipe).resolve("seed-" + seed + ".json"), fingerprint);
    }

    void keepOutcome(String recipe, long seed, BenchmarkOutcome outcome) {
        write(folder(recipe).resolve("seed-" + seed + ".json"), outcome);
    }

    Optional<BenchmarkOutcome> chosen(String recipe, long seed, String fingerprint) {
        return read(folder(recipe).resolve("chosen-" + seed + ".json"), fingerprint);
    }

    void keepChosen(String recipe, long seed, BenchmarkOutcome chosen) {
        write(folder(recipe).resolve("chosen-" + seed + ".json"), chosen);
    }

    /** The directory for checkpoints of a running training. */
    Path checkpoints(String recipe, String fingerprint) {
        return folder(recipe).resolve("training-" + fingerprint.substring(0, 16));
    }

    /** The folder of a recipe. Recipe files with the same name in different directories are different recipes. */
    private Path folder(String recipe) {
        Path path = Path.of(recipe);
        String name = String.valueOf(path.getFileName()).replaceAll("[^A-Za-z0-9._-]", "-");
        return directory.resolve(
                name.equals(recipe)
                        ? name
                        : name + "-" + fingerprint(Map.of("recipe", recipe)).substring(0, 8));
    }

    private static Optional<BenchmarkOutcome> read(Path file, String fingerprint) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            BenchmarkOutcome outcome = JsonMapper.shared().readValue(Files.readString(file), BenchmarkOutcome.class);
            return Optional.of(outcome).filter(kept -> kept.fingerprint().equals(fingerprint));
        } catch (IOException | JacksonException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED,
                    file + " cannot be read (" + e.getMessage() + "); delete it to have it measured again",
                    e);
        }
    }

    private static void write(Path file, BenchmarkOutcome outcome) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED, file + " cannot be written: " + e.getMessage(), e);
        }
        JsonFile.writeDense(outcome, file);
    }

    /** A hash, in hex, of the entries: equal only for equal texts, independent of the insertion order. */
    static String fingerprint(Map<String, String> described) {
        try {
            String text = JsonMapper.shared().writeValueAsString(new TreeMap<>(described));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "SHA-256 is missing from this Java platform, though every platform must have it", e);
        }
    }
}
