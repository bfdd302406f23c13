package org.crossaisle.neural.check;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.neural.layer.Recurrence;
import org.crossaisle.neural.tensor.ArithmeticGate;
import org.crossaisle.neural.tensor.TensorScope;

/**
 * Runs layer checks, with oneDNN and, where one is wrong, without it.
 *
 * <p>Training is not examined: gradients are compared with finite differences in the tests of the layers.
 */
final class Examination {
    private final List<LayerCheck> checks;

    Examination(List<? extends LayerCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Every kind of layer that answers queries. */
    static Examination ofAllLayers() {
        List<LayerCheck> all = new ArrayList<>(List.of(RowCheck.values()));
        all.addAll(List.of(SequenceCheck.values()));
        for (Recurrence.Cell cell : Recurrence.Cell.values()) {
            all.add(new RecurrentCheck(cell));
        }
        all.addAll(List.of(ScoreCheck.values()));
        return new Examination(all);
    }

    /** The kinds of layers it runs. */
    List<String> layers() {
        return checks.stream().map(LayerCheck::layer).toList();
    }

    /** Runs all checks. Whether oneDNN is switched on is the same afterwards. */
    CheckReport run() {
        return ArithmeticGate.unchecked(() -> {
            List<LayerResult> asItIs = results();
            return asItIs.stream().allMatch(LayerResult::isRight)
                    ? new CheckReport(asItIs, List.of())
                    : new CheckReport(asItIs, withoutOneDnn());
        });
    }

    private List<LayerResult> withoutOneDnn() {
        boolean enabled = torch.globalContext().userEnabledMkldnn();
        switchOneDnn(false);
        try {
            return results();
        } finally {
            switchOneDnn(enabled);
        }
    }

    /** For the whole process and all its threads. */
    static void switchOneDnn(boolean on) {
        torch.globalContext().setUserEnabledMkldnn(on);
    }

    private List<LayerResult> results() {
        try (TensorScope scope = TensorScope.plain()) {
            return checks.stream().map(LayerCheck::compare).toList();
        }
    }
}
