package org.crossaisle.cli.stop;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;

/**
 * A signal that asks a process to end.
 *
 * <p>The JDK handles signals only in {@code sun.misc.Signal} of the module jdk.unsupported. It is called by reflection,
 * because javac warns of each use of its name, and no annotation silences that.
 */
enum StopSignal {
    INT(2),
    TERM(15);

    private static final int OFFSET = 128;
    private static final long SECONDS_TO_DIE = 5;

    private final int number;

    StopSignal(int number) {
        this.number = number;
    }

    /** The exit status of a process that ended by this signal, by the convention of shells. */
    int exitStatus() {
        return OFFSET + number;
    }

    /**
     * Runs an action in a thread of its own whenever this signal arrives, in place of what the Java VM does. False
     * when the VM does not allow it, as with -Xrs.
     */
    boolean handle(Runnable action) {
        try {
            Class<?> type = Class.forName("sun.misc.SignalHandler");
            setHandler(Proxy.newProxyInstance(
                    StopSignal.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                            return null;
                        }
                        return switch (method.getName()) {
                            case "equals" -> proxy == arguments[0];
                            case "hashCode" -> System.identityHashCode(proxy);
                            default -> "handler of " + this;
                        };
                    }));
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /**
     * Ends the process by this signal itself, so that no code of native libraries runs. {@code System.exit} and
     * {@code Runtime.halt} destroy the static objects of libtorch, and a thread that still computes with them crashes.
     */
    void endProcess() {
        try {
            setHandler(
                    Class.forName("sun.misc.SignalHandler").getField("SIG_DFL").get(null));
            long pid = ProcessHandle.current().pid();
            new ProcessBuilder("sh", "-c", "kill -s " + name() + " " + pid)
                    .start()
                    .waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS);
        } catch (ReflectiveOperationException | IOException e) {
            // There is no other way but the last.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitStatus()); // also for the first process of a container, which no signal ends
    }

    private void setHandler(Object handler) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        Object signal = type.getConstructor(String.class).newInstance(name());
        try {
            type.getMethod("handle", type, Class.forName("sun.misc.SignalHandler"))
                    .invoke(null, signal, handler);
        } catch (InvocationTargetException e) {
            throw new ReflectiveOperationException(e.getCause());
        }
    }
}
