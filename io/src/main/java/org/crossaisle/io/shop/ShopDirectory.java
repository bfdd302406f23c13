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
 * <p>{@code shop.json} names the current data directory. New data are written next to the old ones and synced to disk;
 * then renaming a new {@code shop.json} into place switches to them. The next import removes what an aborted import
 * left behind. Other files in the directory are left alone.
 */
public final class ShopDirectory implements AutoCloseable {
    static final String MANIFEST = "shop.json";
    private static final String NEW_MANIFEST = "shop.json.new";
    private static final String LOCK = "import.lock";
    private static final String DATA = "data-";
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path directory;
    private final List<Path> made; // the lock and the directories that were created, deepest first
    private final FileChannel channel;
    private final FileLock lock;

    private ShopDirectory(Path directory, List<Path> made, FileChannel channel, FileLock lock) {
        this.directory = directory;
        this.made = made;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Locks the directory, creating it if missing. Only its owner may read it, unless it already existed and holds
     * something else.
     *
     * @throws RecsException STORAGE_FAILED when another import is running here
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
        if (lock == null || !key.equals(key(file))) { // a rejected import removed the file that was opened
            channel.close();
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED, directory + " is in use: another import is writing to it");
        }
        return new ShopDirectory(directory, made, channel, lock);
    }

    /** The trailing parts of a path that do not exist, deepest first. */
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

    /** The identity of a file, which differs from that of any other file with the same name. */
    private static Object key(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file : key; // if the file system has no file keys
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this process, which also means in use
        }
    }

    /**
     * The content of shop.json, empty when there is none.
     *
     * @throws RecsException SHOP_UNREADABLE when it has another version, or is not a valid manifest
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

    /** Removes all data directories but the named one. */
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

    /** Creates an empty data directory. */
    public Path newData(String after) throws IOException {
        long last = after.isEmpty() ? 0 : Long.parseLong(after.substring(DATA.length()));
        Path data = directory.resolve(DATA + (last + 1));
        OwnerOnly.directory(data);
        return data;
    }

    /** Switches the shop to the data that the manifest names. */
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

    /** Releases the lock, and removes the directory if it was created for an import that failed. */
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
            // something else was put there in the meantime; keep it
        }
    }
}
