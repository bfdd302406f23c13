package org.crossaisle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The program in a process of its own, which a test may kill. */
public final class ChildProgram {
    private ChildProgram() {}

    /**
     * Starts the program.
     *
     * @param output where both of its streams go
     */
    public static Process start(Path output, String... arguments) throws IOException {
        return of(output, arguments).start();
    }

    /** The same, not started yet. */
    public static ProcessBuilder of(Path output, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (String property :
                List.of("org.bytedeco.openblas.load", "org.bytedeco.javacpp.cachedir", "crossaisle.server")) {
            Optional.ofNullable(System.getProperty(property))
                    .ifPresent(value -> command.add("-D" + property + "=" + value));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    }
}
