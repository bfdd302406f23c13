package org.crossaisle.io.artifact;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossaisle.OwnerOnly;
import org.crossaisle.RecsException;

/**
 * The directory of a model, and the protocol by which a new model replaces the existing one.
 *
 * <p>The new model is written to a sibling directory {@code .NAME.TOKEN.new}. Then the existing one is moved aside to
 * {@code .NAME.TOKEN.old}, the new one is moved into place, and the old one is deleted. The token is random, so no
 * other writer has a directory of that name. The new directory contains a file {@code writing} that stays locked as
 * long as its writer lives. The next process to use the directory completes or removes what a killed writer left
 * behind.
 *
 * <p>Only files of a model are deleted, and only directories that hold nothing else.
 */
final class ArtifactPlace {
    private static final String MARKER = "writing";
    private static final String NEW = ".new";
    private static final String OLD = ".old";
    private static final int TOKEN_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Tokens of the writers in this process: closing a second channel to a marker would release the lock of the first.
     */
    private static final Set<String> WRITING = ConcurrentHashMap.newKeySet();

    private final Path place;
    private final Path parent;
    private final String name;
    private final Set<String> files;
    private final Pattern besides;

    /** Writes the files of a model into an empty directory. */
    interface Content {
        void writeInto(Path directory) throws IOException;
    }

    /**
     * @param directory where the model is or will be
     * @param files names of the files that make up a model
     */
    ArtifactPlace(Path directory, Set<String> files) throws IOException {
        place = Files.exists(directory)
                ? directory.toRealPath()
                : directory.toAbsolutePath().normalize();
        this.files = Set.copyOf(files);
        Path above = place.getParent();
        if (above == null) {
            throw new IOException("it is the root of a file system; choose a directory inside it");
        }
        parent = above;
        name = String.valueOf(place.getFileName());
        besides =
                Pattern.compile(Pattern.quote("." + name + ".") + "([0-9a-f]{" + 2 * TOKEN_BYTES + "})(\\.new|\\.old)");
    }

    /**
     * Checks, before training starts, that a model can be written here.
     *
     * @throws IOException when it cannot; the message gives the reason
     */
    void requireReplaceable() throws IOException {
        Path above = parent;
        while (Files.notExists(above) && above.getParent() != null) {
            above = above.getParent();
        }
        if (!Files.isWritable(above) || !Files.isDirectory(above)) {
            throw new IOException(above + " is not a directory that can be written to");
        }
        if (Files.notExists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw new IOException("it is a file; a model needs a directory");
        }
        List<String> found = names(place);
        List<String> others = found.stream().filter(each -> !isOurs(each)).toList();
        if (!others.isEmpty()) {
            throw new IOException(
                    found.containsAll(files)
                            ? "besides a model it holds " + others.get(0) + ", which a new model would replace as well;"
                                    + " move it elsewhere, or choose another place"
                            : "it exists, is not empty, and holds no model; choose another place");
        }
    }

    /** Replaces the model with a new one. If this fails, an existing model is kept whole. */
    void replace(Content content) throws IOException {
        recover();
        requireReplaceable();
        String token = HexFormat.of().formatHex(random());
        Path next = beside(token, NEW);
        Path old = beside(token, OLD);
        WRITING.add(token);
        try {
            Files.createDirectories(parent);
            OwnerOnly.directory(next);
            try (FileChannel marker = OwnerOnly.channel(next.resolve(MARKER));
                    FileLock lock = marker.lock()) {
                marker.write(StandardCharsets.US_ASCII.encode(token));
                content.writeInto(next);
                force(next);
                requireReplaceable(); // check again: the first check was long ago
                if (Files.exists(place)) {
                    Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
                }
                Files.move(next, place, StandardCopyOption.ATOMIC_MOVE);
                force(parent);
            }
        } finally {
            WRITING.remove(token);
            recover();
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /**
     * Cleans up after writers that are no longer alive. If one had already moved the former model aside, its new model
     * is complete and takes its place.
     */
    void recover() throws IOException {
        if (!Files.isDirectory(parent)) {
            return;
        }
        for (String each : names(parent)) {
            Matcher matcher = besides.matcher(each);
            if (matcher.matches() && matcher.group(2).equals(NEW) && !isBeingWritten(matcher.group(1))) {
                end(beside(matcher.group(1), NEW), Files.exists(beside(matcher.group(1), OLD)));
            }
        }
        for (String each : names(parent)) {
            Matcher matcher = besides.matcher(each);
            if (matcher.matches() && matcher.group(2).equals(OLD) && !isBeingWritten(matcher.group(1))) {
                end(beside(matcher.group(1), OLD), true);
            }
        }
        if (Files.exists(place.resolve(MARKER)) && !isBeingWritten(Files.readString(place.resolve(MARKER)))) {
            Files.deleteIfExists(place.resolve(MARKER));
        }
    }

    /** @param complete whether it holds a whole model, which is moved into place if nothing is there */
    private void end(Path directory, boolean complete) throws IOException {
        if (complete && Files.notExists(place)) {
            Files.move(directory, place, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        List<String> found = names(directory);
        if (found.stream().allMatch(this::isOurs)) {
            for (String each : found) {
                Files.deleteIfExists(directory.resolve(each));
            }
            Files.deleteIfExists(directory);
        }
    }

    private boolean isBeingWritten(String token) throws IOException {
        if (WRITING.contains(token)) {
            return true;
        }
        Path before = beside(token, NEW).resolve(MARKER);
        Path after = place.resolve(MARKER);
        return (Files.exists(before) && isLocked(before))
                || (Files.exists(after) && Files.readString(after).equals(token) && isLocked(after));
    }

    private static boolean isLocked(Path marker) throws IOException {
        try (FileChannel channel = FileChannel.open(marker, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }

    private boolean isOurs(String file) {
        return files.contains(file) || file.equals(MARKER);
    }

    private Path beside(String token, String ending) {
        return parent.resolve("." + name + "." + token + ending);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    /** Wraps an exception into a failure that names the directory. */
    static RecsException failure(Path directory, Exception cause) {
        return new RecsException(
                RecsException.Code.STORAGE_FAILED,
                "the model cannot be written to " + directory.toAbsolutePath().normalize() + ": " + cause.getMessage(),
                cause);
    }
}
