package org.crossaisle.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.crossaisle.cli.doctor.Diagnosis.Status;
import org.crossaisle.neural.check.CheckReport;
import org.crossaisle.neural.check.LayerResult;
import org.crossaisle.neural.check.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosesTest {
    private static final LayerResult RIGHT = new LayerResult("linear", 4e-7, 1, 1.0000008);
    private static final LayerResult WRONG = new LayerResult("lstm", .0248, .885789, .839075);
    private static final LayerResult MENDED = new LayerResult("lstm", 1e-7, .885789, .885789);

    @TempDir
    private Path directory;

    @Test
    void layerThatIsWrongWithOneDnnOnly_isAWarning() {
        List<Diagnosis> all = LayerDiagnoses.of(new CheckReport(List.of(RIGHT, WRONG), List.of(RIGHT, MENDED)));
        assertThat(all).extracting(Diagnosis::status).containsExactly(Status.OK, Status.WARNING, Status.WARNING);
        assertThat(all.get(1).found())
                .isEqualTo("largest deviation 2.5e-02, allowed 2e-05: found 0.8390750, expected 0.8857890");
        assertThat(all.get(2).found()).contains("lstm", "switched off").doesNotContain("linear");
    }

    @Test
    void layerThatIsWrongEitherWay_isAProblem() {
        List<Diagnosis> all = LayerDiagnoses.of(new CheckReport(List.of(RIGHT, WRONG), List.of(RIGHT, WRONG)));
        assertThat(all).extracting(Diagnosis::status).containsExactly(Status.OK, Status.PROBLEM, Status.PROBLEM);
        assertThat(all.get(2).found()).contains("nothing is trained or served", "ATEN_CPU_CAPABILITY");
    }

    @Test
    void libraryThatDoesNotLoad_isAProblemWithItsCause() {
        assertThat(NativeDiagnoses.failed("SQLite", new UnsatisfiedLinkError("no such file")))
                .satisfies(each -> assertThat(each.status()).isEqualTo(Status.PROBLEM))
                .satisfies(each -> assertThat(each.found()).isEqualTo("does not load: no such file"));
    }

    @Test
    void processorWithoutAvx2_isAWarning() {
        assertThat(MachineDiagnoses.processor(processor("fpu", "avx512f", "amx_tile", "avx2")))
                .satisfies(each -> assertThat(each.status()).isEqualTo(Status.OK))
                .satisfies(each -> assertThat(each.found()).endsWith(", amx_tile avx2 avx512f"));
        assertThat(MachineDiagnoses.processor(processor("fpu")).status()).isEqualTo(Status.WARNING);
        assertThat(MachineDiagnoses.processor(processor()).status()).isEqualTo(Status.OK);
    }

    private static Processor processor(String... features) {
        return new Processor("a processor", new TreeSet<>(List.of(features)));
    }

    /** Version 2: the group around this one has the lower limit. */
    @Test
    void limitOfAControlGroup_isTheLowestOnTheWayUp() throws IOException {
        put("proc/meminfo", "MemTotal:       24000000 kB\nMemFree: 1 kB\nMemAvailable:   20000000 kB\n");
        put("proc/self/cgroup", "0::/outer/inner\n");
        put("sys/fs/cgroup/outer/inner/memory.max", "max\n");
        put("sys/fs/cgroup/outer/memory.max", "536870912\n");
        LinuxMemory memory = LinuxMemory.read(directory);
        assertThat(memory.total()).hasValue(24_000_000L << 10);
        assertThat(memory.available()).hasValue(20_000_000L << 10);
        assertThat(memory.limit()).hasValue(512 << 20);
        assertThat(MachineDiagnoses.memory(memory))
                .isEqualTo(Diagnosis.warning(
                        "memory",
                        "23,437 MiB, 19,531 MiB available, control group limited to 512 MiB",
                        "With less than 1 GiB only small shops fit; ./crossaisle models --shop DIR estimates what a recipe"
                                + " needs."));
    }

    @Test
    void limitOfTheFirstVersion_isRead_andNoLimitIsNone() throws IOException {
        put("proc/self/cgroup", "9:name=systemd:/\n4:memory:/jobs/7\n3:cpuset:/\n");
        put("sys/fs/cgroup/memory/jobs/7/memory.limit_in_bytes", "9223372036854771712\n");
        assertThat(LinuxMemory.read(directory).limit()).isEmpty();
        put("sys/fs/cgroup/memory/jobs/7/memory.limit_in_bytes", "2147483648\n");
        assertThat(LinuxMemory.read(directory).limit()).hasValue(2L << 30);
    }

    @Test
    void anotherSystem_tellsNothing() {
        LinuxMemory memory = LinuxMemory.read(directory);
        assertThat(memory).isEqualTo(new LinuxMemory(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()));
        assertThat(MachineDiagnoses.memory(memory)).isEqualTo(Diagnosis.ok("memory", "unknown on this system"));
    }

    private void put(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    @Test
    void space_isEnoughLittleOrNone() {
        assertThat(PlaceDiagnoses.disk("disk", directory, true, 2L << 30).status())
                .isEqualTo(Status.OK);
        assertThat(PlaceDiagnoses.disk("disk", directory, true, 500L << 20).status())
                .isEqualTo(Status.WARNING);
        assertThat(PlaceDiagnoses.disk("disk", directory, true, 50L << 20).status())
                .isEqualTo(Status.PROBLEM);
        assertThat(PlaceDiagnoses.disk("disk", directory, false, 2L << 30).status())
                .isEqualTo(Status.PROBLEM);
    }

    @Test
    void directoryThatIsNotThereYet_isJudgedByTheOneItWillBeIn() {
        assertThat(PlaceDiagnoses.disk("cache", directory.resolve("not/yet")).found())
                .matches(directory.resolve("not/yet") + ", [\\d,]+ MiB free");
    }

    @Test
    void browser_isFoundOnThePath() throws IOException {
        Path bin = Files.createDirectory(directory.resolve("bin"));
        Map<String, String> environment = Map.of("PATH", directory + ":" + bin);
        assertThat(PlaceDiagnoses.browser(environment).status()).isEqualTo(Status.WARNING);
        assertThat(PlaceDiagnoses.browser(Map.of()).status()).isEqualTo(Status.WARNING);
        Path program = Files.createFile(
                bin.resolve("chromium"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertThat(PlaceDiagnoses.browser(environment)).isEqualTo(Diagnosis.ok("browser", program.toString()));
    }

    @Test
    void userKey_isNeverTold() {
        assertThat(PlaceDiagnoses.userKey(Map.of("CROSSAISLE_USER_KEY", "tell-nobody")))
                .isEqualTo(Diagnosis.ok("user key", "CROSSAISLE_USER_KEY is set"));
        assertThat(PlaceDiagnoses.userKey(Map.of()).status()).isEqualTo(Status.WARNING);
        assertThat(PlaceDiagnoses.userKey(Map.of("CROSSAISLE_USER_KEY", "")).status())
                .isEqualTo(Status.WARNING);
    }

    @Test
    void takenPort_isAProblemOnlyWhereItIsNeeded() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortDiagnosis.of(socket.getLocalPort(), false).status()).isEqualTo(Status.WARNING);
            assertThat(PortDiagnosis.of(socket.getLocalPort(), true).status()).isEqualTo(Status.PROBLEM);
        }
    }
}
