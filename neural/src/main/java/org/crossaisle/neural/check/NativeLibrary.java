package org.crossaisle.neural.check;

import ai.onnxruntime.OrtEnvironment;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import ml.dmlc.xgboost4j.java.DMatrix;
import org.bytedeco.mkl.global.mkl_rt;

/** A library of machine code that the program brings with it. */
public enum NativeLibrary {
    LIBTORCH("libtorch") {
        @Override
        String load() {
            Libtorch libtorch = Libtorch.here();
            return libtorch.version() + ", instructions " + libtorch.instructions() + ", " + libtorch.threads()
                    + (libtorch.threads() == 1 ? " thread" : " threads");
        }
    },
    ONE_DNN("oneDNN") {
        @Override
        String load() {
            return Libtorch.here().oneDnn() + ", in libtorch";
        }
    },
    MATRICES("matrix products") {
        @Override
        String load() {
            String library = Libtorch.here().matrices();
            return library.equals(MKL) ? "MKL, loaded as " + library + ": " + mklVersion() : library;
        }
    },
    ONNX_RUNTIME("ONNX Runtime") {
        @Override
        String load() {
            return OrtEnvironment.getEnvironment().getVersion();
        }
    },
    XGBOOST("XGBoost") {
        @Override
        String load() throws Exception {
            new DMatrix(new float[] {1}, 1, 1, Float.NaN).dispose();
            return "loads";
        }
    },
    DUCKDB("DuckDB") {
        @Override
        String load() throws SQLException {
            return version("jdbc:duckdb:");
        }
    },
    SQLITE("SQLite") {
        @Override
        String load() throws SQLException {
            return version("jdbc:sqlite::memory:");
        }
    };

    private static final String MKL = "mkl_rt";
    private static final int LONGEST_VERSION = 200;

    private final String title;

    NativeLibrary(String title) {
        this.title = title;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    abstract String load() throws Exception;

    /**
     * Loads the library and tells its version.
     *
     * @throws LoadFailure when it cannot be loaded or used
     */
    public String loaded() throws LoadFailure {
        try {
            return load();
        } catch (Exception | LinkageError e) {
            throw new LoadFailure(e);
        }
    }

    /** A library that cannot be loaded or used; the message is that of the cause. */
    public static final class LoadFailure extends Exception {
        private static final long serialVersionUID = 1L;

        LoadFailure(Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    private static String version(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /** Such as "2025.3-Product Build 20251007". */
    private static String mklVersion() {
        byte[] text = new byte[LONGEST_VERSION];
        mkl_rt.MKL_Get_Version_String(text, text.length);
        return new String(text, StandardCharsets.US_ASCII)
                .replace('\0', ' ')
                .strip()
                .replaceFirst("^.*Version ", "")
                .replaceFirst(" for .*$", "");
    }
}
