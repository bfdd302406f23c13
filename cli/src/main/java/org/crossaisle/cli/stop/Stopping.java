package org.crossaisle.cli.stop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.crossaisle.Progress;
import org.crossaisle.io.console.TerminalProgress;
import org.jspecify.annotations.Nullable;

/**
 * The end of this process by SIGINT (Ctrl-C) or SIGTERM. The first signal asks the work to stop, which it does at its
 * next progress report. Only when all of it has stopped does the Java VM shut down: native code that still runs then
 * would crash. Work that does not stop in time, and any work at the second signal, ends at once.
 *
 * <p>Like signals, the state belongs to the process. Threads may share it.
 */
public final class Stopping {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration LONGEST_WITHOUT_PROGRESS = Duration.ofSeconds(1);

    private static final AtomicReference<@Nullable StopSignal> RECEIVED = new AtomicReference<>();
    private static final AtomicBoolean REPORTS = new AtomicBoolean(); // whether the work reports progress
    private static final AtomicBoolean LEFT = new AtomicBoolean(); // whether signals are left to the Java VM
    private static final CountDownLatch STOPPED = new CountDownLatch(1);

    private Stopping() {}

    /** Starts to handle signals. */
    public static void handleSignals() {
        for (StopSignal signal : StopSignal.values()) {
            signal.handle(() -> received(signal));
        }
    }

    /** Leaves signals to the Java VM, which exits at once. For a process that only waits for another from now on. */
    public static void leaveToVm() {
        LEFT.set(true);
    }

    /** Progress on standard error that stops the work after a signal. */
    public static Progress progress() {
        REPORTS.set(true);
        return TerminalProgress.onStandardError(Stopping::isRequested);
    }

    private static boolean isRequested() {
        return RECEIVED.get() != null;
    }

    /**
     * The exit status of this process, to be called when the work has ended.
     *
     * @param status of the work, to be returned if no signal came
     */
    public static int exitStatus(int status) {
        StopSignal signal = RECEIVED.get();
        if (signal == null) {
            return status;
        }
        // A thread that shared the work may still be in native code.
        ForkJoinPool.commonPool().awaitQuiescence(LONGEST.toSeconds(), TimeUnit.SECONDS);
        STOPPED.countDown();
        return signal.exitStatus();
    }

    private static void received(StopSignal signal) {
        if (LEFT.get()) {
            System.exit(signal.exitStatus());
        }
        if (!RECEIVED.compareAndSet(null, signal)) {
            signal.endProcess();
        }
        boolean reports = REPORTS.get();
        if (reports) {
            System.err.println("crossaisle: stopping at the next step"
                    + (signal == StopSignal.INT ? "; Ctrl-C again ends at once" : ""));
        }
        try {
            Duration longest = reports ? LONGEST : LONGEST_WITHOUT_PROGRESS;
            if (!STOPPED.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                signal.endProcess();
            }
        } catch (InterruptedException e) {
            signal.endProcess();
        }
    }
}
