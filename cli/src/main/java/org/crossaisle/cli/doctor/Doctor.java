package org.crossaisle.cli.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossaisle.neural.check.CheckReport;
import org.crossaisle.neural.check.Processor;
import org.crossaisle.neural.check.SelfCheck;
import org.crossaisle.neural.check.UserCache;

/**
 * Checks whether the program can run on this machine.
 *
 * @param port the port the server would listen on
 * @param portIsNeeded whether an occupied port is a problem
 * @param environment the environment variables
 */
public record Doctor(int port, boolean portIsNeeded, Map<String, String> environment) {
    /** The default port of the server. */
    public static final int DEFAULT_PORT = 8080;

    public Doctor {
        environment = Map.copyOf(environment);
    }

    /**
     * The results of all checks.
     *
     * @param diagnoses results in the order of reporting
     * @param layers the comparison of layers with plain Java; empty if libtorch does not load
     * @param cache the file with the cached result for this machine; empty if it is not cached
     */
    public record Findings(List<Diagnosis> diagnoses, Optional<CheckReport> layers, Optional<Path> cache) {
        public Findings {
            diagnoses = List.copyOf(diagnoses);
        }

        /** The number of results with a status. */
        public long count(Diagnosis.Status status) {
            return diagnoses.stream().filter(each -> each.status() == status).count();
        }

        /** Whether no result is a problem. */
        public boolean isUsable() {
            return count(Diagnosis.Status.PROBLEM) == 0;
        }
    }

    /** Runs all checks. All layers are run even if there is a cached result. */
    public Findings examine() {
        List<Diagnosis> all = new ArrayList<>(List.of(
                MachineDiagnoses.java(), MachineDiagnoses.processor(Processor.here()), MachineDiagnoses.memory()));
        all.addAll(NativeDiagnoses.all());
        Optional<CheckReport> report = Optional.empty();
        Optional<Path> cache = Optional.empty();
        try {
            SelfCheck check = new SelfCheck();
            report = Optional.of(check.examine());
            cache = check.cacheFile();
        } catch (LinkageError e) {
            all.add(NativeDiagnoses.failed("layers", e));
        }
        report.ifPresent(found -> all.addAll(LayerDiagnoses.of(found)));
        all.add(PlaceDiagnoses.disk("working directory", Path.of("").toAbsolutePath()));
        all.add(PlaceDiagnoses.disk("cache", UserCache.directory()));
        all.add(PlaceDiagnoses.browser(environment));
        all.add(PortDiagnosis.of(port, portIsNeeded));
        all.add(PlaceDiagnoses.userKey(environment));
        return new Findings(all, report, cache);
    }
}
