package org.crossaisle.neural.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineKeyTest {
    private static final Processor PROCESSOR = processor("one", "avx2", "fma");
    private static final Libtorch LIBTORCH = new Libtorch("2.10.0", "v3.7.1", "AVX2", "mkl_rt", 2);
    private static final MachineKey KEY = MachineKey.of("1.0", PROCESSOR, LIBTORCH, Map.of("HOME", "/home/u"));

    private static Processor processor(String model, String... features) {
        return new Processor(model, new TreeSet<>(List.of(features)));
    }

    @Test
    void whatChangesTheArithmetic_changesTheKey() {
        List<MachineKey> others = List.of(
                MachineKey.of("1.1", PROCESSOR, LIBTORCH, Map.of()),
                MachineKey.of("1.0", processor("two", "avx2", "fma"), LIBTORCH, Map.of()),
                MachineKey.of("1.0", processor("one", "avx2"), LIBTORCH, Map.of()),
                MachineKey.of("1.0", PROCESSOR, new Libtorch("2.11.0", "v3.7.1", "AVX2", "mkl_rt", 2), Map.of()),
                MachineKey.of("1.0", PROCESSOR, LIBTORCH, Map.of("ONEDNN_MAX_CPU_ISA", "AVX2")),
                MachineKey.of("1.0", PROCESSOR, LIBTORCH, Map.of("MKL_ENABLE_INSTRUCTIONS", "AVX2")));
        assertThat(others).doesNotHaveDuplicates().doesNotContain(KEY);
        assertThat(others)
                .extracting(MachineKey::fileName)
                .doesNotHaveDuplicates()
                .doesNotContain(KEY.fileName());
    }

    @Test
    void everythingElse_leavesItAsItIs() {
        assertThat(MachineKey.of("1.0", processor("one", "fma", "avx2"), LIBTORCH, Map.of("LANG", "C")))
                .isEqualTo(KEY);
        assertThat(KEY.fileName()).matches("[0-9a-f]{16}\\.json");
    }

    @Test
    void processor_isReadFromLinux(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("cpuinfo"), """
                processor\t: 0
                model name\t: AMD EPYC 9R45
                flags\t\t: fpu avx512_bf16 avx2

                processor\t: 1
                model name\t: another
                flags\t\t: fpu
                """);
        assertThat(Processor.read(file)).isEqualTo(processor("AMD EPYC 9R45", "avx2", "avx512_bf16", "fpu"));
        assertThat(Processor.read(directory.resolve("none"))).isEqualTo(processor("unknown"));
    }
}
