package org.crossaisle.neural.tensor;

import java.util.Locale;
import java.util.Optional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.RecsException;
import org.jspecify.annotations.Nullable;

/**
 * What the tensors of this process lie on and are computed by: the processor, or a GPU by CUDA. It is asked for once, by the
 * property {@value #PROPERTY} or by {@link #use}, and settled when the first tensor is made.
 *
 * <p>Threads may share it.
 */
public final class ComputeDevice {
    /** The system property that asks for a device: auto, cpu or cuda. */
    public static final String PROPERTY = "crossaisle.device";

    /** What may be asked for. */
    public enum Choice {
        /** CUDA where libtorch sees a device, else the processor. */
        AUTO,
        /** The processor. */
        CPU,
        /** The first device that CUDA sees. */
        CUDA
    }

    /**
     * What libtorch says of itself.
     *
     * @param builtForCuda whether the libtorch on the class path knows CUDA
     * @param devices how many it sees
     */
    record Found(boolean builtForCuda, long devices) {
        static Found here() {
            Torch.start();
            return new Found(torch.hasCUDA(), torch.cuda_is_available() ? torch.cuda_device_count() : 0);
        }
    }

    private static volatile torch.@Nullable DeviceType settled;

    private ComputeDevice() {}

    /**
     * Asks for a device, for as long as the process lives.
     *
     * @throws RecsException UNSUPPORTED when CUDA is asked for and not there, SETTING_INVALID when tensors lie elsewhere already
     */
    public static synchronized void use(Choice choice) {
        torch.DeviceType wanted = settle(choice, Found.here());
        torch.DeviceType before = settled;
        if (before != null && before != wanted) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "the device " + name(wanted) + " is asked for, but this process has tensors on " + name(before)
                            + " already; a device is chosen once for a process, before anything is trained or loaded");
        }
        settled = wanted;
    }

    /** Asks for the processor unless {@value #PROPERTY} says otherwise: for answering single queries, where a GPU gains little. */
    public static void preferCpu() {
        System.setProperty(PROPERTY, System.getProperty(PROPERTY, "cpu"));
    }

    /** The device by its name, where this process has had to settle it; empty where nothing asked for tensors. */
    public static Optional<String> used() {
        return Optional.ofNullable(settled).map(ComputeDevice::name);
    }

    /** The device by its name: cpu or cuda. */
    public static String name() {
        return name(settled());
    }

    private static String name(torch.DeviceType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is the processor, for what is better done in another way there. */
    public static boolean isCpu() {
        return settled() == torch.DeviceType.CPU;
    }

    /** A tensor of the processor, brought to where all others lie. */
    static Tensor placed(Tensor host) {
        return isCpu() ? host : host.to(new Device(settled()), host.scalar_type());
    }

    private static torch.DeviceType settled() {
        torch.DeviceType type = settled;
        return type != null ? type : settledByProperty();
    }

    private static synchronized torch.DeviceType settledByProperty() {
        torch.DeviceType type = settled;
        if (type == null) {
            type = settle(asked(System.getProperty(PROPERTY, "auto")), Found.here());
            settled = type;
        }
        return type;
    }

    static Choice asked(String text) {
        for (Choice choice : Choice.values()) {
            if (choice.name().equalsIgnoreCase(text)) {
                return choice;
            }
        }
        throw new RecsException(
                RecsException.Code.SETTING_INVALID,
                "the system property " + PROPERTY + " is " + text + "; expected auto, cpu or cuda");
    }

    /** What is meant by a choice where so much was found. */
    static torch.DeviceType settle(Choice choice, Found found) {
        if (choice == Choice.CUDA && !found.builtForCuda()) {
            throw unsupported(
                    "the libtorch on the class path is built without CUDA; use org.bytedeco:pytorch with the"
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
                "the device cuda is asked for, but " + found + "; the device cpu, or auto, trains without it");
    }

    /** For tests: from now on tensors are made on a device, or on what is settled anew. */
    static void placeOn(torch.@Nullable DeviceType type) {
        settled = type;
    }
}
