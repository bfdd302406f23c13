package org.crossaisle.io.shop;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossaisle.OwnerOnly;
import org.crossaisle.RecsException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The directory of a shop, locked for one import.
 *
 * <p>{@code shop.json} names the directory of the data. New data are written beside the old ones and forced to the
 * disk; then one rename of {@code shop.json} makes them the shop's. What an import that ended early has left behind is
 * removed by the next. Files of others in the directory are left alone.
 */
public final class ShopDirectory implements AutoCloseable {
    static final String MANIFEST = "shop.json";
    private static final String NEW_MANIFEST = "shop.json.new";
    private static final String LOCK = "import.lock";
    private static final String DATA = "data-";
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path directory;
    private final List<Path> made; // the lock and the directories that were not there before, the deepest first
    private final FileChannel channel;
    private final FileLock lock;

    private ShopDirectory(Path directory, List<Path> made, FileChannel channel, FileLock lock) {
        this.directory = directory;
        this.made = made;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Makes the directory where it is missing, and locks it. Only its owner may read it, unless it was there before and
     * holds something else.
     *
     * @throws RecsException STORAGE_FAILED when another import is at work here
     */
    public static ShopDirectory lock(Path directory) throws IOException {
        List<Path> made = missing(directory.resolve(LOCK));
        if (made.contains(directory) || isEmpty(directory) || Files.exists(directory.resolve(MANIFEST))) {
            OwnerOnly.directories(directory);
            OwnerOnly.restrict(directory);
        }
        Path file = directory.resolve(LOCK);
        OwnerOnly.file(file);
        Object key = key(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null || !key.equals(key(file))) { // a refused import has removed the file that was opened
            channel.close();
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED, directory + " is in use: another import is writing to it");
        }
        return new ShopDirectory(directory, made, channel, lock);
    }

    /** What of a path does not exist, from its end on. */
    private static List<Path> missing(Path path) {
        List<Path> missing = new ArrayList<>();
        for (Path at = path; at != null && Files.notExists(at); at = at.getParent()) {
            missing.add(at);
        }
        return missing;
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.findAny().isEmpty();
        }
    }

    /** What tells a file from every other that had or will have its name. */
    private static Object key(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file : key; // where the file system has none
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this process, which is as much in use
        }
    }

    /**
     * What shop.json says, empty when there is none.
     *
     * @throws RecsException SHOP_UNREADABLE when it is of another version, or no such file
     */
    public static Optional<Manifest> manifest(Path directory) throws IOException {
        Path file = directory.resolve(MANIFEST);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Manifest manifest = JSON.readValue(Files.readAllBytes(file), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new RecsException(
                        RecsException.Code.SHOP_UNREADABLE,
                        file + " has format " + manifest.format() + ", this version reads " + Manifest.FORMAT);
            }
            return Optional.of(manifest);
        } catch (JacksonException e) {
            throw new RecsException(
                    RecsException.Code.SHOP_UNREADABLE, file + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /** Removes the data that are not the shop's: all but those named. */
    public void removeAllBut(String data) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            for (Path path : found.toList()) {
                String name = String.valueOf(path.getFileName());
                if (name.equals(NEW_MANIFEST) || (name.startsWith(DATA) && !name.equals(data))) {
                    removeTree(path);
                }
            }
        }
    }

    /** A new, empty directory for data. */
    public Path newData(String after) throws IOException {
        long last = after.isEmpty() ? 0 : Long.parseLong(after.substring(DATA.length()));
        Path data = directory.resolve(DATA + (last + 1));
        OwnerOnly.directory(data);
        return data;
    }

    /** Makes the data that the manifest names the shop's. */
    public void switchTo(Manifest manifest) throws IOException {
        Path data = directory.resolve(manifest.data());
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                force(file);
            }
        }
        force(data);
        Path written = directory.resolve(NEW_MANIFEST);
        OwnerOnly.write(written, JSON.writeValueAsBytes(manifest));
        force(written);
        Files.move(
                written,
                directory.resolve(MANIFEST),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        force(directory);
    }

    private static void force(Path path) throws IOException {
        try (FileChannel opened = FileChannel.open(path, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    public static void removeTree(Path top) throws IOException {
        List<Path> paths;
        try (Stream<Path> found = Files.walk(top)) {
            paths = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }

    /** Removes the directory again where it was made for an import that came to nothing. */
    @Override
    public void close() throws IOException {
        try (FileChannel closed = channel;
                FileLock released = lock) {
            if (Files.notExists(directory.resolve(MANIFEST))) {
                for (Path path : made) {
                    Files.delete(path);
                }
            }
        } catch (DirectoryNotEmptyException e) {
            // someone else has put something there meanwhile, which stays
        }
    }
}
