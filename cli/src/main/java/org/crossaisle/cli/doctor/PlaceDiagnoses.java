package org.crossaisle.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the directories that are written to, the browser, and the key of user ids. */
final class PlaceDiagnoses {
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final long NO_SPACE = 100L << 20;
    private static final long LITTLE_SPACE = 1L << 30;

    private PlaceDiagnoses() {}

    /**
     * Checks the free space of a directory.
     *
     * @param subject what the directory is for
     * @param directory may be missing, since the program creates it
     */
    static Diagnosis disk(String subject, Path directory) {
        Path there = nearest(directory.toAbsolutePath().normalize());
        try {
            return disk(
                    subject,
                    directory,
                    Files.isWritable(there),
                    Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            return Diagnosis.warning(
                    subject, directory + ": free space unknown (" + e.getMessage() + ")", "Check that it can be read.");
        }
    }

    static Diagnosis disk(String subject, Path directory, boolean writable, long free) {
        String found = directory + ", " + MachineDiagnoses.mebibytes(free) + " free";
        if (!writable) {
            return Diagnosis.problem(
                    subject,
                    found + ", cannot be written",
                    "Give this user write permission, or use another directory.");
        }
        if (free < NO_SPACE) {
            return Diagnosis.problem(subject, found, "Free some space: almost nothing can be written.");
        }
        return free < LITTLE_SPACE
                ? Diagnosis.warning(
                        subject,
                        found,
                        "Free some space: the import sorts events on disk, and models are stored there.")
                : Diagnosis.ok(subject, found);
    }

    private static Path nearest(Path directory) {
        Path at = directory;
        for (Path parent = at.getParent(); !Files.exists(at) && parent != null; parent = at.getParent()) {
            at = parent;
        }
        return at;
    }

    static Diagnosis browser(Map<String, String> environment) {
        Optional<Path> found = BROWSERS.stream()
                .flatMap(name -> Pattern.compile(Pattern.quote(System.getProperty("path.separator")))
                        .splitAsStream(environment.getOrDefault("PATH", ""))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
        return found.map(path -> Diagnosis.ok("browser", path.toString()))
                .orElseGet(() -> Diagnosis.warning(
                        "browser",
                        "no Chromium on the PATH",
                        "The page of the server opens in any browser, on another machine too. Only the tests of the page"
                                + " need Chromium and chromedriver."));
    }

    static Diagnosis userKey(Map<String, String> environment) {
        return environment.getOrDefault("CROSSAISLE_USER_KEY", "").isEmpty()
                ? Diagnosis.warning(
                        "user key",
                        "CROSSAISLE_USER_KEY is not set",
                        "Set it to a secret before you import a shop of real customers: without it, anyone with the shop"
                                + " directory can test guesses of user ids.")
                : Diagnosis.ok("user key", "CROSSAISLE_USER_KEY is set");
    }
}
