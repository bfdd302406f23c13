package org.crossaisle.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Checks whether the server can listen on a port and, if not, which process uses it. */
final class PortDiagnosis {
    private PortDiagnosis() {}

    /**
     * Checks a port by opening it briefly on the loopback address.
     *
     * @param needed whether the user named the port; otherwise another one could be chosen
     */
    static Diagnosis of(int port, boolean needed) {
        String subject = "port " + port;
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return Diagnosis.ok(subject, "free on " + socket.getInetAddress().getHostAddress());
        } catch (IOException e) {
            Optional<String> holder = PortHolder.of(port);
            String found = "cannot be opened (" + e.getMessage() + ")"
                    + holder.map(who -> ", held by " + who).orElse("");
            String advice = "Stop the program that listens there, or choose another port with serve --port.";
            return needed ? Diagnosis.problem(subject, found, advice) : Diagnosis.warning(subject, found, advice);
        }
    }
}
