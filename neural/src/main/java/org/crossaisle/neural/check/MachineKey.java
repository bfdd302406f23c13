package org.crossaisle.neural.check;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that the result of a check depends on. A result holds for as long as this text stays the same.
 *
 * @param text one line for each thing
 */
record MachineKey(String text) {
    /** Settings from outside that change which instructions are used. */
    private static final List<String> ENVIRONMENT = List.of(
            "ATEN_CPU_CAPABILITY",
            "DNNL_DEFAULT_FPMATH_MODE",
            "DNNL_MAX_CPU_ISA",
            "MKL_CBWR",
            "MKL_DEBUG_CPU_TYPE",
            "MKL_ENABLE_INSTRUCTIONS",
            "ONEDNN_DEFAULT_FPMATH_MODE",
            "ONEDNN_MAX_CPU_ISA",
            "OPENBLAS_CORETYPE");

    /**
     * The key of this process; empty where the program runs from a directory of classes, which may change at any time.
     */
    static Optional<MachineKey> here() {
        return release().map(release -> of(release, Processor.here(), Libtorch.here(), System.getenv()));
    }

    static MachineKey of(String release, Processor processor, Libtorch libtorch, Map<String, String> environment) {
        return new MachineKey(String.join(
                "\n",
                "release " + release,
                "java " + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                "processor " + processor.model(),
                "features " + String.join(" ", processor.features()),
                "libtorch " + libtorch,
                "environment "
                        + ENVIRONMENT.stream()
                                .filter(environment::containsKey)
                                .map(name -> name + "=" + environment.get(name))
                                .collect(Collectors.joining(" "))));
    }

    /** The version of the program, with the size and time of its jar, since a snapshot changes under one version. */
    private static Optional<String> release() {
        CodeSource source = MachineKey.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar)
                    ? Optional.of(jar.getFileName() + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar))
                    : Optional.empty();
        } catch (URISyntaxException | IOException | IllegalArgumentException e) {
            return Optional.empty(); // a class loader that does not say where its jar lies: nothing is kept
        }
    }

    /** A short name for a file: the same for the same key, and hardly ever for another. */
    String fileName() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8) + ".json";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "SHA-256 is missing from this Java platform, though every platform must have it", e);
        }
    }
}
