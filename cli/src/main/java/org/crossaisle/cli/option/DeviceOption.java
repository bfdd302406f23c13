package org.crossaisle.cli.option;

import org.crossaisle.neural.tensor.ComputeDevice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for the training device. */
public final class DeviceOption {
    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description =
                    "The device for training: auto (CUDA where libtorch sees a GPU, else the processor), cpu, or cuda. Default: the"
                            + " system property " + ComputeDevice.PROPERTY + ", else auto.")
    private ComputeDevice.@Nullable Choice device;

    /** Selects the device for this process, if one was given. Must be called before any training. */
    public void use() {
        if (device != null) {
            ComputeDevice.use(device);
        }
    }
}
