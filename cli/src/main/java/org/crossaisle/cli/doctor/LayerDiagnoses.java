package org.crossaisle.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crossaisle.neural.check.CheckReport;
import org.crossaisle.neural.check.LayerResult;
import org.crossaisle.neural.check.SelfCheck;

/** Checks each kind of layer by comparing libtorch with plain Java. */
final class LayerDiagnoses {
    private LayerDiagnoses() {}

    /** One result for each kind of layer, then how the program handles them. */
    static List<Diagnosis> of(CheckReport report) {
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (LayerResult result : report.layers()) {
            diagnoses.add(of(result, report));
        }
        if (!report.isRight()) {
            diagnoses.add(
                    report.isUsable()
                            ? Diagnosis.warning(
                                    "layers",
                                    SelfCheck.warning(report),
                                    "Nothing needs to be done. A newer libtorch may compute correctly again.")
                            : Diagnosis.problem("layers", SelfCheck.refusal(report), "See the line above."));
        }
        return diagnoses;
    }

    private static Diagnosis of(LayerResult result, CheckReport report) {
        String subject = "layer " + result.layer();
        String found = String.format(
                Locale.ROOT, "largest deviation %.1e, allowed %.0e", result.deviation(), LayerResult.TOLERANCE);
        if (result.isRight()) {
            return Diagnosis.ok(subject, found);
        }
        String wrong =
                String.format(Locale.ROOT, "%s: found %.7g, expected %.7g", found, result.found(), result.expected());
        Optional<LayerResult> without = report.withoutOneDnn().stream()
                .filter(each -> each.layer().equals(result.layer()))
                .findFirst();
        return without.filter(LayerResult::isRight).isPresent()
                ? Diagnosis.warning(subject, wrong, "oneDNN is switched off; without it this layer computes correctly.")
                : Diagnosis.problem(subject, wrong, "It computes wrongly without oneDNN too.");
    }
}
