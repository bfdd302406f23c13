package org.crossaisle.neural.content.media;

import ai.onnxruntime.OnnxJavaType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.crossaisle.neural.content.vector.ContentHash;
import org.crossaisle.neural.content.vector.OnnxNetwork;

/** A network supplied by the user that maps an array of floats to a vector. Threads may share it. */
final class FileNetwork implements AutoCloseable {
    private final OnnxNetwork network;
    private final String input;
    private final int inputAxes;
    private final String output;

    /**
     * Loads the network and checks its input.
     *
     * @param wanted name of the output, empty if there is only one
     * @param shapes supported input shapes, each with a different number of axes
     * @throws org.crossaisle.RecsException INPUT_UNREADABLE if the network accepts none of them
     */
    FileNetwork(Path file, byte[] model, String wanted, List<long[]> shapes) {
        network = new OnnxNetwork(file.toString(), model);
        input = network.inputs().stream().findFirst().orElse("");
        long[] found = network.inputShape(input, OnnxJavaType.FLOAT);
        inputAxes = found.length;
        if (network.inputs().size() != 1 || shapes.stream().noneMatch(shape -> takes(found, shape))) {
            throw network.refusedInputs("one, FLOAT "
                    + String.join(" or ", shapes.stream().map(Arrays::toString).toList()));
        }
        output = network.output(wanted);
    }

    private static boolean takes(long[] found, long... shape) {
        boolean fits = found.length == shape.length;
        for (int axis = 0; fits && axis < shape.length; axis++) {
            fits = found[axis] == -1 || found[axis] == shape[axis];
        }
        return fits;
    }

    /** Number of axes of the network's input. */
    int inputAxes() {
        return inputAxes;
    }

    /** Runs the network; axes of length 1, such as those left by global pooling, are dropped. */
    float[] vector(Object array) {
        OnnxNetwork.Output found = network.run(Map.of(input, array), output);
        long wide = Arrays.stream(found.shape()).filter(axis -> axis != 1).count();
        if (wide > 1 || found.shape().length < 2) {
            throw network.refusedOutput(
                    output, found, "[1, dimension]; name an output of that shape, such as the one after the pooling");
        }
        return found.values();
    }

    /** Distinguishes the vectors of this network with these settings from those of any other. */
    static String identity(String name, byte[] model, Record settings) {
        MessageDigest digest = ContentHash.sha256();
        digest.update(model);
        digest.update(settings.toString().getBytes(StandardCharsets.UTF_8));
        return name + "-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    @Override
    public void close() {
        network.close();
    }
}
