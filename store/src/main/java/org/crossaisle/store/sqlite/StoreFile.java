package org.crossaisle.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.crossaisle.OwnerOnly;
import org.crossaisle.RecsException;

/**
 * The file of an event store, locked for this process and readable only by its owner.
 *
 * <p>The lock is held on a separate lock file. Locks within this process are also recorded in memory, since the
 * operating system would release the lock as soon as a second channel to the lock file is closed.
 */
final class StoreFile implements AutoCloseable {
    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private StoreFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Locks the file, creating it and its directory if missing. An empty file is an empty store.
     *
     * @throws RecsException STORAGE_FAILED when it is in use or cannot be created
     */
    static StoreFile claim(Path file) {
        try {
            Path directory = directory(file.toAbsolutePath());
            Path path = directory.resolve(String.valueOf(file.getFileName()));
            if (!CLAIMED.add(path)) {
                throw inUse(file);
            }
            try {
                return new StoreFile(path, lock(path, directory));
            } catch (IOException | RuntimeException e) {
                CLAIMED.remove(path);
                throw e;
            }
        } catch (IOException e) {
            throw new RecsException(
                    RecsException.Code.STORAGE_FAILED, "the event store " + file + " cannot be opened: " + e, e);
        }
    }

    private static Path directory(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null || Files.isDirectory(file)) {
            throw new IOException("it is a directory; expected a file");
        }
        if (!Files.isDirectory(parent)) {
            OwnerOnly.directories(parent);
            force(parent.resolve("..").normalize());
        }
        return parent.toRealPath();
    }

    /** Locks a path, creating the file if missing. The lock is held while the returned channel is open. */
    private static FileChannel lock(Path path, Path directory) throws IOException {
        Path lock = path.resolveSibling(path.getFileName() + ".lock");
        OwnerOnly.file(lock);
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(path);
            }
            OwnerOnly.file(path);
            force(directory);
            return channel;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(path); // by another class loader of this process
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    private static RecsException inUse(Path file) {
        return new RecsException(
                RecsException.Code.STORAGE_FAILED,
                "the event store " + file + " is in use: another process, or this one, has it open");
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.close(); // which releases the lock
        } catch (IOException e) {
            throw new RecsException(RecsException.Code.STORAGE_FAILED, path + " cannot be closed: " + e, e);
        } finally {
            CLAIMED.remove(path);
        }
    }
}
