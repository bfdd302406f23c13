package org.crossaisle.neural.tensor;

import org.crossaisle.RecsException;

/**
 * Checks that libtorch computes correctly on this machine. Found by {@link java.util.ServiceLoader}, because the check
 * depends on layers and layers on tensors: {@link ArithmeticGate} runs it before any other tensor is created.
 */
public interface ArithmeticCheck {
    /**
     * Runs the check, and switches off what computes incorrectly.
     *
     * @throws RecsException UNSUPPORTED when the results stay incorrect whatever is switched off
     */
    void run();
}
