package org.crossaisle.neural.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.layer.Packing;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.layer.Recurrence;
import org.crossaisle.neural.tensor.TensorScope;
import org.crossaisle.neural.tensor.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * oneDNN's fused LSTM computes wrongly on some processors, so none of our layers may reach it: docs/decisions.md, "The
 * fused LSTM of oneDNN is never run". oneDNN logs what it runs. It reads the setting for that once, so the layers run
 * in a process of their own.
 */
class RecurrentLayersTest {
    @Test
    void inferenceAndTraining_neverRunARecurrentLayerOfOneDnn(@TempDir Path directory) throws Exception {
        Path log = directory.resolve("log");
        assertThat(runLayers(log)).as("exit status").isZero();
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).contains("LSTM read", "GRU read", "lstm encoded", "gru encoded", "trained");
        List<String> ran =
                lines.stream().filter(line -> line.startsWith("onednn_verbose")).toList();
        assertThat(ran).as("oneDNN logs what it runs").anyMatch(line -> line.contains(",exec,cpu,eltwise,"));
        assertThat(ran).noneMatch(line -> line.contains(",rnn,"));
    }

    private static int runLayers(Path log) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Layers.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("ONEDNN_VERBOSE", "1");
        return builder.start().waitFor();
    }

    /** Runs every recurrent layer there is. */
    static final class Layers {
        private static final int WIDTH = 8;
        private static final List<float[][]> STEPS = List.<float[][]>of(new float[][] {{1}, {2}});

        private Layers() {}

        public static void main(String[] arguments) {
            try (TensorScope scope = TensorScope.plain()) {
                torch.gelu(Values.of(new float[64], 8, 8)); // oneDNN's, so that its log is seen to work
                for (Recurrence.Cell cell : Recurrence.Cell.values()) {
                    Recurrence layer = new Recurrence(new Parameters(1), cell, WIDTH, WIDTH, 2);
                    Tensor x = Values.of(new float[6 * WIDTH], 6, WIDTH);
                    layer.apply(x, new Packing(3, 3));
                    layer.apply(x, new Packing(1, 2, 3));
                    System.out.println(cell + " read");
                }
                SequenceEncoder.lstm(1, WIDTH).encode(STEPS);
                System.out.println("lstm encoded");
                SequenceEncoder.gru(1, WIDTH).encode(STEPS);
                System.out.println("gru encoded");
            }
            try (TensorScope scope = TensorScope.recording()) {
                SequenceEncoder.lstm(1, WIDTH).encode(STEPS).sum().backward();
                SequenceEncoder.gru(1, WIDTH).encode(STEPS).sum().backward();
                System.out.println("trained");
            }
        }
    }
}
