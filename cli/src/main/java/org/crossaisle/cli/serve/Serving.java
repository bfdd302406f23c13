package org.crossaisle.cli.serve;

import java.io.PrintWriter;
import org.crossaisle.RecsException;
import org.crossaisle.cli.stop.Stopping;

/** Runs the server until it is stopped, and prints its address. */
public final class Serving {
    private Serving() {}

    /**
     * Starts the server and waits until it ends.
     *
     * @param shop name of the shop in the printed line
     * @return the exit status of the server
     */
    public static int run(ServerProcess.Settings settings, String shop, PrintWriter out, PrintWriter err) {
        if (!settings.isLoopback()) {
            err.println("crossaisle: warning: " + settings.host()
                    + " can be reached from other machines, and the API has no authentication yet");
            err.flush();
        }
        Stopping.leaveToVm(); // its shutdown stops the server, and nothing is computed here any more
        ServerProcess server = ServerProcess.start(settings);
        try {
            if (server.awaitReady()) {
                out.println("serving " + shop + " on " + server.address() + " (API: /docs)");
                out.flush();
            }
            return server.await();
        } catch (InterruptedException e) {
            server.stop();
            Thread.currentThread().interrupt();
            throw new RecsException(RecsException.Code.UNSUPPORTED, "serving was interrupted", e);
        }
    }
}
