package org.crossaisle.neural.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.RecsException;
import org.crossaisle.neural.tensor.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfCheckTest {
    private static final MachineKey KEY = new MachineKey("a machine");

    @TempDir
    private Path directory;

    /** A layer that is wrong as long as oneDNN is on, or always; it counts how often it was run. */
    private static final class Planted implements LayerCheck {
        private final boolean wrongWithOneDnn;
        private final boolean wrongWithout;
        private int runs;

        private Planted(boolean wrongWithOneDnn, boolean wrongWithout) {
            this.wrongWithOneDnn = wrongWithOneDnn;
            this.wrongWithout = wrongWithout;
        }

        @Override
        public String layer() {
            return "planted";
        }

        @Override
        public LayerResult compare() {
            runs++;
            boolean wrong = torch.globalContext().userEnabledMkldnn() ? wrongWithOneDnn : wrongWithout;
            return LayerResult.of(layer(), new double[] {.25, .885789}, .25f, wrong ? .839075f : .885789f);
        }
    }

    /** What was logged as a warning. */
    private final List<String> warnings = new ArrayList<>();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final Logger logger = Logger.getLogger(SelfCheck.class.getName());

    @BeforeEach
    void listen() {
        Torch.start();
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void switchOn() {
        logger.setUseParentHandlers(true);
        logger.removeHandler(handler);
        Examination.switchOneDnn(true);
    }

    private SelfCheck check(LayerCheck... layers) {
        return new SelfCheck(new Examination(List.of(layers)), new CheckCache(directory), Optional.of(KEY));
    }

    /** Where this fails, the numbers of other tests are wrong for the same reason. */
    @Test
    void everyKindOfLayer_isRightOnThisMachine() {
        CheckReport report = Examination.ofAllLayers().run();
        assertThat(report.layers())
                .extracting(LayerResult::layer)
                .containsExactly(
                        "linear",
                        "normalisation",
                        "activations",
                        "attention",
                        "frequency filter",
                        "transduction",
                        "interest pooling",
                        "gru",
                        "lstm",
                        "embedding",
                        "scores of all items");
        assertThat(report.wrong())
                .as("%s, %s", Processor.here().model(), Libtorch.here())
                .isEmpty();
        assertThat(report.isUsable()).isTrue();
        assertThat(report.layers())
                .allSatisfy(result -> assertThat(result.deviation()).isPositive());
    }

    @Test
    void rightLayers_leaveOneDnnOn() {
        check(new Planted(false, false)).run();
        assertThat(torch.globalContext().userEnabledMkldnn()).isTrue();
        assertThat(warnings).isEmpty();
    }

    @Test
    void layerThatIsWrongWithOneDnn_switchesItOffAndSaysSo() {
        check(RowCheck.LINEAR, new Planted(true, false)).run();
        assertThat(torch.globalContext().userEnabledMkldnn()).isFalse();
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("planted: found 0.8390750, expected 0.8857890", "switched off", "./crossaisle doctor")
                .doesNotContain("linear");
    }

    @Test
    void layerThatIsWrongEitherWay_isRefusedWithWhatToDo() {
        Planted planted = new Planted(true, true);
        for (int time = 1; time <= 2; time++) {
            assertThatThrownBy(() -> check(RowCheck.LINEAR, planted).run())
                    .isInstanceOfSatisfying(
                            RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.UNSUPPORTED))
                    .hasMessageContainingAll(
                            "planted: found 0.8390750, expected 0.8857890",
                            "nothing is trained or served",
                            "ATEN_CPU_CAPABILITY=avx2",
                            "MKL_ENABLE_INSTRUCTIONS=AVX2")
                    .hasMessageNotContaining("linear");
            assertThat(planted.runs).as("runs: a wrong result is not kept").isEqualTo(2 * time);
        }
        assertThat(torch.globalContext().userEnabledMkldnn()).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void result_isRunOnceAndActedOnEachTime() {
        Planted planted = new Planted(true, false);
        check(planted).run();
        assertThat(planted.runs).isEqualTo(2);
        Examination.switchOneDnn(true); // as in the next process
        check(planted).run();
        assertThat(planted.runs).isEqualTo(2);
        assertThat(torch.globalContext().userEnabledMkldnn()).isFalse();
        assertThat(warnings).hasSize(2);
    }

    @Test
    void withoutAKey_runsEachTimeAndKeepsNothing() throws IOException {
        Planted planted = new Planted(false, false);
        for (int time = 1; time <= 2; time++) {
            new SelfCheck(new Examination(List.of(planted)), new CheckCache(directory), Optional.empty()).run();
            assertThat(planted.runs).isEqualTo(time);
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void examine_runsWhateverIsKept() {
        Planted planted = new Planted(false, false);
        SelfCheck check = check(planted);
        assertThat(check.cacheFile()).isEmpty();
        check.run();
        assertThat(check.examine().isRight()).isTrue();
        assertThat(planted.runs).isEqualTo(2);
        assertThat(check.cacheFile())
                .get()
                .satisfies(file -> assertThat(Files.exists(file)).isTrue());
    }
}
