package org.crossaisle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Feasibility;
import org.junit.jupiter.api.Test;

class ModelsCommandTest {
    private static final Cost SMALL = new Cost(1, 10L << 20, 0, 0, 0);
    private static final long HEAP = 100L << 20;

    @Test
    void recipe_fitsAsItsTrainingWouldSay() {
        assertThat(ModelsCommand.fits(SMALL, Feasibility.WHOLE, HEAP)).isEqualTo("yes");
        assertThat(ModelsCommand.fits(SMALL, Feasibility.refused("too many items"), HEAP))
                .isEqualTo("no: too many items");
    }

    @Test
    void partThatWouldBeLeftOut_isNamed() {
        Feasibility partly = new Feasibility(Optional.empty(), List.of("ease: too many items", "bsarec: too large"));
        assertThat(ModelsCommand.fits(SMALL, partly, HEAP)).isEqualTo("without ease, bsarec");
    }

    @Test
    void estimateBeyondTheHeap_isNoRefusal() {
        assertThat(ModelsCommand.fits(new Cost(1, 200L << 20, 0, 0, 0), Feasibility.WHOLE, HEAP))
                .isEqualTo("yes, if 100 MiB of heap are enough; it may need 200");
    }
}
