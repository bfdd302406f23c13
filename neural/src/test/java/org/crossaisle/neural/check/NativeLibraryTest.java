package org.crossaisle.neural.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NativeLibraryTest {
    @ParameterizedTest
    @EnumSource
    void everyLibrary_loadsHereAndTellsItsVersion(NativeLibrary library) throws NativeLibrary.LoadFailure {
        String expected = switch (library) {
            case LIBTORCH -> "\\d+\\.\\d+\\.\\d+, instructions \\w+, \\d+ threads?";
            case ONE_DNN -> "v\\d+\\.\\d+(\\.\\d+)?, in libtorch";
            case MATRICES -> "MKL, loaded as mkl_rt: \\d{4}\\..*";
            case XGBOOST -> "loads";
            case ONNX_RUNTIME, SQLITE -> "\\d+\\.\\d+\\.\\d+";
            case DUCKDB -> "v\\d+\\.\\d+\\.\\d+.*";
        };
        assertThat(library.loaded()).matches(expected);
    }
}
