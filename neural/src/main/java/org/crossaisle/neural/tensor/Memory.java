package org.crossaisle.neural.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossaisle.RecsException;

/** The memory outside the Java heap that is available to libtorch where its tensors live. */
public final class Memory {
    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";

    /** The messages with which libtorch reports that memory ran out: its allocators for CPU and CUDA, and C++. */
    private static final Pattern LACK =
            Pattern.compile("allocate memory|not enough memory|out of memory|bad_alloc", Pattern.CASE_INSENSITIVE);

    private Memory() {}

    /** Whether a failure means that memory ran out, in the Java heap or outside it. */
    public static boolean isOutOfMemory(Throwable failure) {
        return failure instanceof OutOfMemoryError
                || (!(failure instanceof RecsException)
                        && LACK.matcher(String.valueOf(failure.getMessage())).find());
    }

    /**
     * Runs some work and returns its result.
     *
     * @param then the message if memory runs out: what needed it, and how to make it smaller
     * @throws RecsException TOO_LARGE with this message, if memory runs out in the Java heap or in libtorch
     */
    public static <T> T within(Supplier<T> work, Supplier<String> then) {
        try {
            return work.get();
        } catch (OutOfMemoryError | RuntimeException e) {
            if (isOutOfMemory(e)) {
                throw new RecsException(
                        RecsException.Code.TOO_LARGE,
                        "there was not enough memory " + (e instanceof OutOfMemoryError ? "in the Java heap " : "")
                                + then.get(),
                        e);
            }
            throw e;
        }
    }

    /**
     * Bytes that are free or can be freed; {@link Long#MAX_VALUE} if unknown: on a GPU, or on another operating system.
     */
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
