package org.crossaisle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Creates files and directories that only their owner may read, on file systems that support permissions. The
 * permissions are set at creation, so others can never open them.
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<OpenOption> WHOLE =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

    private OwnerOnly() {}

    /** Creates an empty file, or restricts an existing one to its owner. */
    public static void file(Path path) throws IOException {
        try {
            Files.createFile(path, attributes(path, FILE));
        } catch (FileAlreadyExistsException e) {
            restrict(path);
        }
    }

    /** Creates one directory, or restricts an existing one to its owner. */
    public static void directory(Path path) throws IOException {
        try {
            Files.createDirectory(path, attributes(path, DIRECTORY));
        } catch (FileAlreadyExistsException e) {
            restrict(path);
        }
    }

    /** Creates a directory and its missing parents. Existing directories are not changed. */
    public static void directories(Path path) throws IOException {
        Files.createDirectories(path, attributes(path, DIRECTORY));
    }

    /** Opens a file for writing and truncates it. */
    public static FileChannel channel(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, WHOLE, attributes(path, FILE));
        try {
            restrict(path);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The same as a stream. */
    public static OutputStream stream(Path path) throws IOException {
        return Channels.newOutputStream(channel(path));
    }

    /** Writes a whole file. */
    public static void write(Path path, byte[] bytes) throws IOException {
        try (OutputStream out = stream(path)) {
            out.write(bytes);
        }
    }

    /** Restricts a file or directory to its owner. */
    public static void restrict(Path path) throws IOException {
        Set<PosixFilePermission> wanted = Files.isDirectory(path) ? DIRECTORY : FILE;
        if (isPosix(path) && !Files.getPosixFilePermissions(path).equals(wanted)) {
            Files.setPosixFilePermissions(path, wanted);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
