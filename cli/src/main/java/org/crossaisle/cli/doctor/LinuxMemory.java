package org.crossaisle.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a Linux machine, in bytes; empty if the system does not report it.
 *
 * @param total memory of the machine
 * @param available memory that is free or can be freed
 * @param limit the lowest limit of the control groups of this process
 */
record LinuxMemory(OptionalLong total, OptionalLong available, OptionalLong limit) {
    /** Limits from this value on mean no limit: cgroups version 1 reports a number near the maximum of a long. */
    private static final long NO_LIMIT = 1L << 60;

    /** @param root root of the file system */
    static LinuxMemory read(Path root) {
        List<String> lines = lines(root.resolve("proc/meminfo"));
        return new LinuxMemory(kibibytes(lines, "MemTotal:"), kibibytes(lines, "MemAvailable:"), limit(root));
    }

    /** The available memory, within the limit. */
    OptionalLong usable() {
        return LongStream.concat(available.stream(), limit.stream()).min();
    }

    private static OptionalLong kibibytes(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst();
    }

    /** The lowest limit of the groups this process is in and of their parents. */
    private static OptionalLong limit(Path root) {
        return lines(root.resolve("proc/self/cgroup")).stream()
                .flatMapToLong(line -> limits(root.resolve("sys/fs/cgroup"), line.split(":", 3)))
                .filter(bytes -> bytes < NO_LIMIT)
                .min();
    }

    /** @param group the number of the hierarchy, its controllers, and the path of the group */
    private static LongStream limits(Path groups, String... group) {
        if (group.length < 3) {
            return LongStream.empty();
        }
        return group[1].isEmpty()
                ? upwards(groups, group[2], "memory.max")
                : group[1].equals("memory")
                        ? upwards(groups.resolve("memory"), group[2], "memory.limit_in_bytes")
                        : LongStream.empty();
    }

    private static LongStream upwards(Path hierarchy, String group, String file) {
        Path lowest = hierarchy.resolve(group.substring(1)).normalize();
        return Stream.<@Nullable Path>iterate(
                        lowest, path -> path != null && path.startsWith(hierarchy), path -> parent(path))
                .flatMap(path -> path == null ? Stream.empty() : lines(path.resolve(file)).stream())
                .filter(line -> line.matches("\\d{1,18}|\\d{19}"))
                .mapToLong(LinuxMemory::number);
    }

    private static @Nullable Path parent(@Nullable Path path) {
        return path == null ? null : path.getParent();
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE; // above the maximum of a long
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of(); // not reported
        }
    }
}
