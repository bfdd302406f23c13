package org.crossaisle.server.shop;

import java.time.Duration;
import java.util.Locale;
import org.crossaisle.Progress;
import org.jboss.logging.Logger;

/** Logs the progress of long tasks: nothing for tasks of less than two seconds, otherwise a line every ten seconds. */
final class LoggedProgress implements Progress {
    private static final Logger LOG = Logger.getLogger(LoggedProgress.class);
    private static final Duration SILENT_AT_FIRST = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    @Override
    public Task start(String name, long total, String unit) {
        return new LoggedTask(name, total, unit);
    }

    private static final class LoggedTask implements Task {
        private final String name;
        private final long total;
        private final String unit;
        private final long begin = System.nanoTime();
        private long next = begin + SILENT_AT_FIRST.toNanos();
        private boolean logged;

        LoggedTask(String name, long total, String unit) {
            this.name = name;
            this.total = total;
            this.unit = unit;
        }

        @Override
        public void reached(long done) {
            long now = System.nanoTime();
            if (now >= next) {
                next = now + BETWEEN_LINES.toNanos();
                logged = true;
                LOG.info(name + ": " + done + (total < 0 ? "" : " of " + total) + " " + unit);
            }
        }

        @Override
        public void note(String text) {}

        @Override
        public void close() {
            if (logged) {
                LOG.info(String.format(Locale.ROOT, "%s: done in %.0f s", name, (System.nanoTime() - begin) / 1e9));
            }
        }
    }
}
