package org.crossaisle.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crossaisle.RecsException;
import org.crossaisle.cli.doctor.Diagnosis;
import org.crossaisle.cli.doctor.Doctor;
import org.crossaisle.neural.tensor.ComputeDevice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Checks whether this machine can run the program. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Examines this machine: Java, processor, memory, native libraries, whether every kind of layer"
                + " computes correctly here, disk, browser, port and user key. Each line is ok, a warning or a problem,"
                + " with advice.",
        footer = {
            "",
            "Examples:",
            "  crossaisle doctor",
            "  crossaisle doctor --port 9000",
            "  crossaisle doctor --json > doctor.json",
            "",
            "Layers are compared with plain Java arithmetic on every run; other commands keep the result per"
                    + " machine and release. The check covers the processor, not a GPU.",
            "Exit status: 0 usable, possibly with warnings; 1 at least one problem."
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port for the server. It is a problem if the port is taken. Default: "
                    + Doctor.DEFAULT_PORT + ", for which it is only a warning.")
    private @Nullable Integer port;

    @Option(names = "--json", description = "Prints JSON instead of lines.")
    private boolean json;

    @Override
    public Integer call() {
        if (port != null && (port < 1 || port > HIGHEST_PORT)) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID, "--port is " + port + ", must be in [1, " + HIGHEST_PORT + "]");
        }
        ComputeDevice.preferCpu();
        Doctor.Findings findings =
                new Doctor(port == null ? Doctor.DEFAULT_PORT : port, port != null, System.getenv()).examine();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(findings));
        } else {
            print(findings, out);
        }
        out.flush();
        return findings.isUsable() ? 0 : 1;
    }

    private static void print(Doctor.Findings findings, PrintWriter out) {
        int width = findings.diagnoses().stream()
                .mapToInt(each -> each.subject().length())
                .max()
                .orElse(0);
        for (Diagnosis each : findings.diagnoses()) {
            out.printf("%-8s %-" + width + "s  %s%n", name(each.status()), each.subject(), each.found());
            if (!each.advice().isEmpty()) {
                out.printf("%" + (width + 10) + "s-> %s%n", "", each.advice());
            }
        }
        findings.cache().ifPresent(file -> out.println("The result for the layers is kept in " + file));
        long problems = findings.count(Diagnosis.Status.PROBLEM);
        long warnings = findings.count(Diagnosis.Status.WARNING);
        out.println(count(problems, "problem") + ", " + count(warnings, "warning") + ": "
                + (findings.isUsable() ? "Crossaisle runs on this machine." : "fix the lines marked problem above."));
    }

    private static String count(long count, String what) {
        return (count == 0 ? "no" : String.valueOf(count)) + " " + what + (count == 1 ? "" : "s");
    }

    private static String name(Diagnosis.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String json(Doctor.Findings findings) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("usable", findings.isUsable());
        root.put(
                "diagnoses",
                findings.diagnoses().stream().map(DoctorCommand::map).toList());
        findings.layers().ifPresent(report -> {
            root.put("layers", report.layers());
            root.put("withoutOneDnn", report.withoutOneDnn());
        });
        findings.cache().ifPresent(file -> root.put("cache", file.toString()));
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(root);
    }

    private static Map<String, Object> map(Diagnosis each) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("subject", each.subject());
        map.put("status", name(each.status()));
        map.put("found", each.found());
        if (!each.advice().isEmpty()) {
            map.put("advice", each.advice());
        }
        return map;
    }
}
