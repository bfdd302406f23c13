package org.crossaisle.neural.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.tensor.TensorScope;

/**
 * Numbers worked out elsewhere, from {@code golden.txt} and its like, and tensors of double precision to compare with
 * them.
 */
final class Golden {
    private final Map<String, long[]> shapes = new HashMap<>();
    private final Map<String, double[]> values = new HashMap<>();

    static Golden read() {
        return read("golden.txt");
    }

    static Golden read(String file) {
        Golden golden = new Golden();
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(file))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank()) {
                    String[] words = line.strip().split(" ", -1);
                    golden.shapes.put(
                            words[0],
                            Arrays.stream(words[1].split("x", -1))
                                    .mapToLong(Long::parseLong)
                                    .toArray());
                    golden.values.put(
                            words[0],
                            Arrays.stream(words, 2, words.length)
                                    .mapToDouble(Double::parseDouble)
                                    .toArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return golden;
    }

    double[] values(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    Tensor tensor(String name) {
        return Tensor.create(values(name), Objects.requireNonNull(shapes.get(name), name));
    }

    /** Overwrites every parameter by the golden one of its name. */
    void fill(Parameters parameters) {
        try (TensorScope scope = TensorScope.plain()) {
            parameters.all().forEach((name, tensor) -> tensor.copy_(tensor(name)));
        }
    }

    static double[] doubles(Tensor tensor) {
        double[] all = new double[Math.toIntExact(tensor.numel())];
        try (DoublePointer data = new DoublePointer(tensor.contiguous().data_ptr())) {
            data.get(all);
        }
        return all;
    }
}
