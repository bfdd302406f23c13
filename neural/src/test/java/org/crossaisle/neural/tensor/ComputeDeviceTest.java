package org.crossaisle.neural.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.pytorch.global.torch.DeviceType;
import org.crossaisle.RecsException;
import org.crossaisle.neural.tensor.ComputeDevice.Choice;
import org.crossaisle.neural.tensor.ComputeDevice.Found;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputeDeviceTest {
    @AfterEach
    void settleAnew() {
        ComputeDevice.placeOn(null);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, true, 2, CUDA",
        "AUTO, true, 0, CPU",
        "AUTO, false, 0, CPU",
        "CPU, true, 1, CPU",
        "CUDA, true, 1, CUDA"
    })
    void device_isWhatWasAskedForAndIsThere(Choice choice, boolean built, long devices, DeviceType type) {
        assertThat(ComputeDevice.resolve(choice, new Found(built, devices))).isEqualTo(type);
    }

    @Test
    void cudaThatIsNotThere_isRefusedWithWhatIsMissing() {
        assertThatThrownBy(() -> ComputeDevice.resolve(Choice.CUDA, new Found(false, 0)))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("built without CUDA")
                .hasMessageContaining("classifier linux-x86_64-gpu");
        assertThatThrownBy(() -> ComputeDevice.resolve(Choice.CUDA, new Found(true, 0)))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("sees no device")
                .hasMessageContaining("nvidia-smi");
    }

    @Test
    void anotherDevice_whenTensorsAreThere_isRefused() {
        ComputeDevice.placeOn(DeviceType.Meta);
        assertThatThrownBy(() -> ComputeDevice.use(Choice.CPU))
                .isInstanceOf(RecsException.class)
                .hasMessageContaining("the device cpu is requested, but this process has tensors on meta");
        ComputeDevice.placeOn(DeviceType.CPU);
        ComputeDevice.use(Choice.CPU);
        assertThat(ComputeDevice.name()).isEqualTo("cpu");
    }

    @Test
    void unknownDevice_isRefused() {
        assertThat(ComputeDevice.parse("Cuda")).isEqualTo(Choice.CUDA);
        assertThatThrownBy(() -> ComputeDevice.parse("gpu"))
                .isInstanceOf(RecsException.class)
                .hasMessage("the system property crossaisle.device is gpu; expected auto, cpu or cuda");
    }
}
