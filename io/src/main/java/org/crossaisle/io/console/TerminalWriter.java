package org.crossaisle.io.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.crossaisle.ShownText;

/** A writer to a terminal, or to a file or pipe in its place, that escapes control characters as {@link ShownText}. */
public final class TerminalWriter extends PrintWriter {
    private final PrintWriter raw;

    public TerminalWriter(PrintWriter raw) {
        super(new Shown(raw), true);
        this.raw = raw;
    }

    /** A writer that does not escape, for the program's own text or data for another program. */
    public PrintWriter raw() {
        return raw;
    }

    private static final class Shown extends Writer {
        private final PrintWriter raw;

        Shown(PrintWriter raw) {
            this.raw = raw;
        }

        @Override
        public void write(char[] characters, int from, int length) {
            raw.write(ShownText.of(String.valueOf(characters, from, length)));
        }

        @Override
        public void flush() {
            raw.flush();
        }

        @Override
        public void close() throws IOException {
            raw.close();
        }
    }
}
