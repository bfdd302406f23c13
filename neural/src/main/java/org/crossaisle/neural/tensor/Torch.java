package org.crossaisle.neural.tensor;

import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/**
 * libtorch, loaded with MKL for its matrix products and as many threads as there are processors.
 *
 * <p>Its default matrix library keeps threads of its own that fight with those of libtorch, at a half to an eighth of the
 * speed. JavaCPP keeps links to the chosen library in its cache, so the cache is our own. Both are system properties that
 * whoever starts the process may set otherwise; they are read when the first tensor is made.
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

    /** Loads libtorch unless it is loaded. */
    @SuppressWarnings("EmptyMethod") // the class is initialised, which is what the call is for
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
