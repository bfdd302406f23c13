package org.crossaisle.neural.tensor;

import java.util.Locale;
import java.util.Optional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.RecsException;
import org.jspecify.annotations.Nullable;

/**
 * The device on which all tensors of this process live and are computed: the CPU, or a GPU with CUDA. It is requested
 * once, by the property {@value #PROPERTY} or by {@link #use}, and fixed when the first tensor is created.
 *
 * <p>Threads may share it.
 */
public final class ComputeDevice {
    /** The system property that requests a device: auto, cpu or cuda. */
    public static final String PROPERTY = "crossaisle.device";

    /** The devices that can be requested. */
    public enum Choice {
        /** CUDA if libtorch finds a device, else the CPU. */
        AUTO,
        /** The CPU. */
        CPU,
        /** The first CUDA device. */
        CUDA
    }

    /**
     * What libtorch reports about CUDA.
     *
     * @param builtForCuda whether the libtorch on the class path supports CUDA
     * @param devices number of CUDA devices found
     */
    record Found(boolean builtForCuda, long devices) {
        static Found here() {
            Torch.start();
            return new Found(torch.hasCUDA(), torch.cuda_is_available() ? torch.cuda_device_count() : 0);
        }
    }

    private static volatile torch.@Nullable DeviceType chosen;

    private ComputeDevice() {}

    /**
     * Requests a device for the lifetime of the process.
     *
     * @throws RecsException UNSUPPORTED if CUDA is requested but not available, SETTING_INVALID if tensors already
     *     exist on another device
     */
    public static synchronized void use(Choice choice) {
        torch.DeviceType wanted = resolve(choice, Found.here());
        torch.DeviceType before = chosen;
        if (before != null && before != wanted) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "the device " + name(wanted) + " is requested, but this process has tensors on " + name(before)
                            + " already; the device is chosen once per process, before anything is trained or loaded");
        }
        chosen = wanted;
    }

    /**
     * Requests the CPU unless {@value #PROPERTY} says otherwise; for answering single queries, where a GPU gains
     * little.
     */
    public static void preferCpu() {
        System.setProperty(PROPERTY, System.getProperty(PROPERTY, "cpu"));
    }

    /** The name of the device once it is fixed; empty if no tensor has been needed. */
    public static Optional<String> used() {
        return Optional.ofNullable(chosen).map(ComputeDevice::name);
    }

    /** The name of the device: cpu or cuda. */
    public static String name() {
        return name(chosen());
    }

    private static String name(torch.DeviceType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** Whether the device is the CPU, for code that works differently there. */
    public static boolean isCpu() {
        return chosen() == torch.DeviceType.CPU;
    }

    /** Moves a CPU tensor to the device. */
    static Tensor placed(Tensor host) {
        return isCpu() ? host : host.to(new Device(chosen()), host.scalar_type());
    }

    private static torch.DeviceType chosen() {
        torch.DeviceType type = chosen;
        return type != null ? type : settledByProperty();
    }

    private static synchronized torch.DeviceType settledByProperty() {
        torch.DeviceType type = chosen;
        if (type == null) {
            type = resolve(parse(System.getProperty(PROPERTY, "auto")), Found.here());
            chosen = type;
        }
        return type;
    }

    static Choice parse(String text) {
        for (Choice choice : Choice.values()) {
            if (choice.name().equalsIgnoreCase(text)) {
                return choice;
            }
        }
        throw new RecsException(
                RecsException.Code.SETTING_INVALID,
                "the system property " + PROPERTY + " is " + text + "; expected auto, cpu or cuda");
    }

    /** The device for a choice, given what libtorch found. */
    static torch.DeviceType resolve(Choice choice, Found found) {
        if (choice == Choice.CUDA && !found.builtForCuda()) {
            throw unsupported("the libtorch on the class path is built without CUDA; use org.bytedeco:pytorch with the"
                    + " classifier linux-x86_64-gpu, which the Maven profile cuda puts there: docs/tuning.md");
        }
        if (choice == Choice.CUDA && found.devices() == 0) {
            throw unsupported(
                    "libtorch is built with CUDA, but sees no device; see whether nvidia-smi lists one, and whether the"
                            + " driver is new enough for the CUDA version that libtorch was built with: docs/tuning.md");
        }
        return choice == Choice.CPU || found.devices() == 0 ? torch.DeviceType.CPU : torch.DeviceType.CUDA;
    }

    private static RecsException unsupported(String found) {
        return new RecsException(
                RecsException.Code.UNSUPPORTED,
                "the device cuda is requested, but " + found + "; use the device cpu or auto");
    }

    /** For tests: creates tensors on a device from now on; null fixes the device anew. */
    static void placeOn(torch.@Nullable DeviceType type) {
        chosen = type;
    }
}
