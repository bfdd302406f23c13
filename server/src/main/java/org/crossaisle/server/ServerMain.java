package org.crossaisle.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.crossaisle.RecsException;
import org.crossaisle.ShownText;
import org.crossaisle.neural.tensor.ComputeDevice;
import org.jspecify.annotations.Nullable;

/** Runs the server. An expected failure ends it with a one-line message, any other with a stack trace. */
@QuarkusMain
public final class ServerMain {
    private ServerMain() {}

    public static void main(String... arguments) {
        ComputeDevice.preferCpu();
        Quarkus.run(null, (status, failure) -> end(status, failure), arguments);
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
