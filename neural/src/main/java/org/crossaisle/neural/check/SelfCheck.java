package org.crossaisle.neural.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crossaisle.RecsException;
import org.crossaisle.neural.tensor.ArithmeticCheck;

/**
 * Compares every kind of layer that answers queries with plain Java, once per machine and release, and keeps wrong
 * results from being used: where a layer is wrong, oneDNN is switched off, and where that does not help, nothing is
 * trained or served.
 */
public final class SelfCheck implements ArithmeticCheck {
    private static final System.Logger LOG = System.getLogger(SelfCheck.class.getName());

    private final Examination examination;
    private final CheckCache cache;
    private final Optional<MachineKey> key;

    /** For {@link java.util.ServiceLoader}: all layers, and the cache of the user. */
    public SelfCheck() {
        this(Examination.ofAllLayers(), CheckCache.ofUser(), MachineKey.here());
    }

    /** @param key empty when no result is to be kept */
    SelfCheck(Examination examination, CheckCache cache, Optional<MachineKey> key) {
        this.examination = examination;
        this.cache = cache;
        this.key = key;
    }

    @Override
    public void run() {
        act(key.flatMap(known -> cache.read(known, examination.layers())).orElseGet(this::examine));
    }

    /** Runs all layers, whatever is in the cache, and keeps the result there. Switches nothing off. */
    public CheckReport examine() {
        CheckReport report = examination.run();
        if (report.isUsable()) {
            key.ifPresent(known -> cache.write(known, report));
        }
        return report;
    }

    /** The file of the cache that holds the result of this machine, where there is one. */
    public Optional<Path> cacheFile() {
        return key.map(cache::file).filter(Files::isRegularFile);
    }

    private static void act(CheckReport report) {
        if (report.isRight()) {
            return;
        }
        if (!report.isUsable()) {
            throw new RecsException(RecsException.Code.UNSUPPORTED, refusal(report));
        }
        Examination.switchOneDnn(false);
        LOG.log(System.Logger.Level.WARNING, warning(report));
    }

    /** What is said of a machine that is right only without oneDNN. */
    public static String warning(CheckReport report) {
        return "oneDNN computes wrongly on this processor (" + each(report.wrong())
                + "). It is switched off for this process: results are right, and some layers take longer."
                + " ./crossaisle doctor shows all layers.";
    }

    /** What is said of a machine that is wrong either way. */
    public static String refusal(CheckReport report) {
        return "libtorch computes wrongly on this processor, with oneDNN and without it (" + each(report.stillWrong())
                + "), so nothing is trained or served. Set ATEN_CPU_CAPABILITY=avx2 and MKL_ENABLE_INSTRUCTIONS=AVX2 in the"
                + " environment, then run ./crossaisle doctor; if it still finds a wrong layer, try"
                + " ATEN_CPU_CAPABILITY=default or another machine, and report the output of"
                + " ./crossaisle doctor --json.";
    }

    private static String each(List<LayerResult> results) {
        return results.stream()
                .map(result -> String.format(
                        Locale.ROOT,
                        "%s: found %.7g, expected %.7g",
                        result.layer(),
                        result.found(),
                        result.expected()))
                .collect(Collectors.joining("; "));
    }
}
