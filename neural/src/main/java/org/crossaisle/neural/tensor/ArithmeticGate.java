package org.crossaisle.neural.tensor;

import java.util.ServiceLoader;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.crossaisle.RecsException;
import org.jspecify.annotations.Nullable;

/**
 * Runs every {@link ArithmeticCheck} once in a process, before the first tensor is made on the processor.
 * {@link Values}, the one place that makes tensors from nothing, passes through it each time. Where tensors lie on a
 * GPU nothing is checked.
 *
 * <p>Threads may share it: those that come while the check runs wait for it.
 */
public final class ArithmeticGate {
    /*
     * The check makes tensors itself and so comes back here: the thread that holds the lock goes through. It is no
     * static initialiser because two threads that begin with different classes would wait for each other.
     */
    private static final ReentrantLock LOCK = new ReentrantLock();

    private static volatile boolean passed;
    private static @Nullable String refusal; // why no tensor is made, guarded by LOCK

    private ArithmeticGate() {}

    /** @throws RecsException UNSUPPORTED when this machine computes wrongly whatever is switched off */
    static void pass() {
        if (!passed && ComputeDevice.isCpu()) {
            check();
        }
    }

    private static void check() {
        LOCK.lock();
        try {
            if (passed || LOCK.getHoldCount() > 1) {
                return;
            }
            if (refusal != null) {
                throw new RecsException(RecsException.Code.UNSUPPORTED, refusal);
            }
            ServiceLoader.load(ArithmeticCheck.class, ArithmeticCheck.class.getClassLoader())
                    .forEach(ArithmeticCheck::run);
            passed = true;
        } catch (RecsException e) {
            refusal = String.valueOf(e.getMessage());
            throw e;
        } finally {
            LOCK.unlock();
        }
    }

    /** The result of work whose tensors are made unchecked, because it is what checks them. Other threads wait. */
    public static <T> T unchecked(Supplier<T> work) {
        LOCK.lock();
        try {
            return work.get();
        } finally {
            LOCK.unlock();
        }
    }

    /** For tests: as at the start of a process. */
    static void forget() {
        LOCK.lock();
        try {
            passed = false;
            refusal = null;
        } finally {
            LOCK.unlock();
        }
    }
}
