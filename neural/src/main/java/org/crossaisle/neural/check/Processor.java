package org.crossaisle.neural.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The processor of this machine.
 *
 * @param model its name as it calls itself; "unknown" where the system does not tell
 * @param features what it can do, in Linux's names, such as avx2
 */
public record Processor(String model, SortedSet<String> features) {
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    public Processor {
        features = new TreeSet<>(features);
    }

    /** The processor this process runs on. */
    public static Processor here() {
        return read(LINUX);
    }

    /** The first processor of a file in the form of /proc/cpuinfo. */
    static Processor read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            return new Processor("unknown", new TreeSet<>()); // another system
        }
        SortedSet<String> features =
                new TreeSet<>(Arrays.asList(value(lines, "flags").split(" ")));
        features.remove("");
        String model = value(lines, "model name");
        return new Processor(model.isEmpty() ? "unknown" : model, features);
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name) && line.contains(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }
}
