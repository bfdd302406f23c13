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
 * Looks at this machine and tells whether the program runs on it.
 *
 * @param port the port a server would listen on
 * @param portIsNeeded whether it is a problem when that port is taken
 * @param environment the environment variables
 */
public record Doctor(int port, boolean portIsNeeded, Map<String, String> environment) {
    /** The port a server listens on unless told otherwise. */
    public static final int DEFAULT_PORT = 8080;

    public Doctor {
        environment = Map.copyOf(environment);
    }

    /**
     * All that was found.
     *
     * @param diagnoses in the order they are told
     * @param layers the comparison of layers with plain Java; empty where libtorch does not load
     * @param cache where the result for this machine is kept; empty where it is not
     */
    public record Findings(List<Diagnosis> diagnoses, Optional<CheckReport> layers, Optional<Path> cache) {
        public Findings {
            diagnoses = List.copyOf(diagnoses);
        }

        /** How many have a status. */
        public long count(Diagnosis.Status status) {
            return diagnoses.stream().filter(each -> each.status() == status).count();
        }

        /** Whether nothing is a problem. */
        public boolean isUsable() {
            return count(Diagnosis.Status.PROBLEM) == 0;
        }
    }

    /** Looks at everything, and runs all layers whether or not their result is kept from before. */
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
