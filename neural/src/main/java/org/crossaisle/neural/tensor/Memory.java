package org.crossaisle.neural.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory that libtorch may still take, beside the Java heap, where tensors lie in it. */
public final class Memory {
    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";

    private Memory() {}

    /** Bytes that are free or can be freed; {@link Long#MAX_VALUE} where nobody says: on a GPU, or another system. */
    public static long availableBytes() {
        if (!ComputeDevice.isCpu() || !Files.isReadable(LINUX)) {
            return Long.MAX_VALUE;
        }
        try (Stream<String> lines = Files.lines(LINUX)) {
            return lines.filter(line -> line.startsWith(AVAILABLE))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(LINUX + " cannot be read", e);
        }
    }
}
