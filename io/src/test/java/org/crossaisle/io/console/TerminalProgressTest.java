package org.crossaisle.io.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.crossaisle.Progress;
import org.crossaisle.WorkStoppedException;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final AtomicBoolean stop = new AtomicBoolean();

    private Progress progress(boolean terminal) {
        return new TerminalProgress(new PrintStream(written, true, StandardCharsets.UTF_8), terminal, stop::get);
    }

    @Test
    void workThatIsToStop_endsAtItsNextReport() {
        for (boolean terminal : new boolean[] {false, true}) {
            stop.set(false);
            Progress progress = progress(terminal);
            try (Progress.Task task = progress.start("Training", 10, "steps")) {
                task.reached(1);
                stop.set(true);
                assertThatThrownBy(() -> task.reached(2)).isInstanceOf(WorkStoppedException.class);
            }
            assertThatThrownBy(() -> progress.start("Ranking", 10, "targets")).isInstanceOf(WorkStoppedException.class);
        }
    }

    @Test
    void taskThatWasStopped_isNotCalledDone() {
        try (Progress.Task task = progress(false).start("Blending", -1, "parts")) {
            task.note("without ease");
            stop.set(true);
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).startsWith("Blending: stopped after 0 s");
    }
}
