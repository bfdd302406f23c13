package org.crossaisle.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.crossaisle.RecsException;
import org.crossaisle.ShownText;
import org.crossaisle.neural.tensor.ComputeDevice;
import org.jspecify.annotations.Nullable;

/**
 * Runs the server. An expected failure ends it with a one-line message, any other with a stack trace.
 *
 * <p>With the argument {@code until-end-of-input}, it also ends when its standard input does. Whoever starts it holds
 * that pipe open, and the operating system closes it even when the starter is killed.
 */
@QuarkusMain
public final class ServerMain {
    private static final String UNTIL_END_OF_INPUT = "until-end-of-input";
    private static final int TERMINATED = 143; // as after SIGTERM

    private ServerMain() {}

    public static void main(String... arguments) {
        if (List.of(arguments).contains(UNTIL_END_OF_INPUT)) {
            Thread watch = new Thread(ServerMain::endWithInput, "end-of-input");
            watch.setDaemon(true);
            watch.start();
        }
        ComputeDevice.preferCpu();
        Quarkus.run(null, (status, failure) -> end(status, failure), arguments);
    }

    private static void endWithInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // An input that cannot be read has ended too.
        }
        System.exit(TERMINATED);
    }

    private static void end(int status, @Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof RecsException || at instanceof QuarkusBindException) {
                System.err.println("crossaisle: " + ShownText.of(String.valueOf(at.getMessage())));
                System.exit(status);
            }
        }
        if (failure != null) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            System.err.print(ShownText.of(trace.getBuffer()));
        }
        System.exit(status);
    }
}
