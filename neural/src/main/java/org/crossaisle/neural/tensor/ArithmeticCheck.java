package org.crossaisle.neural.tensor;

import org.crossaisle.RecsException;

/**
 * Makes sure that libtorch computes rightly on this machine. Found by {@link java.util.ServiceLoader}, because a check
 * is made of layers, which are made of tensors: {@link ArithmeticGate} runs it before any other tensor is made.
 */
public interface ArithmeticCheck {
    /**
     * Checks, and switches off what computes wrongly.
     *
     * @throws RecsException UNSUPPORTED when nothing that can be switched off makes the results right
     */
    void run();
}
