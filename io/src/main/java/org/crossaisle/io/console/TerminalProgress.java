package org.crossaisle.io.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.crossaisle.Progress;
import org.crossaisle.ShownText;
import org.crossaisle.WorkStoppedException;

/**
 * Progress on a terminal: a bar with the remaining time and a note. If the output is not a terminal, it prints a plain
 * line every ten seconds, so that a log stays readable. Tasks that take less than two seconds show nothing.
 *
 * <p>Work that is asked to stop gets a {@link WorkStoppedException} with its next report.
 */
public final class TerminalProgress implements Progress {
    private static final Duration SILENT_AT_FIRST = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final int REFRESH_MILLIS = 250;
    private static final int WIDTH = 110;

    private final PrintStream out;
    private final boolean terminal;
    private final BooleanSupplier stop;

    /**
     * Progress on a stream.
     *
     * @param terminal whether the stream is a terminal, where a bar can be redrawn
     * @param stop whether the work is to stop
     */
    public TerminalProgress(PrintStream out, boolean terminal, BooleanSupplier stop) {
        this.out = out;
        this.terminal = terminal;
        this.stop = stop;
    }

    /**
     * Progress on standard error, with a bar if the launcher script found a terminal there.
     *
     * @param stop whether the work is to stop
     */
    public static TerminalProgress onStandardError(BooleanSupplier stop) {
        return Boolean.getBoolean("crossaisle.terminal")
                // The bar uses carriage returns, which a guarded System.err would escape.
                ? new TerminalProgress(new PrintStream(new FileOutputStream(FileDescriptor.err), true), true, stop)
                : new TerminalProgress(System.err, false, stop);
    }

    private void requireGoesOn() {
        if (stop.getAsBoolean()) {
            throw new WorkStoppedException();
        }
    }

    @Override
    public Task start(String name, long total, String unit) {
        requireGoesOn();
        String shown = ShownText.line(name);
        return terminal ? new Bar(shown, total, unit) : new Lines(shown, total, unit);
    }

    private final class Bar implements Task {
        private final ProgressBar bar;

        Bar(String name, long total, String unit) {
            bar = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(total)
                    .setUnit(" " + unit, 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                    .build();
        }

        @Override
        public void reached(long done) {
            bar.stepTo(done);
            requireGoesOn();
        }

        @Override
        public void note(String text) {
            bar.setExtraMessage(" " + ShownText.line(text));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private final class Lines implements Task {
        private final String name;
        private final long total;
        private final String unit;
        private final long begin = System.nanoTime();
        private long next = begin + SILENT_AT_FIRST.toNanos();
        private long reached;
        private String note = "";
        private boolean shown;

        Lines(String name, long total, String unit) {
            this.name = name;
            this.total = total;
            this.unit = unit;
        }

        @Override
        public void reached(long done) {
            reached = done;
            showIfDue();
            requireGoesOn();
        }

        @Override
        public void note(String text) {
            note = ShownText.line(text);
            showIfDue();
        }

        private void showIfDue() {
            long now = System.nanoTime();
            if (now >= next) {
                next = now + BETWEEN_LINES.toNanos();
                shown = true;
                show(now);
            }
        }

        private void show(long now) {
            double seconds = (now - begin) / 1e9;
            String left = total > 0 && reached > 0
                    ? String.format(Locale.ROOT, ", about %.0f s left", seconds * (total - reached) / reached)
                    : "";
            String of = total > 0 ? " of " + total : "";
            out.printf(
                    Locale.ROOT,
                    "%s: %d%s %s in %.0f s%s%s%n",
                    name,
                    reached,
                    of,
                    unit,
                    seconds,
                    left,
                    note.isEmpty() ? "" : ", " + note);
        }

        /** If there is nothing to count, the note is the result of the task. */
        @Override
        public void close() {
            if (shown || (total < 0 && !note.isEmpty())) {
                out.printf(
                        Locale.ROOT,
                        "%s: %s %.0f s%s%n",
                        name,
                        stop.getAsBoolean() ? "stopped after" : "done in",
                        (System.nanoTime() - begin) / 1e9,
                        note.isEmpty() ? "" : ", " + note);
            }
        }
    }
}
