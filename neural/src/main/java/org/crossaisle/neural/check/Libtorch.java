package org.crossaisle.neural.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.tensor.Torch;

/**
 * The libtorch of this process.
 *
 * @param version of libtorch
 * @param oneDnn the version of oneDNN in it
 * @param instructions the vector instructions that libtorch's own loops use here, such as AVX2
 * @param matrices the library of matrix products, by the name it was loaded with
 * @param threads how many threads compute one operation
 */
public record Libtorch(String version, String oneDnn, String instructions, String matrices, int threads) {
    private static final Pattern VERSION = Pattern.compile("TORCH_VERSION=([^,\\s]+)");
    private static final Pattern ONE_DNN = Pattern.compile("v[0-9.]+");

    /** Loads libtorch and asks it. */
    public static Libtorch here() {
        Torch.start();
        return new Libtorch(
                first(VERSION, torch.show_config().getString(), 1),
                torch.hasMKLDNN() ? first(ONE_DNN, torch.get_mkldnn_version().getString(), 0) : "none",
                torch.get_cpu_capability().getString(),
                Torch.matrixLibrary(),
                torch.get_num_threads());
    }

    private static String first(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(group) : "unknown";
    }
}
