package org.crossaisle.neural.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.layer.Linear;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.predict.Cosine;
import org.crossaisle.neural.predict.Predictor;
import org.crossaisle.neural.predict.Scaled;
import org.crossaisle.neural.train.Adam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Where tensors lie, seen without a GPU: on libtorch's device <i>meta</i>, whose tensors have shapes and no values, and
 * are refused beside those of the processor by operations element by element.
 *
 * <p>Whole networks cannot be sent there: in C++ it has no index_select and embedding (with which every encoder and
 * most losses begin), embedding_bag, native_batch_norm (in layer norms), log_sigmoid, and no item, which reads a value;
 * and mm, cat and scatter_add take tensors of both. What this leaves open, that no part of a network makes a tensor
 * elsewhere, is kept by a rule over the byte code, in ModuleRulesTest.
 */
class PlacementTest {
    private static final long[] SHAPE = {2, 3};

    @BeforeEach
    void onMeta() {
        Torch.start();
        ComputeDevice.placeOn(DeviceType.Meta);
    }

    @AfterEach
    void settleAnew() {
        ComputeDevice.placeOn(null);
    }

    @Test
    void whatIsMade_liesOnTheDevice_butForWhatStays() {
        assertThat(List.of(
                        Values.of(new float[6], SHAPE),
                        Values.of(new double[6], SHAPE),
                        Values.of(new int[6]),
                        Values.full(1, ScalarType.Float, SHAPE),
                        Values.of(new BytePointer(6), SHAPE)))
                .allSatisfy(tensor -> assertThat(device(tensor)).isEqualTo("meta"));
        assertThat(List.of(
                        Values.onCpu(new float[6], SHAPE),
                        Values.onCpu(new double[6], SHAPE),
                        Values.onCpu(new long[6])))
                .allSatisfy(tensor -> assertThat(device(tensor)).isEqualTo("cpu"));
    }

    /** Values of it cannot be read; that it is asked for them says that reading goes by way of the processor. */
    @Test
    void whatIsRead_isBroughtToTheProcessor() {
        assertThatThrownBy(() -> Values.floats(Values.of(new float[6], SHAPE)))
                .hasMessageContaining("Cannot copy out of meta tensor");
        Values.fill(Values.of(new float[6], SHAPE), new float[] {1, 2, 3, 4, 5, 6}); // copies, and touches no memory
    }

    @Test
    void layersDropoutPredictorsAndTheOptimiser_mixNoDevices() {
        Parameters parameters = new Parameters(1);
        Linear linear = new Linear(parameters.of("linear"), 3, 4);
        Dropout dropout = Dropout.withSeed(1);
        dropout.begin(0, 0);
        Predictor cosine = Cosine.DEFAULTS.predictor(parameters.of("cosine"));
        Predictor scaled = Scaled.DEFAULTS.predictor(parameters.of("scaled"));
        Adam adam = new Adam(parameters.all().values());
        try (TensorScope scope = TensorScope.recording()) {
            Tensor x = dropout.apply(torch.gelu(linear.apply(Values.of(new float[6], SHAPE))), 0.5);
            Tensor users = scaled.users(cosine.users(x));
            Tensor items =
                    scaled.items(cosine.items(x)).mul(dropout.uniform(2, 1)).mul(dropout.kept(0.5, 2, 1));
            users.mul(items).sum().backward();
            assertThat(device(users)).isEqualTo("meta");
        }
        assertThat(parameters.all().values())
                .allSatisfy(tensor -> assertThat(device(tensor.grad())).isEqualTo("meta"));
        adam.step(0.1);
    }

    private static String device(Tensor tensor) {
        return tensor.device().str().getString();
    }
}
