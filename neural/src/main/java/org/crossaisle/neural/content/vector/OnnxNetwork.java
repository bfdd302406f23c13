package org.crossaisle.neural.content.vector;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossaisle.RecsException;

/**
 * A network run by ONNX Runtime, one example per call.
 *
 * <p>A call runs only on the thread of its caller, and threads may share the network: one caller per processor is
 * faster than one caller whose work is split. The measurements are in docs/decisions.md.
 */
public final class OnnxNetwork implements AutoCloseable {
    private final String name;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Map<String, TensorInfo> inputs = new HashMap<>();
    private final Map<String, TensorInfo> outputs = new HashMap<>();

    /** An output of a network in row-major order, with its shape. */
    public static final class Output {
        private final long[] shape;
        private final float[] values;

        private Output(long[] shape, float... values) {
            this.shape = shape;
            this.values = values;
        }

        public long[] shape() {
            return shape;
        }

        public float[] values() {
            return values;
        }
    }

    /**
     * Loads a network.
     *
     * @param name the name, for messages
     * @throws RecsException INPUT_UNREADABLE if the bytes are not an ONNX model, or one that cannot be run
     */
    public OnnxNetwork(String name, byte... model) {
        this.name = name;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model, options);
            tensors(session.getInputInfo(), inputs);
            tensors(session.getOutputInfo(), outputs);
        } catch (OrtException e) {
            throw refused("is not a valid ONNX model (" + model.length + " bytes): " + e.getMessage(), e);
        }
    }

    /**
     * Reads the file of a network.
     *
     * @param needed what the file should be, and for what, as text
     * @throws RecsException INPUT_UNREADABLE if there is no such file
     */
    public static byte[] bytes(Path file, String needed) {
        if (!Files.isRegularFile(file)) {
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE,
                    file.toAbsolutePath() + (Files.exists(file) ? " is not a file" : " does not exist") + "; expected "
                            + needed);
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new RecsException(RecsException.Code.INPUT_UNREADABLE, file + " cannot be read: " + e, e);
        }
    }

    private static void tensors(Map<String, NodeInfo> nodes, Map<String, TensorInfo> into) {
        nodes.forEach((node, info) -> {
            if (info.getInfo() instanceof TensorInfo tensor) {
                into.put(node, tensor);
            }
        });
    }

    public Set<String> inputs() {
        return inputs.keySet();
    }

    public Set<String> outputs() {
        return outputs.keySet();
    }

    /** The declared shape of an input, with -1 for free axes; empty if the input has another type. */
    public long[] inputShape(String input, OnnxJavaType type) {
        TensorInfo info = inputs.get(input);
        return info == null || info.type != type ? new long[0] : info.getShape();
    }

    /**
     * The name of the output to read.
     *
     * @param wanted its name, or empty if the network has only one output
     */
    public String output(String wanted) {
        String chosen = wanted.isEmpty() && outputs.size() == 1
                ? outputs.keySet().iterator().next()
                : wanted;
        TensorInfo info = outputs.get(chosen);
        if (info == null || info.type != OnnxJavaType.FLOAT) {
            throw refused("has the outputs " + describe(outputs) + "; expected "
                    + (wanted.isEmpty() ? "the name of one of them that is FLOAT" : wanted + " as FLOAT"));
        }
        return chosen;
    }

    /** The error for a network with unsupported inputs; it lists them. */
    public RecsException refusedInputs(String needed) {
        return refused("has the inputs " + describe(inputs) + "; expected " + needed);
    }

    /** The error for a network with an unsupported output. */
    public RecsException refusedOutput(String output, Output found, String needed) {
        return refused("returns " + output + " of shape " + Arrays.toString(found.shape) + "; expected " + needed);
    }

    private static String describe(Map<String, TensorInfo> tensors) {
        return tensors.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().type + " "
                        + Arrays.toString(entry.getValue().getShape()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * Runs the network.
     *
     * @param arrays the inputs by name, as arrays of one or more dimensions: {@code long[1][n]},
     *     {@code float[1][3][n][n]}
     * @throws RecsException INPUT_UNREADABLE if the network rejects them
     */
    public Output run(Map<String, Object> arrays, String output) {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (Map.Entry<String, Object> entry : arrays.entrySet()) {
                tensors.put(entry.getKey(), OnnxTensor.createTensor(environment, entry.getValue()));
            }
            try (OrtSession.Result result = session.run(tensors, Set.of(output))) {
                OnnxTensor answer = (OnnxTensor) result.get(0);
                float[] values = new float[answer.getFloatBuffer().remaining()];
                answer.getFloatBuffer().get(values);
                return new Output(answer.getInfo().getShape(), values);
            }
        } catch (OrtException e) {
            throw refused("cannot be run: " + e.getMessage(), e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private RecsException refused(String message) {
        return new RecsException(RecsException.Code.INPUT_UNREADABLE, name + " " + message);
    }

    private RecsException refused(String message, OrtException cause) {
        return new RecsException(RecsException.Code.INPUT_UNREADABLE, name + " " + message, cause);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw refused("cannot be closed: " + e.getMessage(), e);
        }
    }
}
