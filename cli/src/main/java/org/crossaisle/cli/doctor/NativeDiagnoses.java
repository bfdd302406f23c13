package org.crossaisle.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.crossaisle.neural.check.NativeLibrary;

/** Checks the native libraries: whether each loads, and its version. */
final class NativeDiagnoses {
    private NativeDiagnoses() {}

    static List<Diagnosis> all() {
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (NativeLibrary library : NativeLibrary.values()) {
            diagnoses.add(of(library));
        }
        return diagnoses;
    }

    private static Diagnosis of(NativeLibrary library) {
        try {
            return Diagnosis.ok(library.title(), library.loaded());
        } catch (NativeLibrary.LoadFailure e) {
            return failed(library.title(), e);
        }
    }

    static Diagnosis failed(String title, Throwable failure) {
        return Diagnosis.problem(
                title,
                "does not load: " + failure.getMessage(),
                "The libraries are for Linux on x86-64 with glibc. They are unpacked into ~/.cache/crossaisle and the"
                        + " directory of java.io.tmpdir, which need some free space and must not be mounted noexec.");
    }
}
