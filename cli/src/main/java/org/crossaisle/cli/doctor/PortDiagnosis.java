package org.crossaisle.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Whether the server could listen on a port, and who does where it could not. */
final class PortDiagnosis {
    private PortDiagnosis() {}

    /**
     * Opens the port on the loopback for a moment.
     *
     * @param needed whether the user named the port; another could be chosen otherwise
     */
    static Diagnosis of(int port, boolean needed) {
        String subject = "port " + port;
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return Diagnosis.ok(subject, "free on " + socket.getInetAddress().getHostAddress());
        } catch (IOException e) {
            Optional<String> holder = PortHolder.of(port);
            String found = "cannot be opened (" + e.getMessage() + ")"
                    + holder.map(who -> ", held by " + who).orElse("");
            String advice = "Stop what listens there, or choose another port with serve --port.";
            return needed ? Diagnosis.problem(subject, found, advice) : Diagnosis.warning(subject, found, advice);
        }
    }
}
