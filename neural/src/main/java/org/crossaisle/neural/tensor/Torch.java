package org.crossaisle.neural.tensor;

import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/**
 * libtorch, loaded with MKL for matrix products and with one thread per processor.
 *
 * <p>Its default matrix library has threads of its own that compete with those of libtorch and reduce the speed to
 * between a half and an eighth. JavaCPP keeps links to the chosen library in its cache, so we use a cache of our own.
 * Both are system properties that can be set when the process is started; they are read when the first tensor is
 * created.
 */
public final class Torch {
    private static final String MATRIX_LIBRARY = "org.bytedeco.openblas.load";
    private static final String CACHE = "org.bytedeco.javacpp.cachedir";

    static {
        setIfAbsent(MATRIX_LIBRARY, "mkl_rt");
        setIfAbsent(
                CACHE,
                Path.of(System.getProperty("user.home"), ".cache", "crossaisle", "javacpp")
                        .toString());
        Loader.load(torch.class);
        torch.set_num_threads(Runtime.getRuntime().availableProcessors());
    }

    private Torch() {}

    /** Loads libtorch unless it is already loaded. */
    @SuppressWarnings("EmptyMethod") // calling it initialises the class, which loads libtorch
    public static void start() {}

    /** The name of the library that matrix products come from. */
    public static String matrixLibrary() {
        return System.getProperty(MATRIX_LIBRARY, "openblas");
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
