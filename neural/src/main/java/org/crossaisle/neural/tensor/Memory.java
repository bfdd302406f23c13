package org.crossaisle.neural.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossaisle.RecsException;

/** The memory that libtorch may still take, beside the Java heap, where tensors lie in it. */
public final class Memory {
    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";

    /** What libtorch says in words when it finds no memory: its allocators for the processor and for CUDA, and C++. */
    private static final Pattern LACK =
            Pattern.compile("allocate memory|not enough memory|out of memory|bad_alloc", Pattern.CASE_INSENSITIVE);

    private Memory() {}

    /** Whether a failure tells that there was no memory, in the Java heap or beside it. */
    public static boolean isLackedBy(Throwable failure) {
        return failure instanceof OutOfMemoryError
                || (!(failure instanceof RecsException)
                        && LACK.matcher(String.valueOf(failure.getMessage())).find());
    }

    /**
     * The result of some work.
     *
     * @param then what to say where there was not enough memory for it: what it was, and what makes it smaller
     * @throws RecsException TOO_LARGE with that, where the Java heap or libtorch finds no memory
     */
    public static <T> T within(Supplier<T> work, Supplier<String> then) {
        try {
            return work.get();
        } catch (OutOfMemoryError | RuntimeException e) {
            if (isLackedBy(e)) {
                throw new RecsException(
                        RecsException.Code.TOO_LARGE,
                        "there was not enough memory " + (e instanceof OutOfMemoryError ? "in the Java heap " : "")
                                + then.get(),
                        e);
            }
            throw e;
        }
    }

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
