package org.crossaisle.cli.doctor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the process that listens on a port, if Linux shows it to this user. */
final class PortHolder {
    private static final Path PROCESSES = Path.of("/proc");
    private static final String LISTENS = "0A";
    private static final int ADDRESS = 1; // columns of /proc/net/tcp
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    /** The id and command of the process. */
    static Optional<String> of(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            lines(PROCESSES.resolve(table)).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns -> isListening(columns, port))
                    .forEach(columns -> sockets.add("socket:[" + columns[INODE] + "]"));
        }
        return ProcessHandle.allProcesses()
                .filter(process -> !sockets.isEmpty() && holdsOne(process.pid(), sockets))
                .map(process -> "process " + process.pid()
                        + process.info()
                                .command()
                                .map(command -> " (" + command + ")")
                                .orElse(""))
                .findFirst();
    }

    private static boolean isListening(String[] columns, int port) {
        return columns.length > INODE
                && columns[STATE].equals(LISTENS)
                && columns[ADDRESS].endsWith(String.format(Locale.ROOT, ":%04X", port));
    }

    private static boolean holdsOne(long process, Set<String> sockets) {
        Path files = PROCESSES.resolve(process + "/fd");
        try (DirectoryStream<Path> open = Files.newDirectoryStream(files)) {
            for (Path file : open) {
                if (sockets.contains(target(file))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // belongs to another user, or has ended
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return ""; // closed in the meantime
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of(); // not Linux
        }
    }
}
