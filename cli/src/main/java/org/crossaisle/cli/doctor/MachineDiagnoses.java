package org.crossaisle.cli.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.crossaisle.neural.check.Processor;

/** Checks the Java VM, the processor and the memory. */
final class MachineDiagnoses {
    /** Processor features by which libraries select their code. Those of AVX-512 and AMX begin with these names. */
    private static final List<String> FEATURES = List.of("avx2", "fma", "f16c", "avx_vnni", "avx512", "amx");

    private static final long LITTLE_HEAP = 512L << 20;
    private static final long LITTLE_MEMORY = 1L << 30;

    private MachineDiagnoses() {}

    static Diagnosis java() {
        long heap = Runtime.getRuntime().maxMemory();
        String found = System.getProperty("java.version") + " of " + System.getProperty("java.vendor") + ", "
                + System.getProperty("os.arch") + ", heap of at most " + mebibytes(heap);
        return heap < LITTLE_HEAP
                ? Diagnosis.warning(
                        "Java",
                        found,
                        "A heap below 512 MiB is enough for small shops only; JAVA_OPTS=-Xmx4g gives it more.")
                : Diagnosis.ok("Java", found);
    }

    static Diagnosis processor(Processor processor) {
        String features = processor.features().stream()
                .filter(feature -> FEATURES.stream().anyMatch(feature::startsWith))
                .collect(Collectors.joining(" "));
        int cores = Runtime.getRuntime().availableProcessors();
        String found = processor.model() + ", " + cores + (cores == 1 ? " core" : " cores") + ", "
                + (features.isEmpty() ? "features unknown" : features);
        return processor.features().isEmpty() || processor.features().contains("avx2")
                ? Diagnosis.ok("processor", found)
                : Diagnosis.warning(
                        "processor", found, "Without avx2, training and answers take several times as long.");
    }

    static Diagnosis memory(LinuxMemory memory) {
        if (memory.total().isEmpty()) {
            return Diagnosis.ok("memory", "unknown on this system");
        }
        OptionalLong available = memory.usable();
        String found = mebibytes(memory.total().getAsLong()) + ", "
                + mebibytes(memory.available().orElse(0)) + " available"
                + (memory.limit().isPresent()
                        ? ", control group limited to "
                                + mebibytes(memory.limit().getAsLong())
                        : ", no limit by a control group");
        return available.orElse(Long.MAX_VALUE) < LITTLE_MEMORY
                ? Diagnosis.warning(
                        "memory",
                        found,
                        "With less than 1 GiB only small shops fit; ./crossaisle models --shop DIR estimates what a recipe"
                                + " needs.")
                : Diagnosis.ok("memory", found);
    }

    static Diagnosis memory() {
        return memory(LinuxMemory.read(Path.of("/")));
    }

    static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
    }
}
