package org.crossaisle.neural.check;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results of checks that need not be run again, one small file for each key in a directory that only its owner can
 * read. A file that is damaged, or a directory that cannot be written, only means that the check runs again.
 *
 * <p>Threads and processes may share it: a file is replaced in one step.
 */
final class CheckCache {
    private static final System.Logger LOG = System.getLogger(CheckCache.class.getName());
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path directory;

    CheckCache(Path directory) {
        this.directory = directory;
    }

    /** The cache of the user: the directory self-check in {@link UserCache}. */
    static CheckCache ofUser() {
        return new CheckCache(UserCache.directory().resolve("self-check"));
    }

    /**
     * What a file holds.
     *
     * @param key as text, so that a reader sees what the result holds for
     */
    record Entry(String key, CheckReport report) {}

    /** The file of a key, which need not be there. */
    Path file(MachineKey key) {
        return directory.resolve(key.fileName());
    }

    /**
     * The result for a key.
     *
     * @param layers the kinds of layers it must be of
     */
    Optional<CheckReport> read(MachineKey key, List<String> layers) {
        Path file = file(key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Entry entry = JSON.readValue(Files.readString(file), Entry.class);
            return Optional.ofNullable(entry)
                    .filter(each -> key.text().equals(each.key()) && each.report() != null)
                    .map(Entry::report)
                    .filter(report -> report.isUsable()
                            && report.layers().stream()
                                    .map(LayerResult::layer)
                                    .toList()
                                    .equals(layers));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> file + " cannot be read; the check runs again", e);
            return Optional.empty();
        }
    }

    /** Keeps a result if that is possible. */
    void write(MachineKey key, CheckReport report) {
        Path file = file(key);
        try {
            Files.createDirectories(directory, ownerOnly("rwx------"));
            Path next = Files.createTempFile(directory, "next", ".json", ownerOnly("rw-------"));
            try {
                Files.writeString(next, JSON.writeValueAsString(new Entry(key.text(), report)));
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> file + " cannot be written; the check runs again next time", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
